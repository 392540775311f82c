"""Torino: Sportello di sera: aprire un’impresa dopo il turno."""

from infocus.demo.content.records import Amount, Indicator, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="torino-sera",
    partner="torino",
    author="officer@torino.example",
    language="it",
    state="submitted",
    visibility="network",
    title="Sportello di sera: aprire un’impresa dopo il turno",
    summary=prose("""
Chi lavora in fabbrica non può venire allo sportello alle undici del mattino. Dal 2017 tre sportelli per nuove
imprese aprono dalle 19 alle 22 in biblioteche di periferia; metà degli utenti non aveva mai incontrato un
incubatore.
"""),
    institution="Città metropolitana di Torino",
    place=Place(name="Torino, biblioteche di zona", latitude=45.0936, longitude=7.7100),
    themes=("entrepreneurship", "talent"),
    sectors=("proximity-social", "retail"),
    nace=("43", "56", "95"),
    sdgs=("5", "8", "10"),
    keywords=("orari", "biblioteche", "nuove imprese"),
    problem=(
        "I nostri incubatori vedono sempre le stesse persone: giovani, laureate, libere al mattino. Le "
        "licenze di nuove imprese vengono invece soprattutto da chi ha più di quarant’anni e un turno."
    ),
    how=prose("""
1. Abbiamo chiesto a cento titolari di licenze recenti a che ora avrebbero avuto bisogno di aiuto. Settantuno hanno
detto: dopo cena.
2. Le biblioteche erano già aperte fino alle 22. Serviva un tavolo, non una sede.
3. Due consulenti a turno, mai meno di due: una ascolta, l’altra compila.
4. Niente appuntamento. Chi aspetta legge.
5. Alla terza visita si va insieme alla camera di commercio, di giorno.
"""),
    lesson="L’orario era il servizio.",
    who=(
        "Tre biblioteche, la camera di commercio, un sindacato, un’associazione di quartiere e 412 "
        "persone in quattordici mesi."
    ),
    resources="Sei sere al mese per sede, due consulenti pagate a ore. La biblioteca non chiede affitto.",
    amounts=(Amount(what="Costo annuo di tre sportelli", value=46800),),
    started="2017-01",
    evidence=(
        "412 persone, 58 imprese aperte, 37 persone che hanno deciso di non aprire e ci ringraziano. Il "
        "52 per cento non aveva mai parlato con un servizio pubblico per le imprese."
    ),
    indicators=(
        Indicator(name="Persone ascoltate", value=412, unit="persone", year=2018),
        Indicator(name="Imprese aperte", value=58, unit="imprese", year=2018),
    ),
    wrong=(
        "All’inizio la consulente era una sola. Con la sala piena compilava e non ascoltava più, e la "
        "gente non tornava. In una biblioteca il riscaldamento si spegne alle 20: lo abbiamo scoperto a "
        "gennaio."
    ),
    conditions="Un luogo già aperto la sera. Le consulenti possono venire da qualsiasi ente, purché siano due.",
    transfer=(
        "Funziona dove c’è una biblioteca, un centro civico o una palestra aperti. Il sindacato può "
        "essere sostituito, l’orario no."
    ),
    criteria=(
        ("integrated", "Lavoro, biblioteche, camera di commercio e quartiere."),
        ("impact", "58 imprese e 37 errori evitati."),
        ("relevance", "Gli orari degli sportelli sono gli stessi in dieci città."),
        ("transferability", "Nessuna sede nuova."),
    ),
    created_at=at("2018-03-08T21:10"),
    updated_at=at("2018-03-29T20:40"),
)
