"""Bordeaux: Une animatrice pour trois filières : le carnet plutôt que le colloque."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bordeaux-animateur",
    partner="bordeaux",
    author="coordinator@bordeaux.example",
    language="fr",
    state="published",
    visibility="all",
    title="Une animatrice pour trois filières : le carnet plutôt que le colloque",
    summary=prose("""
Une seule personne anime l’aéronautique, le bois et le vin. Elle ne dirige rien : elle présente les gens les uns aux
autres, note ce qui en sort et le dit. En deux ans, 94 mises en relation et 21 contrats entre filières.
"""),
    institution="Bordeaux Métropole",
    place=Place(name="Bordeaux Métropole, Mérignac", latitude=44.8400, longitude=-0.6450),
    themes=("cluster-development",),
    sectors=("aerospace-defence", "construction", "agri-food"),
    nace=("11", "16", "30", "70"),
    sdgs=("9", "17"),
    keywords=("animation de filière", "mise en relation", "croisement"),
    problem=prose("""
Chaque filière avait son association, son colloque et son annuaire. Un fabricant de pièces composites cherchait un
séchoir ; il y en avait un à neuf kilomètres, chez un menuisier, vide l’hiver. Ils se sont rencontrés dans un train.

La métropole finançait trois postes d’animation. Aucun n’avait le temps de sortir de sa filière, puisque chacun
devait remplir son colloque.
"""),
    how=prose("""
1. Nous avons réuni les trois postes en un et demi, et supprimé les trois colloques. Le reste du budget paie des
déplacements.
2. L’animatrice visite quatre entreprises par semaine. Elle pose deux questions : que cherchez-vous ? qu’avez-vous
qui ne sert pas ?
3. Les réponses vont dans un carnet de fiches, partagé avec les trois associations et avec personne d’autre.
4. Le vendredi, elle relit et téléphone : deux noms, une raison, un rendez-vous dans les quinze jours.
5. Trois mois plus tard, elle demande ce que cela a donné. Un échec s’écrit aussi.
6. Deux fois par an, elle raconte dix histoires à la commission économique, bonnes et mauvaises, sans diaporama.
"""),
    lesson="Supprimer les colloques a fait plus de bruit que de mal.",
    who=(
        "Trois associations de filière, la chambre des métiers, environ 380 entreprises visitées, et la "
        "commission économique de la métropole."
    ),
    resources="Un poste et demi, une voiture, un logiciel de fiches ordinaire. Moins cher que les trois colloques.",
    amounts=(Amount(what="Coût annuel", value=118000), Amount(what="Colloques supprimés, coût annuel", value=134000)),
    started="2016-01",
    evidence=prose("""
94 mises en relation entre filières, 21 contrats, dont 6 de plus de cinquante mille euros. Dans 30 cas il ne s’est
rien passé ; les raisons sont classées. Chiffres illustratifs, issus du carnet.
"""),
    indicators=(
        Indicator(name="Mises en relation", value=37, unit="rencontres", year=2016),
        Indicator(name="Mises en relation", value=57, unit="rencontres", year=2017),
        Indicator(name="Contrats entre filières", value=21, unit="contrats", year=2017),
    ),
    wrong=prose("""
La première année, le carnet était ouvert à tous les services. Une entreprise y a lu ce qu’une autre cherchait, et a
doublé son prix. Nous avons fermé le carnet et présenté des excuses. Deuxième erreur : tout repose sur une personne
; son congé a coûté quatre mois.
"""),
    conditions=(
        "Il faut le droit de supprimer quelque chose, sinon l’animatrice vient s’ajouter au reste. Le "
        "logiciel n’a aucune importance. La confidentialité du carnet en a beaucoup."
    ),
    transfer=(
        "À essayer partout où plusieurs filières se côtoient sans se connaître. Dans une petite ville, "
        "une demi-journée par semaine suffit."
    ),
    criteria=(
        ("integrated", "Trois filières et la chambre des métiers ; les entreprises fixent le sujet."),
        ("impact", "21 contrats qui n’auraient pas existé."),
        ("relevance", "Le croisement des filières est au cœur des stratégies régionales."),
        ("transferability", "Une personne, deux questions, un carnet fermé."),
    ),
    pictures=(
        Picture(
            file_name="bordeaux-carnet.webp",
            drawing="links",
            alt=(
                "Trois groupes de points dessinés au stylo, reliés par quelques traits ; un trait est "
                "surligné en jaune."
            ),
        ),
    ),
    section_visibility=(("wrong", "network"),),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text="Validée. Les trente cas sans suite, avec leurs raisons, valent les vingt et un contrats.",
            at=at("2017-12-20T17:00"),
        ),
    ),
    verified_on="2018-02-26",
    created_at=at("2017-11-27T16:12"),
    updated_at=at("2018-02-26T09:30"),
)
