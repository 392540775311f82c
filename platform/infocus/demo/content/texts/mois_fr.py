"""French: the empty months, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# Une question posée à Torino

Lors de la rencontre de Torino, quelqu’un a demandé qui paie les mois vides. Personne n’avait mis cette somme dans
un plan. Nous avons promis une page ; en voici quelques-unes, car la page ne suffisait pas.

Nous avons ouvert les livres de quatre lieux de travail partagés de la rive droite, avec l’accord de leurs
gestionnaires. Les noms sont remplacés par des lettres.

# Compter les mois

!table Mois vides depuis l’ouverture
| Lieu | Mois ouverts | Mois vides | Part |
| A | 58 | 7 | 12 % |
| B | 41 | 3 | 7 % |
| C | 36 | 5 | 14 % |
| D | 27 | 3 | 11 % |

Un mois est dit vide quand plus de la moitié de la surface l’est. Ensemble, cela fait un mois sur neuf. Les mois
vides ne tombent pas au hasard : les quatre premiers, les deux qui suivent le départ d’un grand locataire, et le
mois d’août.

# Ce que coûte un mois

Un mois vide coûte plus que le loyer perdu. Le chauffage continue, l’accueil aussi, et une personne passe son temps
à chercher. Dans le lieu C, cette personne était l’architecte, ce qui n’a aidé ni les travaux ni la recherche.

!bars Coût d’un mois vide, en euros par mètre carré: Loyer perdu=9.5; Chauffage et entretien=4.2; Temps de
recherche=2.1

# La règle du neuvième

!flow Le fonds commun: Un neuvième du loyer, dès l’ouverture > Un compte pour quatre lieux > Deux signatures >
Versement après un mois vide > Relevé publié chaque année

Le fonds est commun parce que les mauvais mois ne tombent pas ensemble. Il faut deux signatures, dont celle d’un
gestionnaire qui ne demande rien ; nous avons pris cette idée à Torino.

# Ce que nous ne savons pas encore

Si un fonds rend paresseux. Le gestionnaire du lieu B le craint ; celui du lieu A répond que la paresse coûte plus
cher que le fonds. Nous relèverons les chiffres dans deux ans.
""")
