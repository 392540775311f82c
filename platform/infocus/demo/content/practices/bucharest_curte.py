"""Bucharest: Contabil în curte: sprijin pentru ateliere acolo unde sunt."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bucharest-curte",
    partner="bucharest",
    author="coordinator@bucharest.example",
    language="ro",
    state="published",
    visibility="network",
    title="Contabil în curte: sprijin pentru ateliere acolo unde sunt",
    summary=prose("""
În fiecare miercuri, un contabil și un avocat plătiți de primărie stau două ore într-o curte cu ateliere. Fără
programare și fără formulare. În doi ani, 63 de ateliere au trecut de la munca nedeclarată la firmă.
"""),
    institution="Primăria Sectorului 3",
    place=Place(name="București, Sector 3", latitude=44.4230, longitude=26.1270),
    themes=("entrepreneurship",),
    sectors=("cultural-creative", "textiles"),
    nace=("14", "74", "95"),
    sdgs=("8", "10"),
    keywords=("ateliere", "contabilitate", "curți"),
    problem=prose("""
În curțile din spatele bulevardelor lucrează croitori, tâmplari, tipografi și montatori de film. Cei mai mulți nu
aveau firmă, nu pentru că voiau să ascundă ceva, ci pentru că nu știau cum se completează o declarație și le era
teamă de ghișeu.

Strategia vorbea despre industrii creative. Oamenii din curți nu știau că este vorba despre ei.
"""),
    how=prose("""
1. Am mers pe jos prin patruzeci de curți și am notat cine lucrează și la ce oră bea cafeaua. Aceea a devenit ora
noastră.
2. Am contractat un contabil și un avocat pentru două ore pe săptămână. Nu sunt angajați ai primăriei și nu
raportează nume.
3. Ei stau la o masă pliantă în curte. Oricine poate întreba orice, oricine poate asculta.
4. La a treia întâlnire, cine vrea primește ajutor să își înregistreze firma, pe loc, pe un laptop.
5. Întrebările care se repetă devin o foaie cu zece răspunsuri, lipită la intrarea în curte.
6. După șase luni trecem în altă curte, dar prima păstrează numărul de telefon.
"""),
    lesson="Nu le-am cerut oamenilor să vină la ghișeu; am mutat masa.",
    who=(
        "Primăria, un contabil, o avocată, doi administratori de curte și 140 de persoane. Camera de "
        "comerț a venit o singură dată."
    ),
    resources=(
        "Două contracte de prestări servicii, o masă pliantă și un telefon. Costul este mai mic decât cel al unui târg."
    ),
    amounts=(Amount(what="Cost anual", value=58000, currency="RON"),),
    started="2016-03",
    evidence=prose("""
Dintre cele 140 de persoane, 63 au înregistrat o firmă, iar 51 dintre ele funcționează după un an. Doisprezece au
angajat pe cineva. Datele sunt ilustrative și provin din caietul contabilului, fără nume.
"""),
    indicators=(
        Indicator(name="Ateliere înregistrate", value=24, unit="firme", year=2016),
        Indicator(name="Ateliere înregistrate", value=63, unit="firme", year=2017),
        Indicator(name="Active după un an", value=51, unit="firme", year=2017),
    ),
    wrong=prose("""
La prima curte am venit cu un banner al primăriei. Toată lumea a plecat la cafea în altă parte. Apoi am promis
microgranturi care nu au fost aprobate; am pierdut o curte întreagă și am aflat că o promisiune nerespectată se
povestește mai repede decât un ajutor.
"""),
    conditions=(
        "Contabilul trebuie să fie independent și să tacă. Avocatul poate lipsi la început. Bannerul "
        "trebuie lăsat acasă."
    ),
    transfer=(
        "Merge oriunde există muncă mică, împrăștiată și neîncrezătoare: piețe, garaje, sate. Plasencia a "
        "întrebat cum ar arăta într-un sat."
    ),
    criteria=(
        ("integrated", "Economie, social și juridic, la aceeași masă; ora o aleg atelierele."),
        ("impact", "63 de firme noi, 51 active după un an."),
        ("relevance", "Munca invizibilă există în toate orașele rețelei."),
        ("transferability", "O masă pliantă și două contracte."),
    ),
    pictures=(
        Picture(
            file_name="bucharest-curte.png",
            drawing="courtyard",
            alt="Plan desenat al unei curți cu ateliere pe trei laturi și o masă marcată cu galben în mijloc.",
        ),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text="Validată. Practica spune clar ce nu raportează contabilul; fără acest detaliu nu s-ar putea copia.",
            at=at("2017-12-11T11:15"),
        ),
    ),
    verified_on="2017-12-11",
    created_at=at("2017-10-04T12:25"),
    updated_at=at("2017-12-11T11:15"),
)
