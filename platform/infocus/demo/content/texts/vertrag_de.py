"""German: the contract for shared machines, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# Worum es geht

Eine Messmaschine ist zu teuer für einen kleinen Betrieb und zu nützlich, um keine zu haben. In einem Gewerbehof im
Osten der Stadt teilen sich fünf Betriebe eine solche Maschine. Diese Notiz beschreibt, wie es dazu kam, und gibt
den Vertrag im Wortlaut wieder.

Sie richtet sich an Wirtschaftsförderungen, die gefragt werden, ob sie eine Maschine kaufen sollen. Unsere Antwort
lautet meistens: nein, aber drei Abende geben.

# Drei Abende, drei Fragen

Am ersten Abend ging es um das Bezahlen. Alle wollten nach Stunden zahlen, und niemand wollte im August zahlen. Ein
Zehntel als fester Sockel löste den Widerspruch.

Am zweiten Abend ging es um die Wartung. Der größte Betrieb bot an, alles zu übernehmen, und alle anderen lehnten
ab. Wer wartet, bestimmt; deshalb wechselt das Amt jeden Monat.

Am dritten Abend ging es um das Gehen. Er dauerte am längsten und war der wichtigste. Erst als eine Tabelle zeigte,
was ein Betrieb nach einem, zwei oder fünf Jahren zurückbekommt, griffen alle zum Stift.

!flow Vom Ärger zum Vertrag: Acht Wochen Buch führen > Wer zahlt? > Wer wartet? > Wer geht? > Unterschreiben > Nach
einem Jahr kürzen

# Der Vertrag in Auszügen

1. Die Beteiligten nutzen die Maschine gemeinsam. Die Nutzungserlaubnis ist keine Miete.
2. Jeder Beteiligte trägt einen Sockel von zwei Prozent der Jahreskosten; der Rest wird nach gebuchten Stunden
verteilt.
3. Die Wartung wechselt monatlich. Wer wartet, bucht in diesem Monat zuerst.
4. Wer ausscheidet, erhält seinen Anteil nach der Tabelle im Anhang innerhalb von sechs Wochen.
5. Was hier nicht geregelt ist, entscheidet die Clusterstelle innerhalb einer Woche.

!table Anhang: Rückzahlung beim Austritt
| Ausscheiden nach | Anteil zurück |
| einem Jahr | 80 % |
| zwei Jahren | 62 % |
| drei Jahren | 45 % |
| fünf Jahren | 15 % |

# Was wir heute anders machen würden

Die Maschine stand anfangs in der Halle des größten Betriebs. Die anderen kamen als Gäste und blieben immer
seltener. Seit sie in einem eigenen Raum steht, hat sich die Auslastung fast verdoppelt.

!bars Auslastung in Stunden je Woche: 2015=18; 2016=26; 2017=31

Wörter, die nicht wörtlich übersetzt werden sollten: Miete, Gesellschaft, Haftung. Jedes Rechtssystem hat dafür
eigene Fallen. Die Kolleginnen in Torino haben unseren Sockel durch ein Losverfahren ersetzt und sind damit
zufrieden.
""")
