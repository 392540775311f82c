"""Italian: minutes of the meeting in Torino."""

from infocus.demo.content.words import prose

BODY = prose("""
# Presenze e apertura

Dieci partner presenti, due esperti, una rappresentante del gruppo locale di Porto. La lead partner ricorda la
regola: otto minuti ciascuno, una sola diapositiva, nessuna introduzione.

# L’ecosistema e i suoi vuoti

L’esperta fa disegnare a ogni partner il proprio ecosistema e chiede di colorare i vuoti. In nove disegni su dieci
manca il secondo cliente. Bordeaux osserva che nessuno ha disegnato le biblioteche; Torino risponde con lo sportello
di sera.

Plasencia chiede che cosa fare quando gli attori sono quattro e si conoscono tutti. Risposta di Bilbao: cominciare
dalle ore, non dagli attori.

# Visita alla fonderia

Passeggiata di un chilometro e duecento metri. La fonderia ospita un laboratorio di prova e nove imprese. Il
riscaldamento costa il doppio del previsto: la stima pensava a persone sedute. Ostrava chiede che ogni cifra sia
data con il riscaldamento. La richiesta diventa decisione.

!table Primo inverno, due piani
| Voce | Stima | Speso |
| Riscaldamento | 18 000 | 37 400 |
| Elettricità | 22 000 | 20 900 |
| Portineria serale | 9 000 | 9 600 |

# Piani a coppie

Due tavoli: Porto con Ostrava, Grenoble con Bucarest. Il verbale del tavolo è letto solo dalla coppia. In plenaria
si riporta una frase ciascuno. Grenoble: nel piano mancano i quartieri. Ostrava: manca chi decide quando i fondi
finiscono.

# Decisioni

1. Ogni piano nomina il proprietario di ogni edificio su cui conta.
2. I costi degli spazi condivisi sono mensili, riscaldamento incluso, primo anno vuoto. Francoforte si astiene.
3. La giornata di revisione è a Grenoble, a tavoli paralleli.

Il verbale è stato approvato il 29 settembre 2017, con due correzioni di Ostrava.
""")
