"""How practices travelled beyond their ledger's line, and what was asked about them. All of it is illustrative."""

from dataclasses import dataclass
from datetime import datetime

from infocus.demo.content.records import Indicator
from infocus.demo.content.words import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """What a city wrote into its transfer of ``practice``. ``stage`` and ``since`` are the ledger's unless given here.

    ``answers`` pairs the months of checkpoints with what was said. ``used``: the answer about something borrowed.
    """

    practice: str
    receiver: str
    stage: str = ""
    since: str = ""
    mentor: str = ""
    note: str = ""
    plan: str = ""
    failed: str = ""
    stopped: datetime | None = None
    evidence: tuple[Indicator, ...] = ()
    months: tuple[int, ...] = ()
    answers: tuple[tuple[int, str], ...] = ()
    used: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to the owner of ``practice``, its answer, and the words of it in the FAQ, if it was taken in."""

    practice: str
    by: str
    at: datetime
    text: str
    answered_by: str = ""
    answered: datetime | None = None
    answer: str = ""
    faq: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """Who takes over what ``person`` answers for."""

    partner: str
    person: str
    successor: str


TRAVELS = (
    Travel(
        practice="porto-andares",
        receiver="torino",
        plan=(
            "October: two floors, one with heating. November: letters to forty makers. January: the council votes on "
            "the first year. The property office answers for the keys, the district for the heating."
        ),
        failed="The heating estimate came from the owner of the boiler. Ask a second firm before you sign.",
        evidence=(
            Indicator(name="Firms renting", value=17, unit="firms", year=2017),
            Indicator(name="Floors open", value=2, unit="floors", year=2017),
        ),
        months=(3, 12),
        answers=((3, "Both floors are let. The yearly vote replaced the rent account, and nobody misses it."),),
    ),
    Travel(
        practice="porto-andares",
        receiver="plasencia",
        mentor="torino",
        plan="One shop window at a time: the owner lends it for six months, the city insures it.",
        months=(12,),
    ),
    Travel(practice="porto-andares", receiver="bucharest", months=(3, 12)),
    Travel(
        practice="grenoble-extension",
        receiver="bordeaux",
        stage="adapt",
        since="2017-03",
        note="Two university workshops instead of a science park, two evenings a week.",
        plan="Spring: the rule and the referee. Summer: the insurance. Autumn: the first firms.",
        failed=(
            "The insurer asked for a trained person in every hour. We had one technician and paid two, so an hour cost "
            "more than the firms saved. Talk to the insurer first; we did it last."
        ),
        stopped=at("2017-11-30T10:00"),
        months=(3, 12),
        answers=((3, "Five firms asked, two came. The referee is the same person as the technician."),),
    ),
    Travel(
        practice="plasencia-escaparate",
        receiver="bilbao",
        stage="borrowed",
        since="2017-06",
        note="The letter to owners of closed shops.",
        used="yes",
    ),
    Travel(
        practice="bucharest-curte",
        receiver="porto",
        stage="borrowed",
        since="2017-08",
        note="The accountant comes to the courtyard: no appointment, no form.",
        used="partly",
    ),
    Travel(
        practice="bordeaux-animateur",
        receiver="grenoble",
        stage="borrowed",
        since="2018-01",
        note="The notebook: who was introduced to whom, and what came of it.",
    ),
)
ASKED = (
    Asked(
        practice="porto-andares",
        by="officer@ostrava.example",
        at=at("2018-01-15T09:20"),
        text="Who is liable when somebody is hurt on a floor that has no tenant yet?",
        answered_by="coordinator@porto.example",
        answered=at("2018-01-16T14:05"),
        answer=(
            "The city, until the first lease is signed. We closed the empty floors with one key that only the "
            "caretaker has, and our insurer accepted that."
        ),
        faq="Who is liable on an empty floor?",
    ),
    Asked(
        practice="porto-andares",
        by="coordinator@bielsko-biala.example",
        at=at("2018-01-17T11:40"),
        text="Did the owners ask for a guarantee of rent? Ours would.",
        answered_by="officer@porto.example",
        answered=at("2018-01-18T09:30"),
        answer="Two of five did. They got three months from the municipal fund, and nobody ever drew on it.",
    ),
    Asked(
        practice="porto-andares",
        by="officer@grenoble.example",
        at=at("2018-01-19T16:10"),
        text="Is the cost at the door written by you or by the owner?",
    ),
    Asked(
        practice="torino-chiavi",
        by="officer@porto.example",
        at=at("2018-01-10T10:00"),
        text="Does the firm that signs second ever feel used by the others?",
        answered_by="coordinator@torino.example",
        answered=at("2018-01-11T12:00"),
        answer="In the first year, yes. Since we change that firm every six months, nobody is blamed for a no twice.",
        faq="What protects the firm that says no?",
    ),
)
HANDED_OVER = (HandedOver(partner="porto", person="officer@porto.example", successor="coordinator@porto.example"),)
