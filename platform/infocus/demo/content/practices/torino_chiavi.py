"""Torino: Due chiavi per ogni euro: chi può dire di no nella cabina di regia."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice, Transfer
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="torino-chiavi",
    partner="torino",
    author="coordinator@torino.example",
    language="it",
    state="published",
    visibility="public",
    title="Due chiavi per ogni euro: chi può dire di no nella cabina di regia",
    summary=prose("""
Nella cabina di regia siedono in sette, ma nessuna spesa parte senza due firme: quella di chi la propone e quella di
un’impresa che non ne guadagna. In due anni la seconda firma ha detto no undici volte.
"""),
    institution="Città metropolitana di Torino",
    place=Place(name="Torino, Mirafiori", latitude=45.0320, longitude=7.6230),
    themes=("entrepreneurship", "cluster-development"),
    sectors=("mobility", "electronics"),
    nace=("28", "29", "72"),
    sdgs=("9", "16"),
    keywords=("governance", "fondo", "macchine condivise"),
    problem=prose("""
Un fondo comune per macchine condivise finanziava tutto ciò che veniva chiesto. Il tavolo era numeroso, cordiale e
incapace di rifiutare. Dopo tre anni c’erano due stampanti 3D per ogni comune e nessuna fresa a cinque assi.

Le imprese avevano smesso di venire, perché il tavolo discuteva di progetti degli enti. Chi perdeva dalla spesa
sbagliata non aveva voce.
"""),
    how=prose("""
1. Il regolamento cambia in una riga: ogni spesa sopra i cinquemila euro richiede due chiavi.
2. La prima chiave è di chi propone. La seconda è di un’impresa sorteggiata tra quelle che usano le macchine e che
non riceve nulla dalla spesa.
3. La seconda chiave ha dieci giorni. Il silenzio vale no.
4. Un no si motiva in tre righe e si pubblica. Chi propone può tornare una volta sola.
5. Ogni anno il sorteggio cambia metà delle imprese.
6. A fine anno si leggono insieme i no, e si chiede di quali ci si è pentiti.
"""),
    lesson="Il diritto di dire no ha riportato le imprese al tavolo più di qualsiasi invito.",
    who=(
        "Sette enti nella cabina, dodici imprese sorteggiate l’anno, il politecnico come segreteria e, "
        "come beneficiarie, circa novanta imprese sotto i cinquanta addetti."
    ),
    resources="Nessuna risorsa nuova: un giorno al mese di segreteria e un notaio per il sorteggio, una volta l’anno.",
    amounts=(Amount(what="Fondo annuo governato dalla regola", value=420000), Amount(what="Sorteggio", value=600)),
    started="2016-01",
    evidence=prose("""
Su 64 spese proposte, 11 sono state rifiutate e 7 sono tornate cambiate. L’uso medio delle macchine comprate dopo la
regola è del 61 per cento delle ore disponibili, contro il 23 di prima. Dati illustrativi della segreteria.
"""),
    indicators=(
        Indicator(name="Uso delle macchine condivise", value=23, unit="% delle ore", year=2015),
        Indicator(name="Uso delle macchine condivise", value=61, unit="% delle ore", year=2017),
        Indicator(name="Spese rifiutate", value=11, unit="spese", year=2017),
    ),
    wrong=prose("""
Nel primo semestre la seconda chiave era di un’associazione e non di un’impresa: ha firmato tutto. Abbiamo poi
sorteggiato un’impresa fornitrice di chi proponeva, e il no è costato un contratto. Da allora si controllano i
rapporti commerciali prima del sorteggio.
"""),
    conditions=(
        "Serve un fondo con un regolamento che si possa cambiare. Il sorteggio può diventare una nomina "
        "in territori piccoli, ma non la pubblicazione dei no."
    ),
    transfer=(
        "La regola sta in una riga e vale per qualsiasi fondo. Bielsko-Biala la sta leggendo per il proprio piano."
    ),
    criteria=(
        ("integrated", "Enti, imprese e politecnico decidono con pesi diversi dal solito."),
        ("impact", "Uso delle macchine quasi triplicato."),
        ("relevance", "Ogni piano d’azione ha un tavolo che non sa dire no."),
        ("transferability", "Una riga di regolamento e un sorteggio."),
    ),
    pictures=(
        Picture(
            file_name="torino-chiavi.png",
            drawing="keys",
            alt="Due chiavi disegnate a penna sopra una moneta; la seconda è evidenziata in giallo.",
        ),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text="Validata. I no pubblicati sono la prova migliore che ho letto in questa rete.",
            at=at("2017-11-16T08:30"),
        ),
    ),
    transfers=(
        Transfer(
            receiver="bielsko-biala",
            stage="understand",
            since="2018-01",
            adapted="Potere di veto a due membri del comitato.",
            left_out="Il sorteggio.",
        ),
        Transfer(receiver="frankfurt", stage="interested", since="2017-12"),
    ),
    verified_on="2018-03-12",
    created_at=at("2017-09-20T07:55"),
    updated_at=at("2018-03-12T10:00"),
)
