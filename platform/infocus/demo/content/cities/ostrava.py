"""Ostrava."""

from infocus.demo.content.people import coordinator, local_group, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="ostrava",
    label="Ostrava",
    country="CZ",
    body="City of Ostrava",
    kind="municipality",
    nuts3=Stated(value="CZ080", source="Eurostat, NUTS", confirmed=False),
    position=(49.821, 18.262),
    population=290_000,
    mark="Os",
    hue=5,
    mailbox="in-focus@ostrava.example",
    language="cs",
    themes=("talent", "ris3-alignment", "workspace-provision"),
    summary=prose("""
Ostrava lives after steel and coal and does not want to live in their museum. The region wrote its smart
specialisation strategy with the city in the room, which is rare. It offers a working bridge between the two and
experience with technicians; it asks how others fill large halls that nobody asked for.
"""),
    priorities=(
        Priority(
            text=(
                "Technicians and industrial software: people who keep machines running and those who "
                "write what runs them."
            ),
            year=2016,
            source="Ostrava, strategic plan (illustrative)",
            regional_tie="Same wording in the regional strategy; one person sits in both working groups.",
            ecosystems=("digital", "mobility"),
            nace=("28", "62", "85"),
            nabs=("06",),
            objectives=("PO1", "PO4"),
        ),
        Priority(
            text="New uses for former steelworks: culture first, then laboratories, then firms.",
            year=2015,
            source="Ostrava, strategic plan (illustrative)",
            regional_tie="The region counts the site as infrastructure; the city counts it as a neighbourhood.",
            ecosystems=("cultural-creative", "energy-intensive"),
            nace=("24", "72", "91"),
            nabs=("02", "10"),
            objectives=("PO2", "PO5"),
        ),
        Priority(
            text="Supercomputing for firms that do not know yet that they need it.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="A regional flagship owned by a university; the city looks for the first twenty users.",
            ecosystems=("digital",),
            nace=("62", "71", "72"),
            nabs=("13",),
            objectives=("PO1",),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("ostrava", "Tomáš Vlček", "Strategic development", ("cs", "en"), "Europe/Prague"),
    officer("ostrava", "Jana Kovářová", "Business and schools", ("cs", "en", "pl"), "Europe/Prague"),
    local_group("ostrava", "Petr Šimek", "Secondary technical school, local group", ("cs",), "Europe/Prague"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
