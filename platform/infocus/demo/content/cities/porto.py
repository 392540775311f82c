"""Porto."""

from infocus.demo.content.people import coordinator, local_group, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="porto",
    label="Porto",
    country="PT",
    body="City of Porto through InvestPorto",
    kind="municipality and agency",
    nuts3=Stated(value="PT11A", source="Eurostat, NUTS", confirmed=False),
    position=(41.158, -8.629),
    population=220_000,
    mark="Po",
    hue=2,
    mailbox="in-focus@porto.example",
    language="pt",
    themes=("workspace-provision", "investment-attraction", "talent"),
    summary=prose("""
Porto takes part through its investment agency. It owns more empty public buildings than it can refurbish and
receives more requests for small workspaces than it can answer. It offers a cheap way of opening buildings one
storey at a time, and asks how others keep rents low once a street becomes known.
"""),
    priorities=(
        Priority(
            text="Creative industries in empty public buildings: music, film, printing and the trades that serve them.",
            year=2015,
            source="Porto, economic agenda (illustrative)",
            regional_tie=(
                "The regional strategy has a creative domain but no address for it; the city gives it eleven buildings."
            ),
            ecosystems=("cultural-creative",),
            nace=("18", "59", "90"),
            nabs=("10",),
            objectives=("PO1", "PO5"),
        ),
        Priority(
            text="Software and shared service centres that hire beyond engineers.",
            year=2016,
            source="InvestPorto, investor survey (illustrative)",
            regional_tie="Matches the regional domain of digital technologies; housing for newcomers is outside it.",
            ecosystems=("digital",),
            nace=("62", "63", "82"),
            nabs=("06",),
            objectives=("PO1",),
        ),
        Priority(
            text="Health technologies with the hospitals as first users.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="A regional priority led by the universities; the city is learning what it could add.",
            ecosystems=("health",),
            nace=("26", "32", "86"),
            nabs=("07",),
            objectives=("PO1",),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("porto", "Inês Carvalho", "InvestPorto", ("pt", "en"), "Europe/Lisbon"),
    officer("porto", "Rui Tavares", "Workspaces, City of Porto", ("pt", "en", "es"), "Europe/Lisbon"),
    local_group("porto", "Beatriz Pinto", "Tenants' association, local group", ("pt", "fr"), "Europe/Lisbon"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
