"""Bilbao: Auzoko lantegia: makina bat, giltza bat, hamabi gazte."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bilbao-lantegia",
    partner="bilbao",
    author="officer@bilbao.example",
    language="eu",
    state="validated",
    visibility="network",
    title="Auzoko lantegia: makina bat, giltza bat, hamabi gazte",
    summary=prose("""
Auzo-etxe bateko beheko solairuan bost makina jarri genituen eta giltza hamabi gazteri eman. Bi urtean hiru enpresa
txiki sortu dira, eta bi porrot ere bai: biak kontatzen ditugu.
"""),
    institution="Bilboko Udala",
    place=Place(name="Bilbo, Errekalde", latitude=43.2489, longitude=-2.9405),
    themes=("workspace-provision", "talent", "entrepreneurship"),
    sectors=("mobility", "proximity-social"),
    nace=("25", "31", "85"),
    sdgs=("4", "8"),
    keywords=("gazteak", "lantegia", "auzoa"),
    problem=prose("""
Lanbide-heziketa amaitu duten gazteek ez dute makinarik etxean. Ikastetxeko tailerra arratsaldez itxita dago, eta
enpresek esperientzia eskatzen dute. Auzoan, berriz, hutsik zegoen beheko solairu bat, udalarena, bederatzi urtez
inork erabili gabea.

Hiriaren estrategiak fabrikazio aurreratua aipatzen zuen, baina auzoan inork ez zekien zer esan nahi zuen horrek.
"""),
    how=prose("""
1. Auzo-elkartearekin bilera bat egin genuen, eta zarataren ordutegia haiek erabaki zuten: zortzietatik
bederatzietara, igandeetan ez.
2. Lanbide-eskolak bost makina zahar utzi zituen, segurtasun-azterketa eginda.
3. Hamabi gazte aukeratu genituen elkarrizketa baten bidez, ez notaren bidez. Bakoitzak giltza bat sinatu zuen.
4. Asteko egun batean, erretiroa hartutako langile bat egoten da. Ez du eskolarik ematen: galderei erantzuten die.
5. Sei hilean behin ate irekiak egiten ditugu, eta auzoko dendek enkarguak ekartzen dituzte.
6. Urtebete igarota, gazteek berek aukeratzen dituzte hurrengo hamabiak.
"""),
    lesson="Giltza emateak makinak erosteak baino gehiago aldatzen du.",
    who=prose("""
Udala, lanbide-eskola, auzo-elkartea, erretiratutako bost langile eta hamabi gazte urtean, 18 eta 27 urte
bitartekoak; lehen urtean bi neska baino ez, hirugarrenean bost.
"""),
    resources=prose("""
Lokala udalarena da. Lehen urtean segurtasuna, argia eta asegurua ordaindu genituen; ondoren argindarra, asegurua
eta koordinatzaile baten lanaldi laurdena.
"""),
    amounts=(Amount(what="Lehen urteko obra eta segurtasuna", value=27500), Amount(what="Urteko gastua", value=14200)),
    started="2015-10",
    evidence=prose("""
Bi urtean 24 gazte pasatu dira. Hamaseik lana aurkitu dute sei hileko epean, hiruk enpresa txiki bana sortu dute.
Auzotarren kexak: bi, biak lehen hilean, ordutegia aldatu aurretik.
"""),
    indicators=(
        Indicator(name="Giltza duten gazteak", value=24, unit="pertsona", year=2017),
        Indicator(name="Sei hilean lana aurkitu dutenak", value=16, unit="pertsona", year=2017),
    ),
    wrong=prose("""
Lehen urtean laser makina bat alokatu genuen, modernoa zelako. Inork ez zuen behar eta gastuaren herena jan zuen.
Bigarrenik, enpresa bati asteburuak utzi genizkion diru-sarreren truke; gazteek lantegia galdutzat jo zuten eta lau
joan egin ziren.
"""),
    conditions=prose("""
Udalak beheko solairu bat izan behar du, eta auzoak ordutegia erabaki behar du. Makinak zaharrak izan daitezke.
Erretiratutako langilerik gabe ez genuke berriro egingo.
"""),
    transfer=prose("""
Edozein hiritan egin daiteke lanbide-eskola bat badago. Garrantzitsuena ez da makina, konfiantza baizik: giltza
gazteen eskuetan dago, eta hori idatziz.
"""),
    criteria=(
        ("integrated", "Hezkuntza, auzoa eta enplegua batera; auzoak ordutegia erabakitzen du."),
        ("impact", "16 gazte lanean, hiru enpresa berri."),
        ("relevance", "Lanbide-heziketaren eta auzoen arteko zubia hiri guztietan falta da."),
        ("transferability", "Lokal bat, bost makina zahar eta asegurua nahikoa da."),
    ),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="valid",
            text=prose("""
Balioztatua, itzulpenaren laguntzaz irakurrita. Hutsegiteak zintzo kontatuta daude. Aseguruaren testua eranstea
eskertuko genuke.
"""),
            at=at("2018-01-22T14:05"),
        ),
    ),
    verified_on="2018-01-22",
    created_at=at("2017-11-02T11:30"),
    updated_at=at("2018-01-22T14:05"),
)
