"""The words of Bielsko-Biala's plan, from the second draft to the version after its review."""

from infocus.demo.content.records import PlanAction, PlanSection
from infocus.demo.content.words import prose

NEEDS = PlanSection(
    key="needs",
    title="1 Context, needs and vision",
    text=prose("""
The technology park at the foot of the mountains has one very large tenant less than it had, and nine smaller ones
more. Around it live weavers without looms, mechanics who build light aircraft, and pupils who leave for larger
cities after school.

Three needs came out of six evenings of the local group: rooms for firms between five and thirty people, technicians
who stay, and heat that does not eat the rent. The vision fits on a card: a park in which no departure is a
disaster.

!bars Vacancies open longer than six months, nine employers: Engineers=18; Technicians=64; Managers=7
"""),
)
NEEDS_AFTER = PlanSection(
    key="needs",
    title="1 What we own, what we need, and where we want to be",
    text=prose("""
We begin with what we own. The agency holds 11.4 hectares beside the park, two halls with their own connections, and
a house in the town. The county lends a runway two days a week. This list opens the plan because the panel told us
it was our strongest page.

!table Land and buildings that belong to us
| What | Size | State |
| Land beside the park | 11.4 ha | Serviced, register clear |
| Hall A | 6,200 m² | Divided in ten, let to 91 % |
| Hall B | 3,800 m² | One meter, to be divided |
| House in the town | 540 m² | Two floors empty |

Three needs came out of six evenings of the local group: rooms for firms between five and thirty people, technicians
who stay, and heat that does not eat the rent. The vision fits on a card: a park in which no departure is a
disaster.
"""),
)
LOGIC = PlanSection(
    key="logic",
    title="2 Logic and integrated approach",
    text=prose("""
The plan is made of project fiches. Each fiche stands alone, and each names what it does for the economy, for people
and for the environment, so that none can be funded for one of the three only. Fiches that share an owner are read
together once a quarter.

The tie to the regional strategy is a list with two columns: the region's technology fields on the left, our fiches
on the right. Energy and transport have three fiches each. Textiles stand alone, and the plan says so.

!flow From an idea to a fiche: A card with a telephone number > The local group's evening > One page > Risks on the
back > The box at the entrance
"""),
)
ACTIONS = PlanSection(
    key="actions",
    title="3 Actions",
    text="Of the twelve fiches, those whose owner has signed are described below; the others wait in the box.",
)
FRAMEWORK = PlanSection(
    key="framework",
    title="4 Implementation framework",
    text=prose("""
## 4.1 Governance

The agency runs the plan through a steering group of seven: the city, the county, two clusters, the university, the
chamber and one tenant of the technology park. Running costs after 2020 are to be met from rents and regional funds.
The group meets each quarter and publishes its minutes.

## 4.2 Monitoring

Nine indicators are read twice a year. Where two readings miss the target, the owner of the action proposes a
change.

## 4.3 Risks

The survey of December 2017 named three: a slow land register, the departure of another large tenant, and a shortage
of technicians.

!table Risks, illustrative
| Risk | Likelihood | Impact | Measure | Owner |
| The land register is slow | High | Medium | Ask two years before the land is needed | Agency |
| Another large tenant leaves | Low | High | No tenant holds more than a fifth of the rooms | Agency |
| Technicians are short | High | High | A day at the machine for every class | Two technical schools |
"""),
)
FRAMEWORK_AFTER = PlanSection(
    key="framework",
    title="4 Implementation framework",
    text=prose("""
## 4.1 Governance

The agency runs the plan through a steering group of seven. Two of them, drawn for a year from the tenants and the
chamber, hold a veto on any spending above 20,000 euro; silence for ten days counts as no. The group meets each
quarter and publishes its minutes with the refusals.

Running costs after 2020 are named for each action. Where nobody could be named, the plan says "nobody", and the
action stops first.

!table Who pays in 2021
| Action | Sum a year | Who |
| Hall B in ten parts | 38,000 | Rents of hall B |
| A day at the machine | 14,000 | City, by letter of intent |
| Heat, measured | 9,000 | Savings of the first winter |
| Test stand by the hour | 22,000 | nobody |

## 4.2 Monitoring

Seven indicators instead of nine are read twice a year. Leases longer than a year are counted instead of companies.
Where two readings miss the target, the owner of the action proposes a change.

## 4.3 Risks

The survey of December 2017 named three: a slow land register, the departure of another large tenant, and a shortage
of technicians. The panel added a fourth: a regional call that closes early. Action 4 stops first in that case.

!table Risks, illustrative
| Risk | Likelihood | Impact | Measure | Owner |
| The land register is slow | High | Medium | Ask three years before the land is needed | Agency and city |
| Another large tenant leaves | Low | High | No tenant holds more than a fifth of the rooms | Agency |
| Technicians are short | High | High | A day at the machine for every class | Two technical schools |
| A regional call closes early | Medium | Medium | Action 4 stops first | Aviation cluster |
"""),
)


def hall_b(indicator: str, counted: str = "") -> PlanAction:
    """The first action; what it counts, and what it says of that, changed after the review."""
    return PlanAction(
        number=1,
        what="Hall B in ten parts",
        who="Agency",
        cost=460000,
        funding="Own funds 40 %, regional programme 60 %",
        start="2018-06",
        end="2019-09",
        indicator=indicator,
        text=prose("""
The second hall is divided as the first one was, with a gate and a meter for each part. The rule of fifteen per cent
applies from the first day. The first two parts open before the others are built, so that somebody can tell us what
is wrong.
""")
        + counted,
    )


DAY = PlanAction(
    number=2,
    what="A day at the machine",
    who="Two technical schools with the agency",
    cost=42000,
    funding="City, schools",
    start="2018-03",
    end="2020-12",
    indicator="Teachers who spend a day in a firm: 14 in 2018, 60 in 2020",
    text=prose("""
Taken from Ostrava, with a project day in place of substitute teaching. A master comes back into the class within a
month and tells what went wrong. What we left out is the meeting of masters and teachers without directors; the
schools were not ready for it.
"""),
)
HEAT = PlanAction(
    number=3,
    what="Heat, measured and then saved",
    who="Agency with a local energy firm",
    cost=185000,
    funding="Environmental fund, 50 % loan",
    start="2018-09",
    end="2020-03",
    indicator="Heat for a square metre and winter, by meter: 118 kWh to 80 kWh",
    text=prose("""
Before anything is insulated each part of hall A is measured for one winter. Tenants see each other's figures. The
worst three are insulated first, and the saving pays for a tenth of the running cost.
"""),
)
STAND = PlanAction(
    number=4,
    what="Test stand by the hour",
    who="Aviation cluster",
    cost=310000,
    funding="Regional call, 75 %",
    start="2019-01",
    end="2020-10",
    indicator="Hours sold to firms below fifty people: 400 a year",
    text=prose("""
A stand for light engines, bookable by the hour, beside the runway. The cluster owns it, the agency houses it.
Without the regional call it will not be built, and the plan does not pretend otherwise.
"""),
)
LOOMS = PlanAction(
    number=5,
    what="Looms in the museum, orders outside",
    who="Museum and university",
    cost=64000,
    funding="Culture programme, university",
    start="2018-10",
    end="2020-06",
    indicator="Paid orders for technical fabrics: 12",
    text=prose("""
Two restored looms in the textile museum weave samples for filters and light structures on Mondays, when the museum
is closed. A retired weaver and a lecturer run them together.
"""),
)
HOUSE = PlanAction(
    number=6,
    what="A house in the town, opened by the storey",
    who="Agency",
    cost=96000,
    funding="Own funds",
    start="2018-05",
    end="2019-12",
    indicator="Firms on the first storey: 8",
    text=prose("""
The house in the town is opened one storey at a time, after Porto's example and after forty telephone calls. The
first storey needs a fire door, wiring and heat, and nothing else.
"""),
)
