"""Ostrava: Den v dílně: učitel na jeden den zaměstnancem."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice, Transfer
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="ostrava-technici",
    partner="ostrava",
    author="officer@ostrava.example",
    language="cs",
    state="published",
    visibility="all",
    title="Den v dílně: učitel na jeden den zaměstnancem",
    summary=prose("""
Učitelé technických škol stráví jeden den v roce u stroje ve firmě a firma pak stráví jednu hodinu ve třídě. Za tři
roky se zapojilo 118 učitelů a počet přihlášek na čtyři obory přestal klesat.
"""),
    institution="Statutární město Ostrava",
    place=Place(name="Ostrava, Vítkovice", latitude=49.8120, longitude=18.2760),
    themes=("talent", "ris3-alignment"),
    sectors=("mobility", "digital", "energy-intensive"),
    nace=("25", "28", "85"),
    sdgs=("4", "8"),
    keywords=("technici", "školy", "firmy"),
    problem=prose("""
Firmy si stěžovaly, že absolventi neznají stroje. Školy si stěžovaly, že je firmy nepustí ke strojům. Žáci mezitím
volili jiné obory, protože dílnu viděli naposledy na obrázku.

Krajská strategie inteligentní specializace psala o talentech dvanáct stran, ale slovo učitel v ní bylo dvakrát.
"""),
    how=prose("""
1. Město napsalo osmdesáti firmám jedinou otázku: vezmete na jeden den jednoho učitele? Odpovědělo jednatřicet.
2. Škola pustí učitele na den, město zaplatí suplování. To byla celá překážka.
3. Učitel nejde na exkurzi. Má pracovní oblečení, školení bezpečnosti a mistra, který mu dá práci.
4. Do měsíce přijde mistr na jednu hodinu do třídy a mluví o tom, co se ten den pokazilo.
5. Dvakrát ročně se sejdou mistři a učitelé bez vedení. Zápis má jednu stránku a jde na kraj.
6. Kraj z těch zápisů v roce 2017 změnil dvě témata výzvy na vybavení škol.
"""),
    lesson="Nejlevnější položkou projektu bylo suplování, a právě na něm to dřív vázlo.",
    who=(
        "Osm středních škol, 31 firem od 12 do 900 lidí, kraj, úřad práce a 118 učitelů. Žáci nepřímo, "
        "zhruba dva tisíce ročně."
    ),
    resources=(
        "Suplování, pojištění a půl úvazku koordinátorky. Firmy svůj čas neúčtují; podle našeho odhadu "
        "jde o čtyři hodiny mistra na učitele."
    ),
    amounts=(
        Amount(what="Roční náklady města", value=410000, currency="CZK"),
        Amount(what="Suplování na jeden den", value=1900, currency="CZK"),
    ),
    started="2015-03",
    evidence=prose("""
Přihlášky na čtyři sledované obory klesaly o šest procent ročně, od roku 2016 jsou stejné. Z 31 firem jich 27
zůstalo i třetí rok. Devět učitelů změnilo osnovu. Čísla jsou ilustrativní.
"""),
    indicators=(
        Indicator(name="Zapojení učitelé", value=22, unit="osob", year=2015),
        Indicator(name="Zapojení učitelé", value=118, unit="osob", year=2017),
        Indicator(name="Přihlášky na čtyři obory", value=342, unit="přihlášek", year=2017),
    ),
    wrong=prose("""
První rok jsme učitele posílali po dvou. Povídali si spolu a mistr je nechal být. Druhá chyba: pozvali jsme tisk.
Firmy uklidily dílnu a ukázaly, co se pokazit nemůže.
"""),
    conditions=(
        "Je nutné, aby někdo zaplatil suplování a pojištění. Kraj může chybět, ale pak zápis nemá kam "
        "jít. Školení bezpečnosti vynechat nelze."
    ),
    transfer="Funguje všude, kde škola a firma jsou do hodiny cesty. V Bielsku-Bialé to zkoušejí se dvěma školami.",
    criteria=(
        ("integrated", "Školy, firmy, město a kraj; mistři a učitelé se scházejí sami."),
        ("impact", "Přihlášky přestaly klesat, devět osnov se změnilo."),
        ("relevance", "Nedostatek techniků hlásí osm partnerů z deseti."),
        ("transferability", "Stačí suplování, pojištění a dopis."),
    ),
    pictures=(
        Picture(
            file_name="ostrava-technici.png",
            drawing="exchange",
            alt="Kreslené schéma: šipka ze školy do dílny a zpět; cesta zpět je zvýrazněna žlutě.",
        ),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text=(
                "Schváleno. Silné je, že mistr mluví o tom, co se pokazilo. Doplňte prosím, kolik firem odešlo a proč."
            ),
            at=at("2017-05-30T09:45"),
        ),
    ),
    transfers=(
        Transfer(
            receiver="bielsko-biala",
            stage="adapt",
            since="2017-10",
            adapted="Dvě školy, místo suplování projektový den.",
            left_out="Společné setkání mistrů a učitelů.",
            result="Čtrnáct učitelů v prvním pololetí.",
        ),
    ),
    verified_on="2018-02-20",
    created_at=at("2016-12-06T08:15"),
    updated_at=at("2018-02-20T09:00"),
)
