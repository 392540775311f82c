"""The words of Bordeaux's plan."""

from infocus.demo.content.records import PlanSection
from infocus.demo.content.words import prose

NEEDS = PlanSection(
    key="needs",
    title="1 Contexte, besoins et vision",
    text=prose("""
La métropole s’est donné un objectif public : 100 000 emplois nouveaux d’ici 2030. Un tel nombre mobilise, mais il
ne dit ni où, ni pour qui, ni dans quelles pièces. Ce plan essaie de le traduire en lieux.

Le groupe local s’est réuni sept fois. Il a compté ce qui manque : des ateliers de soixante à deux cents mètres
carrés, des techniciens, et des gens qui décrochent le téléphone. Il n’a pas demandé de nouveau bâtiment
emblématique.

!bars Demandes de locaux sans réponse, par taille: Moins de 60 m²=41; De 60 à 200 m²=118; De 200 à 500 m²=36; Plus
de 500 m²=9

La vision tient en une phrase : une entreprise qui grandit trouve la pièce suivante sans quitter la métropole.
"""),
)
METHOD = PlanSection(
    key="needs",
    title="0 Comment ce plan a été écrit",
    text=prose("""
Le groupe local compte vingt-six membres : des gestionnaires de lieux, des entreprises, deux bibliothécaires, une
proviseure, un syndicat, des services de la métropole. Il s’est réuni sept fois en quatorze mois, toujours dans un
lieu différent, toujours de dix-huit à vingt heures.

Chaque réunion a commencé par une visite et fini par une liste. Les phrases du plan viennent de ces listes. Quand le
groupe n’était pas d’accord, le désaccord est resté dans le texte, en italique dans la version de travail, en clair
dans celle-ci.

Trois villes du réseau ont laissé des traces visibles : Porto pour les niveaux ouverts un à un, Torino pour la
deuxième signature, Grenoble-Alpes pour les heures creuses. Nous disons chaque fois ce que nous avons changé.
"""),
)
SPACES = PlanSection(
    key="needs",
    title="1.1 Les lieux d’aujourd’hui",
    text=prose("""
Quatre lieux partagés de la rive droite ont ouvert en cinq ans. Ils ont été visités, leurs livres lus avec l’accord
des gestionnaires. Un mois sur neuf y a été vide. Les raisons se ressemblent : le départ d’un grand locataire,
l’hiver du chantier voisin, le mois d’août.

!table Quatre lieux en chiffres
| Lieu | Surface | Entreprises | Mois vides |
| A | 1 900 m² | 31 | 12 % |
| B | 850 m² | 14 | 7 % |
| C | 2 400 m² | 22 | 14 % |
| D | 1 200 m² | 19 | 11 % |

Dans trois lieux sur quatre, le bail, l’énergie et l’accueil relèvent de trois organismes différents. Le quatrième
est celui qui fonctionne le mieux.
"""),
)
LOGIC = PlanSection(
    key="logic",
    title="2 Logique et approche intégrée",
    text=prose("""
Le plan suit une entreprise plutôt qu’une filière. Elle cherche une pièce, puis un voisin utile, puis une
technicienne, puis la pièce suivante. À chaque étape correspond un petit nombre d’actions, et chacune dit ce qu’elle
fait pour les habitants et pour le climat.

!flow Le parcours d’une entreprise: Une pièce > Un voisin utile > Une technicienne > La pièce suivante

Le lien avec la stratégie régionale se fait par trois domaines : aéronautique, bois, vin. La région finance la
recherche et les grands équipements ; la métropole apporte le foncier, les chantiers publics et l’animation.
"""),
)
CROSSING = PlanSection(
    key="logic",
    title="2.1 Le croisement des filières",
    text=prose("""
Les emplois nouveaux naissent souvent entre deux filières : un séchoir à bois qui durcit des pièces composites, un
capteur de chai qui surveille une charpente. Aucune association de filière n’a intérêt à les chercher. L’animatrice
commune, qui visite quatre entreprises par semaine, le fait depuis 2016.

Le plan lui donne ce qui lui manquait : une suppléante un jour par semaine, un petit budget, et le droit de ne pas
organiser de colloque.
"""),
)
ACTIONS = PlanSection(
    key="actions",
    title="3 Actions",
    text=(
        "Dix actions, rangées dans l’ordre du parcours d’une entreprise. Chaque fiche nomme un responsable qui a signé."
    ),
)
FRAMEWORK = PlanSection(
    key="framework",
    title="4 Mise en œuvre",
    text=prose("""
## 4.1 Gouvernance

Un comité de neuf membres suit le plan. Il se réunit dans un des lieux, jamais à l’hôtel de métropole. Les
gestionnaires y ont deux voix, les entreprises trois.

## 4.2 Suivi

Six indicateurs, relevés deux fois par an. Le nombre d’emplois n’en fait pas partie : il dépend de trop de choses
qui ne dépendent pas de nous. Il est relevé une fois par an, à titre d’information, avec l’objectif de 2030 en
regard.

## 4.3 Risques

Trois risques sont suivis : la hausse des loyers autour des lieux ouverts, le départ de l’animatrice, et un chantier
public qui prend du retard. Pour chacun, le plan nomme qui prévient qui.
"""),
)
SUMMARY_EN = PlanSection(
    key="framework",
    title="Summary in English, for the panel",
    text=prose("""
Bordeaux Métropole has a public aim of 100,000 new jobs by 2030. This plan asks in which rooms. It follows a firm
along four steps: a room, a useful neighbour, a technician, the next room. Ten actions stand along this path.

Three of them are new to us: a common fund for the empty months of four shared places, a stand-in for the cluster
host, and public building sites that invite three small offers before they tender.

We do not count jobs as an indicator of the plan. The panel may find that odd, and we would like to hear about it.
"""),
)
