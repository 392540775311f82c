"""The notes on Bielsko-Biala's plan, how they were put together, and the dots. Invented, as the words of the room."""

from infocus.demo.content.reviewed import Cluster, Note
from infocus.demo.content.reviews.log import RAPPORTEUR, seconds

_MAREK, _AGNIESZKA = "coordinator@bielsko-biala.example", "officer@bielsko-biala.example"
_PAOLA, _RUI, _JANA = "coordinator@torino.example", "officer@porto.example", "officer@ostrava.example"
_CLAIRE, _LARS = "coordinator@bordeaux.example", "coordinator@frankfurt.example"
_OWN, _LOGIC, _GOVERNANCE = "1 Context, needs and vision", "2 Logic and integrated approach", "4.1 Governance"
_HALL, _DAY, _STAND = (
    "Action 1: Hall B in ten parts",
    "Action 2: A day at the machine",
    "Action 4: Test stand by the hour",
)

NOTES = (
    Note(
        author=_PAOLA,
        kind="concern",
        importance=3,
        section=_GOVERNANCE,
        question=2,
        quote="a steering group of seven",
        text="Seven people decide, and nobody can refuse. Who protects the park from the group's own good ideas?",
    ),
    Note(
        author=_JANA,
        kind="question",
        importance=3,
        section=_GOVERNANCE,
        question=1,
        quote="Running costs after 2020 are to be met from rents and regional funds.",
        text="How much from which of the two, and what if one of them fails?",
    ),
    Note(
        author=_RUI,
        signed="city",
        kind="strength",
        importance=3,
        section=_OWN,
        text="The list of what you own, in the annex, is the best page of this plan. I found it by accident.",
    ),
    Note(
        author=_RUI,
        kind="concern",
        importance=2,
        section=_HALL,
        question=3,
        quote="Companies in hall B: 10",
        text="Ten companies on one day of the year. On all other days the hall may be empty and the target is met.",
    ),
    Note(
        author=_CLAIRE,
        signed="anonymous",
        kind="question",
        importance=2,
        section=_STAND,
        question=1,
        text="Three quarters of the test stand come from one call. On which day do you decide without it?",
    ),
    Note(
        author=_CLAIRE,
        signed="city",
        kind="concern",
        importance=2,
        section=_GOVERNANCE,
        text="One person telephones with all the tenants. I could not find who does it when that person is ill.",
    ),
    Note(
        author=_LARS,
        kind="strength",
        importance=1,
        section=_LOGIC,
        quote="Textiles stand alone, and the plan says so.",
        text="Honest, and rare. Please do not invent a tie to the regional strategy later.",
    ),
    Note(
        author=_LARS,
        signed="city",
        kind="suggestion",
        importance=1,
        section=_STAND,
        text="Say what a member of the cluster gets back when it leaves, before the first one asks.",
    ),
    Note(
        author=_JANA,
        signed="anonymous",
        kind="concern",
        importance=3,
        section="4.3 Risks",
        question=1,
        text="The risks are those of the survey. A call that ends early is not among them, and it happened to others.",
    ),
    Note(
        author=_JANA,
        signed="city",
        kind="experience",
        importance=1,
        section=_DAY,
        text="Our days at the machine began to work when masters and teachers met once without their directors.",
    ),
    Note(
        author=_PAOLA,
        signed="anonymous",
        kind="question",
        importance=1,
        section=_DAY,
        text="Sixty teachers by 2020. Who stands in front of their classes on that day?",
    ),
    Note(
        author=_PAOLA,
        signed="city",
        kind="suggestion",
        importance=2,
        section=_OWN,
        text="Begin with land. Whoever owns something may ask others to join; the vision can wait a page.",
    ),
    Note(
        author=_LARS,
        signed="anonymous",
        kind="strength",
        section="3 Actions",
        text="Each fiche has an owner who signed, or says that it has none. I shall copy that.",
    ),
    Note(
        author=_CLAIRE,
        kind="concern",
        importance=1,
        section="4.2 Monitoring",
        question=3,
        quote="Nine indicators are read twice a year.",
        text="Who reads them, and what did the last reading change?",
    ),
    Note(
        author=_RUI,
        signed="anonymous",
        kind="concern",
        importance=2,
        section=_GOVERNANCE,
        question=2,
        text="I looked for the word refuse in section 4 and did not find it.",
    ),
)

CLUSTERS = (
    Cluster(
        title="Money after 2020",
        notes=(2, 5, 8, 9),
        after=seconds("25:20"),
        dots=((_MAREK, 1), (_AGNIESZKA, 1), (_PAOLA, 1), (_RUI, 1), (_JANA, 2), (_CLAIRE, 2), (_LARS, 1)),
    ),
    Cluster(
        title="Who can say no",
        notes=(1, 15),
        after=seconds("25:40"),
        dots=((_MAREK, 1), (_PAOLA, 2), (_CLAIRE, 1), (_LARS, 1), (RAPPORTEUR, 1)),
    ),
    Cluster(
        title="Land as the opening move",
        notes=(3, 12),
        after=seconds("26:00"),
        dots=((_MAREK, 1), (_AGNIESZKA, 1), (_RUI, 2), (_LARS, 1)),
    ),
    Cluster(
        title="Technicians",
        notes=(10, 11),
        after=seconds("26:15"),
        dots=((_AGNIESZKA, 1), (_JANA, 1)),
    ),
)
"""What the rapporteur said of them at 27:40: nine dots, six, five, and two."""
