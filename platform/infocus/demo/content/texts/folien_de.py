"""German: slides on clusters without brochures."""

from infocus.demo.content.words import prose

BODY = prose("""
# Was ein Cluster am Mittwoch tut

- Einen Betrieb besuchen
- Fragen, was fehlt und was ungenutzt herumsteht
- Zwei Menschen einander vorstellen
- Drei Monate später nachfragen

!note Bitte nicht mit der Jahrestagung beginnen. Der Mittwoch ist das Argument.

# Auslastung der geteilten Maschine

!bars Stunden je Woche: 2015=18; 2016=26; 2017=31

!note Der Sprung von 2015 auf 2016 kam mit dem eigenen Raum, nicht mit Werbung.

# Drei Fragen, drei Abende

!flow Der Weg zum Vertrag: Wer zahlt? > Wer wartet? > Wer geht?

!note Am dritten Abend lange schweigen können.

# Wer zahlt im vierten Jahr?

!table Elf Cluster, vier Antworten
| Quelle | Zahl |
| Neue Förderung | 5 |
| Beiträge der Betriebe | 3 |
| Stadthaushalt | 2 |
| Niemand gefragt | 1 |

!note Der eine Cluster ohne Antwort wurde inzwischen geschlossen.

# Was wir nicht mehr machen

- Broschüren
- Landkarten ohne Telefonnummern
- Frühstücke um neun
- Teilnehmende zählen

!note Niemand im Raum hat eine dieser vier Sachen verteidigt.

# Bitte mitnehmen

- Der Vertragstext liegt aus, vier Seiten
- Er darf verändert werden
- Rückmeldungen an das Postfach der Stadt

!note Auf die Liste der nicht wörtlich zu übersetzenden Wörter hinweisen.
""")
