"""Harbour Towns: a second, small, closed network, so that everybody can see that networks do not see each other."""

from infocus.demo.content.happenings import Meeting, Output
from infocus.demo.content.meetings.parts import PLENARY, VISIT, session
from infocus.demo.content.records import Amount, Document, FileSpec, Indicator, Practice
from infocus.demo.content.shapes import DemoNetwork, Partner, Person, Phase, Priority, Role, Stated
from infocus.demo.content.words import at, prose

_INVENTED = "Invented for the demo"
_OFFICER, _OBSERVER = "officer@harbour.example", "observer@harbour.example"


def _town(slug: str, label: str, mark: str, hue: int, position: tuple[float, float], priority: str) -> Partner:
    return Partner(
        slug=slug,
        label=label,
        country="IE",
        body=f"Harbour office of {label}",
        kind="harbour authority",
        nuts3=Stated(value="", source=_INVENTED, confirmed=False),
        position=position,
        mark=mark,
        hue=hue,
        mailbox=f"{slug}@harbour.example",
        language="en",
        summary=f"{label} is an invented town with a small harbour and a large opinion of it.",
        themes=("workspace-provision",),
        lead=slug == "saltmouth",
        priorities=(
            Priority(
                text=priority,
                year=2019,
                source=_INVENTED,
                regional_tie="None: the town and its region are invented.",
                ecosystems=("mobility", "tourism"),
                nace=("50", "52"),
                objectives=("PO5",),
            ),
        ),
    )


_PARTNERS = (
    _town("saltmouth", "Saltmouth", "Sa", 11, (51.85, -8.30), "Boat repair in sheds that used to hold fish."),
    _town("greyquay", "Greyquay", "Gq", 12, (52.10, -7.60), "Small cruises, and the shops that live from them."),
)
_PEOPLE = (
    Person(
        email=_OFFICER,
        name="Orla Fennick",
        title="Harbour office of Saltmouth",
        languages=("en",),
        time_zone="Europe/Dublin",
        roles=(Role(role="officer", partner="saltmouth"), Role(role="coordinator", partner="saltmouth")),
    ),
    Person(
        email=_OBSERVER,
        name="Declan Morrow",
        title="Harbour office of Greyquay",
        languages=("en",),
        time_zone="Europe/Dublin",
        roles=(Role(role="observer"),),
    ),
)
_PRACTICES = (
    Practice(
        key="saltmouth-slip",
        partner="saltmouth",
        author=_OFFICER,
        language="en",
        state="published",
        visibility="network",
        title="One slipway, three yards: a calendar on the harbour wall",
        summary="Three boatyards share one slipway by a painted calendar that everybody can read from the water.",
        problem="Three yards wanted the slipway at the same high tide, and the harbour master decided by temper.",
        how=prose("""
1. Paint a calendar of the tides on the wall.
2. Each yard has a colour and a brush.
3. Whoever paints over a colour buys breakfast."""),
        lesson="What everybody can read needs no clerk.",
        themes=("workspace-provision",),
        sectors=("mobility",),
        amounts=(Amount(what="Paint", value=85),),
        indicators=(Indicator(name="Boats hauled", value=46, unit="boats", year=2020),),
        started="2019",
        verified_on="2020-11-12",
        created_at=at("2020-02-03T10:00"),
        updated_at=at("2020-11-12T10:00"),
    ),
    Practice(
        key="saltmouth-sheds",
        partner="saltmouth",
        author=_OFFICER,
        language="en",
        state="published",
        visibility="network",
        title="Net sheds by the week",
        summary="Empty net sheds are let by the week to sail makers in winter and to sellers of ice cream in summer.",
        problem="Twelve sheds were used on nine days a year.",
        how="1. Count the days.\n2. Let by the week, key at the bar.\n3. Nets have priority during storms.",
        lesson="A week is long enough to try and short enough to dare.",
        themes=("workspace-provision", "entrepreneurship"),
        sectors=("tourism", "retail"),
        started="2018",
        verified_on="2020-10-01",
        created_at=at("2020-03-18T10:00"),
        updated_at=at("2020-10-01T10:00"),
    ),
)
_MEETING = Meeting(
    key="saltmouth-2020",
    title="Saltmouth, October 2020",
    partner="saltmouth",
    theme="Sharing what floats",
    starts="2020-10",
    ends="2020-10",
    date_source=_INVENTED,
    time_zone="Europe/Dublin",
    themes=("workspace-provision",),
    created_at=at("2020-09-01T10:00"),
    summary="Two invented towns compare slipways. Closed since, and still found by those who could read it.",
    sessions=(
        session("open 1 10:00 11:00", "Two harbours, one tide", PLENARY, _OFFICER),
        session("wall 1 11:30 12:30", "Visit: the painted wall", VISIT, _OFFICER),
    ),
    participants=(_OFFICER, _OBSERVER),
)
_REPORT = Output(
    key="harbour-report",
    meeting=_MEETING.key,
    session="open",
    partner="saltmouth",
    author=_OFFICER,
    kind="report",
    title="Sharing what floats",
    summary="The one report of a small network.",
    language="en",
    visibility="network",
    themes=("workspace-provision",),
    created_at=at("2020-11-20T10:00"),
    file=FileSpec(
        name="harbour-report.pdf",
        least_pages=2,
        document=Document(
            title="Sharing what floats",
            subtitle="Report of the meeting in Saltmouth",
            organisation="Harbour Towns",
            language="en",
            date="2020-11-20",
            body=prose("""
# Two harbours

Saltmouth paints its tides on a wall. Greyquay keeps them in a drawer. Both lose a boat's worth of time each spring,
and after this meeting they lose it together.

# What was agreed

- A second brush for visitors.
- One key for twelve sheds, at the bar.
- No report longer than this one.
"""),
        ),
    ),
)

HARBOUR = DemoNetwork(
    slug="harbour-towns",
    name="Harbour Towns",
    full_title="Harbour Towns (illustrative)",
    summary="A small, invented network that has ended. It shows that networks do not see each other.",
    programme="Illustrative programme",
    funding_line="Illustrative: no funding",
    state="closed",
    created_at=at("2019-01-15T10:00"),
    phases=(
        Phase(
            name="The whole of it",
            begins=Stated(value="2019", source=_INVENTED),
            ends=Stated(value="2020", source=_INVENTED),
        ),
    ),
    partners=_PARTNERS,
    people=_PEOPLE,
    practices=_PRACTICES,
    meetings=(_MEETING,),
    outputs=(_REPORT,),
)
