"""French: slides on spaces."""

from infocus.demo.content.words import prose

BODY = prose("""
# Un lieu n’est pas une adresse

- Une dalle qui porte une machine
- Une porte où passe une palette
- Un loyer que l’on peut prévoir
- Quelqu’un qui décroche

!note Ne pas montrer de photographie de façade avant la quatrième diapositive.

# Cent mille emplois, combien de pièces ?

- Objectif de la métropole : 100 000 emplois nouveaux d’ici 2030
- Combien auront besoin d’une pièce avec un point d’eau ?
- Nous ne le savons pas, et la question est dans le plan

!note Le chiffre est public ; la question est celle des gestionnaires.

# Un mois sur neuf

!bars Part des mois vides, en pour cent: Lieu A=12; Lieu B=7; Lieu C=14; Lieu D=11

!note Dire que les gestionnaires ont donné leur accord.

# Le fonds commun

!flow La règle: Un neuvième > Un compte > Deux signatures > Un relevé public

!note La deuxième signature vient de Torino.

# Une animatrice, trois filières

!table Avant et après
| | Avant | Après |
| Postes | 3 | 1,5 |
| Colloques | 3 | 0 |
| Visites par semaine | 2 | 4 |
| Contrats entre filières | inconnus | 21 |

!note Les colloques ont manqué à très peu de monde.
""")
