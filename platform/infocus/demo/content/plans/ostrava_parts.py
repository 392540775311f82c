"""The words of Ostrava's draft plan."""

from infocus.demo.content.records import PlanAction, PlanSection
from infocus.demo.content.words import prose

NEEDS = PlanSection(
    key="needs",
    title="1 What we have and what we lack",
    text=prose("""
The city has halls, schools and a region that listens. It lacks rooms of the right size, and it lacks people between
thirty and forty who know how a machine sounds before it breaks.

We asked before we wrote this. Forty founders were called by telephone, and eleven masters let us stand beside their
machines for a day. Nobody asked for a hall. They asked for twelve square metres, a door that locks, and a tram.

!bars Why technicians left their last employer, forty answers: No way up=17; The shift=12; Pay=7; The road there=4
"""),
)
LOGIC = PlanSection(
    key="logic",
    title="2 How the parts hold together",
    text=prose("""
The plan has two halves that need each other. Rooms without people stay empty, as we know; people without rooms leave
for the next city. Each action names what the other half has to do first.

The regional strategy was written with the city in the room. Three of our four actions use its own words. The fourth,
the tram, is not in it, and we say so.

!flow From a call to a door: A call > A name > Twelve square metres > A key > The second room
"""),
)
ACTIONS = PlanSection(
    key="actions",
    title="3 Actions",
    text="Four actions, in the order in which they can begin. None begins before somebody has asked for it in writing.",
)
FRAMEWORK = PlanSection(
    key="framework",
    title="4 Who watches over it",
    text=prose("""
## 4.1 The table of nine

The city, the region, two schools, two firms, the operator of the site, the tram company and one founder meet six times
a year. A seat that is empty twice is given to somebody else.

## 4.2 What we count

We count doors with a name on them, and technicians who are still there after two years. Both are read each spring.

## 4.3 Risks

!table Risks, illustrative
| Risk | Likelihood | Impact | Measure | Owner |
| Nobody asks for the second ten rooms | Medium | High | Build ten, then call again | City |
| The schools change their timetable | High | Medium | A day a month is fixed for two years | Two schools |
| The regional call closes early | Medium | High | Actions 1 and 2 need no grant | City and region |
"""),
)
DOORS = PlanAction(
    number=1,
    what="Ten doors in the large hall",
    who="City with the operator of the site",
    cost=96000,
    funding="Own funds",
    start="2018-09",
    end="2019-06",
    indicator="Doors with a name on them: 10 in 2019, 30 in 2020",
    text=prose("""
Timber walls, an electric radiator and a lock for each room. The next ten are built when eight of the first ten are let
for longer than a year. Whoever leaves keeps the lock.
"""),
)
BRIDGE = PlanAction(
    number=2,
    what="One person in two working groups",
    who="City and region",
    cost=24000,
    funding="City and region, half each",
    start="2018-06",
    end="2020-12",
    indicator="Sentences of the plan that stand in the regional strategy: 12",
    text=prose("""
One person sits in the working group of the city and in that of the region, and writes one page after each meeting. When
that person is ill the page is missing; we have no better idea yet.
"""),
)
YEAR = PlanAction(
    number=3,
    what="The second year",
    who="Two technical schools and nine firms",
    cost=58000,
    funding="Firms, regional programme",
    start="2019-02",
    end="2020-12",
    indicator="Technicians who are still there after two years: 60 of 100",
    text=prose("""
Most technicians leave in their second year. Each of nine firms names a master who talks with each of them once a month,
about the way up and not about the machine. The masters meet without the owners.
"""),
)
TRAM = PlanAction(
    number=4,
    what="A tram at twenty to six",
    who="Tram company",
    cost=71000,
    funding="City",
    start="2019-03",
    end="2020-03",
    indicator="People on the first tram to the site: 40",
    text=prose("""
The early shift begins at six, the first tram arrives at ten past. For a year one tram goes earlier. If fewer than forty
people use it on most days, it stops, and the plan says so.
"""),
)
