"""Frankfurt: Ein Vertrag für geteilte Maschinen: vier Seiten statt vierzig."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice, Transfer
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="frankfurt-vertrag",
    partner="frankfurt",
    author="coordinator@frankfurt.example",
    language="de",
    state="published",
    visibility="public",
    title="Ein Vertrag für geteilte Maschinen: vier Seiten statt vierzig",
    summary=prose("""
Fünf Betriebe teilen sich eine Messmaschine, die keiner allein auslasten könnte. Der Vertrag hat vier Seiten, weil
er nur drei Fragen regelt: wer zahlt, wer wartet, wer geht.
"""),
    institution="Wirtschaftsförderung Frankfurt",
    place=Place(name="Frankfurt am Main, Fechenheim", latitude=50.1270, longitude=8.7600),
    themes=("cluster-development", "workspace-provision"),
    sectors=("electronics", "mobility"),
    nace=("26", "28", "71"),
    sdgs=("9", "12"),
    keywords=("Maschinenteilung", "Vertrag", "Cluster"),
    problem=prose("""
Eine Koordinatenmessmaschine kostet so viel wie zwei Gesellen in drei Jahren und läuft in einem kleinen Betrieb vier
Stunden in der Woche. Fünf Betriebe im selben Gewerbehof wollten je eine kaufen.

Der erste Entwurf eines gemeinsamen Vertrags hatte vierzig Seiten, regelte den Weltuntergang und wurde von niemandem
unterschrieben.
"""),
    how=prose("""
1. Die fünf Betriebe führten acht Wochen lang Buch, wann sie hätten messen wollen. Die Hälfte der Zeiten überschnitt
sich nie.
2. Die Clusterstelle lud zu drei Abenden ein, jeder Abend eine Frage: Wer zahlt? Wer wartet? Wer geht?
3. Bezahlt wird nach Stunden, mit einem festen Sockel von einem Zehntel, damit die Maschine auch im August steht.
4. Gewartet wird reihum. Wer dran ist, hat in dem Monat Vorrang bei der Buchung.
5. Wer geht, bekommt seinen Anteil nach einer Tabelle zurück, die von Anfang an im Anhang steht.
6. Was nicht geregelt ist, entscheidet die Clusterstelle innerhalb einer Woche; das kam bisher dreimal vor.
7. Nach einem Jahr wurde der Vertrag gekürzt, nicht verlängert.
"""),
    lesson="Die Austrittstabelle im Anhang war der Grund, warum alle eintraten.",
    who=(
        "Fünf Betriebe mit 4 bis 38 Beschäftigten, die Clusterstelle, ein Steuerberater, die "
        "Handwerkskammer als Zeugin und die Berufsschule, die freitags kostenlos misst."
    ),
    resources=(
        "Die Maschine finanzierten die Betriebe zu 70 Prozent, den Rest ein Landesprogramm. Die Stadt gab "
        "drei Abende und zwölf Arbeitstage."
    ),
    amounts=(Amount(what="Messmaschine", value=148000), Amount(what="Arbeit der Clusterstelle", value=5400)),
    started="2015-05",
    evidence=prose("""
Die Maschine läuft 31 Stunden in der Woche. Zwei Betriebe nahmen Aufträge an, die eine eigene Messung verlangten.
Ein Betrieb trat aus, nach Tabelle und ohne Streit, ein anderer trat ein. Zahlen zur Veranschaulichung.
"""),
    indicators=(
        Indicator(name="Auslastung", value=18, unit="Stunden je Woche", year=2015),
        Indicator(name="Auslastung", value=31, unit="Stunden je Woche", year=2017),
        Indicator(name="Beteiligte Betriebe", value=5, unit="Betriebe", year=2017),
    ),
    wrong=prose("""
Wir ließen zuerst alle fünf gleich viel zahlen. Der kleinste Betrieb zahlte für Stunden, die er nicht brauchte, und
schwieg ein Jahr lang. Und wir stellten die Maschine in die Halle des größten: Die anderen fühlten sich als Gäste.
Sie steht heute in einem eigenen Raum.
"""),
    conditions=(
        "Die Betriebe müssen einander zu Fuß erreichen. Eine neutrale Stelle ist nötig, eine Förderung "
        "nicht. Das Landesmittelrecht kann den Anhang ändern."
    ),
    transfer=prose("""
Der Text liegt bei und darf verändert werden. In anderen Rechtsordnungen ist das Wort Miete zu vermeiden; wir nennen
es Nutzungserlaubnis. Für Backöfen, Webstühle und Tonstudios gilt dasselbe.
"""),
    further="Vertragstext im Anhang der Fallstudie (vier Seiten).",
    criteria=(
        ("integrated", "Betriebe, Schule und Kammer; die Betriebe schrieben den Vertrag."),
        ("impact", "31 Stunden Auslastung, zwei neue Aufträge."),
        ("relevance", "Teure Maschinen und kleine Betriebe gibt es überall."),
        ("transferability", "Vier Seiten, frei verwendbar."),
    ),
    pictures=(
        Picture(
            file_name="frankfurt-maschine.png",
            drawing="shared",
            alt=(
                "Zeichnung: fünf Kästen sind durch Linien mit einer Maschine in der Mitte verbunden, die "
                "gelb markiert ist."
            ),
        ),
    ),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text="Validiert. Selten war eine Praxis so direkt verwendbar: Man kann sie unterschreiben.",
            at=at("2017-02-08T10:30"),
        ),
    ),
    transfers=(
        Transfer(
            receiver="torino",
            stage="adapt",
            since="2017-10",
            adapted="Zwölf Betriebe statt fünf, mit Losverfahren für den Vorrang.",
            left_out="Der feste Sockel.",
            result="Vertrag unterschrieben, Maschine bestellt.",
        ),
        Transfer(receiver="bilbao", stage="interested", since="2017-11"),
    ),
    verified_on="2018-01-30",
    created_at=at("2016-11-28T14:00"),
    updated_at=at("2018-01-30T11:00"),
)
