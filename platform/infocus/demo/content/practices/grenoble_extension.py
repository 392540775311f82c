"""Grenoble-Alpes: Agrandir le parc sans construire : les heures creuses des laboratoires."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="grenoble-extension",
    partner="grenoble",
    author="coordinator@grenoble.example",
    language="fr",
    state="published",
    visibility="network",
    title="Agrandir le parc sans construire : les heures creuses des laboratoires",
    summary=prose("""
Le parc scientifique est plein, mais ses salles sont vides quatre heures par jour. Une règle simple permet aux
jeunes entreprises de louer ces heures, avec un référent et une assurance. 2 900 heures en 2017.
"""),
    institution="Grenoble-Alpes Métropole",
    place=Place(name="Grenoble, presqu’île scientifique", latitude=45.2050, longitude=5.7010),
    themes=("workspace-provision", "entrepreneurship"),
    sectors=("electronics", "health"),
    nace=("26", "72"),
    sdgs=("9", "12"),
    keywords=("laboratoires", "temps partagé", "assurance"),
    problem=prose("""
Une jeune entreprise qui a besoin d’une salle propre trois heures par semaine ne peut ni la construire ni la louer à
l’année. À deux cents mètres, la même salle ferme à quinze heures.

Tout le monde le savait. Ce qui manquait, c’était quelqu’un pour répondre du matériel à seize heures.
"""),
    how=prose("""
1. Relever les heures réelles d’usage de quatorze salles pendant un mois, avec les badges et sans les noms.
2. Choisir six salles où l’usage est régulier et le matériel réparable.
3. Former dans chaque laboratoire une personne référente, payée deux heures par semaine par la métropole.
4. Écrire une convention d’une page ; l’assurance est celle de la métropole, avec une franchise connue.
5. Publier les heures sur une page, réservables à partir de la veille.
6. À chaque incident, réunion des trois parties dans la semaine. Il y en a eu cinq.
"""),
    lesson="Les laboratoires ne craignaient pas la casse, mais la discussion après la casse.",
    who="Six laboratoires, deux écoles d’ingénieurs, 38 jeunes entreprises, l’assureur de la métropole.",
    resources="Six référents deux heures par semaine, une assurance, une page de réservation.",
    amounts=(Amount(what="Coût annuel", value=64000), Amount(what="Franchise par incident", value=1500)),
    started="2016-09",
    evidence=(
        "900 heures en 2016, 2 900 en 2017 ; 38 entreprises, dont 11 ont ensuite loué une salle à "
        "l’année. Cinq incidents, un seul au-dessus de la franchise. Chiffres illustratifs."
    ),
    indicators=(
        Indicator(name="Heures louées", value=900, unit="heures", year=2016),
        Indicator(name="Heures louées", value=2900, unit="heures", year=2017),
        Indicator(name="Entreprises utilisatrices", value=38, unit="entreprises", year=2017),
    ),
    wrong=prose("""
Nous avons commencé par un prix au marché. Personne n’est venu, car le marché n’existait pas. Puis nous avons oublié
les vacances universitaires : en juillet les salles étaient libres et les référents absents.
"""),
    conditions=(
        "Un assureur qui accepte d’entrer dans la salle et de regarder. Le système de badges peut être "
        "remplacé par une feuille sur la porte."
    ),
    transfer="Vaut pour les cuisines des lycées, les ateliers des écoles d’art, les studios des radios publiques.",
    criteria=(
        ("integrated", "Recherche, formation et économie ; les quartiers manquent encore."),
        ("impact", "2 900 heures sans un mètre carré neuf."),
        ("relevance", "Les équipements publics dorment partout l’après-midi."),
        ("transferability", "Une page de convention et une assurance."),
    ),
    pictures=(
        Picture(
            file_name="grenoble-heures.png",
            drawing="hours",
            alt=(
                "Grille de vingt-quatre cases représentant une journée ; quatre cases de fin de journée "
                "sont surlignées en jaune."
            ),
        ),
    ),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="valid",
            text=(
                "Validée. La franchise connue d’avance est le détail que tout le monde oubliera de copier : copiez-la."
            ),
            at=at("2018-02-01T10:00"),
        ),
    ),
    verified_on="2018-02-01",
    created_at=at("2017-12-14T09:05"),
    updated_at=at("2018-02-01T10:00"),
)
