"""What each city said about spaces: slug → a title, a note, a question to the others."""

from infocus.demo.content.words import prose

SAYS: dict[str, tuple[str, str, str]] = {
    "bilbao": (
        "Bilbao: the ground floor with twelve keys",
        prose("""
In a neighbourhood with steep streets the city opened a ground floor that had stood empty for nine years. Five old
machines came from a vocational school, and twelve young people received a key each. The neighbours' association set
the hours, eight to nine, never on Sundays.

The first year paid for safety, light and insurance. After that the room costs about as much as a small festival. A
modern laser cutter, hired because it looked like the future, ate a third of the budget and was used by nobody.
"""),
        "Would you hand a key to somebody of eighteen, and what would your insurer say?",
    ),
    "plasencia": (
        "Plasencia: one shop window at a time",
        prose("""
Plasencia has no storeys to open. It has twenty-two closed shops and owners who wait for the rents of another
decade. Five of them agreed to lend a shop for three months, insured by the town. Two producers from the valleys
share each shop, since one alone cannot stand behind a counter and pick cherries.

Three shops have stayed open on their own contracts, at little more than half the rent first asked. The one opened
in January failed, because nobody walks there in January.
"""),
        "Which part of your practice could a town with one development agent leave out?",
    ),
    "porto": (
        "Porto: the price on the door",
        prose("""
Each opened storey in Porto shows on its door what it cost, heating included. The sheet was meant for tenants. Its
best readers have been the city's own accountants, who stopped asking for the full refurbishment after the second
storey cost less than the first.

Leases run for eleven months and are renewed on proof of use. One storey went to a single firm that promised forty
jobs; it left after seven months.
"""),
        "What would happen in your city if a cost were printed where people walk past it?",
    ),
    "torino": (
        "Torino: two storeys and a cold winter",
        prose("""
Torino took over Porto's practice with a change: where Porto has an account fed by rents, Torino has a yearly vote,
since its budget law allows nothing else. Seventeen firms moved into two storeys of a former supplier's building.

The heating cost twice the estimate, because the estimate had assumed people who sit. People who work with metal
open the gates. The report on this first winter is due in spring and will be the most useful page of the year.
"""),
        "Who in your city would be told first if the heating cost twice the estimate?",
    ),
    "ostrava": (
        "Ostrava: the hall that was divided",
        prose("""
Of a refurbished hall of 4,200 square metres a tenth is in use, and that tenth is full. It was divided with timber
walls after forty founders had been telephoned. They wanted twelve square metres, a door that locks, heating they
control and a tram stop.

The other nine tenths serve fairs forty days a year. Ostrava tells the story to every delegation, which takes more
courage than building did.
"""),
        "Which of your buildings was decided by the calendar of a call?",
    ),
    "bucharest": (
        "Bucharest: a district's small powers",
        prose("""
Sector 3 owns courtyards, markets and a few small buildings. It cannot sign a long lease and waits for a legal
opinion on short ones. In the meantime it works where people already are: a folding table in a courtyard, with an
accountant behind it on Wednesdays.

Its other instrument lies under the ground. When streets are repaved the district lays ducts for fibre, at three per
cent of the cost, and asks one published fee of every operator.
"""),
        "What do you dig up anyway, and what could you lay under it?",
    ),
    "bielsko-biala": (
        "Bielsko-Biala: fifteen per cent",
        prose("""
When its largest tenant left, the technology park did not look for another of the same size for long. It divided the
hall in ten, gave each part a meter and a gate, and wrote a rule of one sentence: nobody rents more than fifteen per
cent.

Once a quarter the board hears what would be lost if the two largest tenants left together. The figure, at first a
shock, has become the most ordinary line of the agenda.
"""),
        "What would you lose if your two largest tenants left in the same month?",
    ),
    "frankfurt": (
        "Frankfurt: floors that could be offices",
        prose("""
In Frankfurt every square metre could be an office, and most people who own one know it. Trade yards survive where
the city holds the land or where a private owner likes the smell of metal. The agency keeps a list of such owners
and visits them at Christmas.

Rents there include heating, for which reason Frankfurt abstained when the network decided to show heating apart. It
has promised to find out the figure all the same.
"""),
        "How do you thank an owner who could earn more with somebody else?",
    ),
    "bordeaux": (
        "Bordeaux: four places on the right bank",
        prose("""
Four shared places on the right bank opened within five years of each other and were run by people who had never
met. Their books, laid side by side, showed that one month in nine had been empty. A common fund is being written,
with a rule on one page.

The metropolis aims at 100,000 jobs by 2030. The managers of the four places asked how many of these will need a
room with a sink. Nobody could say, and the question is now in the plan.
"""),
        "Could your places share one fund, and who would hold the second signature?",
    ),
    "grenoble": (
        "Grenoble-Alpes: four hours a day",
        prose("""
The science sites are full and flat land is rare. So Grenoble-Alpes counted hours. Fourteen laboratory rooms stood
empty for four hours on most days; six are now lent to young firms, with a contract of one page and a known excess
of 1,500 euro.

Five incidents in two years, one above the excess. In July the rooms are free and the people who answer for them are
on holiday: the next thing to solve.
"""),
        "Which door in your city closes at three in the afternoon?",
    ),
}
