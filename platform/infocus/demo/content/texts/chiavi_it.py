"""Italian: two keys for every euro, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# Una riga nel regolamento

La regola delle due chiavi sta in una riga: nessuna spesa oltre i cinquemila euro parte senza la firma di chi
propone e quella di un’impresa che non ne guadagna. Questa scheda racconta come si è arrivati a quella riga, e che
cosa è cambiato dopo.

Il fondo era nato bene. Doveva comprare macchine che le piccole imprese non possono permettersi. Dopo tre anni aveva
comprato molte cose facili da inaugurare.

# Perché la cabina non sapeva dire no

Intorno al tavolo sedevano sette enti, ciascuno con un progetto da proporre prima o poi. Chi rifiuta oggi sarà
rifiutato domani. Le imprese, che avrebbero usato le macchine, erano rappresentate da chi le rappresenta per
mestiere.

> Nessuno aveva interesse a dire di no, e tutti pagavano i sì.

Il politecnico fece un conto semplice: le ore d’uso divise per le ore disponibili. Il risultato, ventitré per cento,
fu letto ad alta voce e seguito da un silenzio lungo.

!bars Uso delle macchine, in percentuale delle ore: 2014=21; 2015=23; 2016=48; 2017=61

# Come funziona il sorteggio

!flow Dalla proposta alla spesa: Proposta scritta > Sorteggio di un’impresa > Dieci giorni > Sì, oppure no in tre
righe > Pubblicazione

Le imprese sorteggiate sono dodici l’anno. Si controlla prima che non abbiano rapporti commerciali con chi propone:
lo si è imparato a spese di un contratto perduto. Ogni anno metà delle imprese cambia.

Il silenzio vale no. È la parte più discussa e quella che funziona meglio: chi propone telefona, spiega, porta
l’impresa a vedere.

# Undici no

!table I motivi degli undici rifiuti
| Motivo | Casi |
| Esiste già a meno di trenta chilometri | 4 |
| Nessuno sa usarla | 3 |
| Troppo grande per chi dovrebbe usarla | 2 |
| Manca chi paga la manutenzione | 2 |

Sette proposte sono tornate cambiate e sono state accettate. Di un rifiuto, a distanza di un anno, ci si è pentiti:
una cabina di prova acustica che oggi servirebbe.

# Se volete copiarla

Copiate la pubblicazione dei no prima del sorteggio. In territori piccoli il sorteggio può diventare una nomina a
turno. Non copiate la soglia: cinquemila euro sono la nostra misura, non la vostra. E prevedete chi risponde al
telefono nei dieci giorni, perché la seconda chiave fa domande.
""")
