"""What each city said about its clusters: slug → a title, a note, a question to the others."""

from infocus.demo.content.words import prose

SAYS: dict[str, tuple[str, str, str]] = {
    "bilbao": (
        "Bilbao: an hour on Tuesdays",
        prose("""
Four municipal services meet one growing firm for an hour each Tuesday. The cluster office proposes the firm and
telephones after thirty days. Of 198 promises written on the wall in two years, 164 were kept, some of them late.

The table has no budget, no name and no web page. It has a fixed hour, and that is what people remember.
"""),
        "Which hour of your week could become fixed?",
    ),
    "plasencia": (
        "Plasencia: a cluster without firms of size",
        prose("""
In the four valleys around Plasencia there are hundreds of producers and hardly a firm that could pay a fee. A
cluster in the usual sense is out of reach. What exists is a Tuesday market, a bus that brings people down to it,
and one development agent who knows most of them.

The town would rather be the host of other people's clusters for a day a month than the seat of its own.
"""),
        "Would your cluster hold one of its days in a small town, and who would come?",
    ),
    "porto": (
        "Porto: tenants as a cluster",
        prose("""
Porto's most active cluster never called itself one. Forty-six tenants of three storeys meet twice a year to decide
on one common work of up to 2,000 euro. Out of those meetings came a shared buying list, a night porter and a record
label.

The creative domain of the regional strategy has begun to quote them, with a mixture of pride and surprise.
"""),
        "Where do your firms already meet without being asked?",
    ),
    "torino": (
        "Torino: suppliers who learn to sell",
        prose("""
For two generations the suppliers around Torino had one customer, and therefore no sales department. The cluster
work of the metropolitan city is mostly about that: going to a fair with three firms, sitting beside them, and going
home without speaking about the city.

Of sixty suppliers accompanied since 2015, twenty-two have a second customer. Nine found the first meeting so
unpleasant that they stopped.
"""),
        "What does a firm need before it can be put in front of a stranger?",
    ),
    "ostrava": (
        "Ostrava: masters and teachers",
        prose("""
The strongest tie in Ostrava's industrial cluster runs between masters in workshops and teachers in technical
schools, who meet twice a year without their directors. Their minutes have one page and go to the region, where they
changed two themes of a call.

Firms joined for the sake of apprentices. They stayed, they say, for the conversation about what had broken.
"""),
        "Who in your cluster meets without the directors?",
    ),
    "bucharest": (
        "Bucharest: from flats to a street",
        prose("""
Small firms in information technology begin in flats. When they outgrow them they leave the district, because
nothing between a flat and an office tower is for rent. Along three repaved streets with fibre ducts twenty-six of
them have now found rooms over shops.

Whether this is a cluster nobody knows. The firms know each other's lunch places, which is how it starts.
"""),
        "What is the size between a flat and a tower in your city?",
    ),
    "bielsko-biala": (
        "Bielsko-Biala: a box of fiches",
        prose("""
The agency's plan is a box of twelve project fiches of one page. Clusters take from it what fits an open call. Every
quarter each owner says one of three words: waiting, moving, dead.

Two clusters that had competed for years used the same fiche in the same week, and found out because the box was
empty at that place. They applied together.
"""),
        "Would your clusters let others see the projects they have not begun?",
    ),
    "frankfurt": (
        "Frankfurt: four pages instead of forty",
        prose("""
Five firms in a trade yard share a measuring machine under a contract of four pages. The agency offered three
evenings and twelve days of work, and decides within a week on what the contract does not foresee. This has happened
three times.

The vocational school measures for nothing on Fridays. Two of its pupils work in the yard now, which no part of the
contract foresaw either.
"""),
        "Which machine do three of your firms own, each for four hours a week?",
    ),
    "bordeaux": (
        "Bordeaux: one host for three sectors",
        prose("""
The metropolis replaced three half-used posts and three conferences by one and a half posts and no conference. The
host for aerospace, wood and wine visits four firms a week with two questions and a closed notebook.

The saving was spent on trains. Objections lasted a season; since then firms have asked when she is coming.
"""),
        "What could you stop, to make room for this?",
    ),
    "grenoble": (
        "Grenoble-Alpes: the jobs behind the white door",
        prose("""
Around the laboratories a dense cluster of suppliers for air, gas and clean rooms looks for technicians and does not
find them two tram stops away. The metropolis wrote down forty such jobs in plain words, together with a youth
worker.

Cluster policy, it turned out, had been made for people with doctorates. Thirty-one apprentices later the employers'
notices read differently.
"""),
        "Which jobs in your cluster have never been described in a sentence?",
    ),
}
