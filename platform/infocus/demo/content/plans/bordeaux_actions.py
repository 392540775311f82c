"""The ten actions of Bordeaux's plan."""

from infocus.demo.content.records import PlanAction
from infocus.demo.content.words import prose


def _action(
    number: int, what: str, who: str, cost: int, funding: str, years: str, indicator: str, text: str
) -> PlanAction:
    start, _, end = years.partition("/")
    return PlanAction(
        number=number,
        what=what,
        who=who,
        cost=cost,
        funding=funding,
        start=start,
        end=end,
        indicator=indicator,
        text=prose(text),
    )


FIRST_SIX = (
    _action(
        1,
        "Le guichet des pièces",
        "Métropole, service économique",
        85000,
        "Budget propre",
        "2018-09/2020-12",
        "Demandes recevant une réponse en deux jours : 90 %",
        """Une entreprise qui cherche une pièce reçoit en deux jours ouvrés un nom et une date. Les onze questions
les plus fréquentes ont une réponse écrite, relue chaque trimestre. L’idée vient de Porto ; nous y
ajoutons la liste des pièces qui se libèrent.""",
    ),
    _action(
        2,
        "Ateliers de soixante à deux cents mètres carrés",
        "Métropole et deux bailleurs",
        1450000,
        "Budget propre 35 %, bailleurs 65 %",
        "2018-10/2021-06",
        "Ateliers ouverts : 24",
        """Les deux tiers des demandes sans réponse portent sur cette taille. Les ateliers s’ouvrent un niveau à la
fois, sûrs, chauffés et secs. Le coût de chaque niveau est affiché sur la porte, chauffage compris.""",
    ),
    _action(
        3,
        "Le fonds des mois vides",
        "Quatre gestionnaires",
        60000,
        "Un neuvième des loyers",
        "2018-07/2022-12",
        "Mois vides couverts par le fonds : tous",
        """Un neuvième des loyers, versé dès l’ouverture, sur un compte commun à quatre lieux. Deux signatures, dont
celle d’un gestionnaire qui ne demande rien. Un relevé est publié chaque année.""",
    ),
    _action(
        4,
        "Une animatrice et sa suppléante",
        "Trois associations de filière",
        141000,
        "Métropole 80 %, cotisations 20 %",
        "2018-09/2021-09",
        "Mises en relation entre filières : 60 par an",
        """L’animatrice commune garde ses quatre visites par semaine. Une suppléante partage un jour, pour que le
carnet ne dépende plus d’une seule mémoire. Aucun colloque n’est prévu, et c’est écrit.""",
    ),
    _action(
        5,
        "Chantiers publics, premières commandes",
        "Métropole, bâtiments",
        30000,
        "Budget propre",
        "2019-01/2021-12",
        "Lots attribués à des entreprises de moins de vingt personnes : 15",
        """Avant chaque appel d’offres sous le seuil, trois petites entreprises du bois ou de la pierre sont invitées
à remettre un prix. Le paiement intervient en quatorze jours. Un chantier sur cinq accepte un essai, avec
une feuille qui dit ce qu’on en a appris.""",
    ),
    _action(
        6,
        "Heures de laboratoire",
        "Université et métropole",
        72000,
        "Métropole, université",
        "2019-03/2021-03",
        "Heures louées à de jeunes entreprises : 1 500 par an",
        """D’après Grenoble-Alpes : compter les heures vides de dix salles, en choisir quatre, payer un référent deux
heures par semaine, connaître la franchise d’avance. Les vacances universitaires sont prévues dans la
convention.""",
    ),
)
LAST_FOUR = (
    _action(
        7,
        "Techniciennes et techniciens d’à côté",
        "Deux centres de jeunesse, neuf employeurs",
        54000,
        "Politique de la ville, employeurs",
        "2019-01/2021-12",
        "Contrats d’apprentissage : 30",
        """Quarante métiers décrits sans sigle par une éducatrice et un technicien. Vingt jeunes par trimestre
passent cinq jours auprès de quelqu’un, payés, avec un badge à leur nom. Le contrat d’apprentissage est
préparé avant la semaine, et non promis après.""",
    ),
    _action(
        8,
        "La nuit des portiers",
        "Gestionnaires et bibliothèques",
        18000,
        "Budget propre",
        "2018-11/2020-11",
        "Soirées d’ouverture : 60",
        """Deux bibliothèques et un lieu partagé ouvrent un bureau de conseil de dix-neuf à vingt-deux heures. Torino
nous a appris que l’horaire était le service. Deux conseillers à la fois, jamais un seul.""",
    ),
    _action(
        9,
        "La rue suivante",
        "Agence d’urbanisme",
        40000,
        "Agence",
        "2019-06/2020-06",
        "Une carte par an, avec le propriétaire de chaque bâtiment",
        """Quand une rue devient chère, où est la suivante ? L’agence tient une carte des bâtiments qui se vident,
avec le nom du propriétaire et la date du dernier contact. Elle n’est pas publiée, mais montrée.""",
    ),
    _action(
        10,
        "Une machine, cinq ateliers",
        "Chambre des métiers",
        165000,
        "Région 45 %, entreprises 55 %",
        "2019-09/2021-09",
        "Heures d’usage par semaine : 30",
        """Une machine à cinq axes partagée par cinq ateliers du bois et de l’aéronautique, sous un contrat de quatre
pages repris de Frankfurt. Elle a sa propre pièce. La table de sortie figure en annexe dès le premier
jour.""",
    ),
)
