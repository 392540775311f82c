"""Torino."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="torino",
    label="Torino",
    country="IT",
    body="Metropolitan City of Torino",
    kind="metropolitan authority",
    nuts3=Stated(value="ITC11", source="Eurostat, NUTS"),
    position=(45.070, 7.687),
    population=2_260_000,
    mark="To",
    hue=4,
    mailbox="in-focus@torino.example",
    language="it",
    themes=("entrepreneurship", "workspace-provision", "cluster-development"),
    summary=prose("""
The Metropolitan City of Torino speaks for a great many municipalities, most of them small. Car making left halls,
skills and habits behind. It offers experience with shared machines and with rules that stop money from being spent
badly, and asks how to reach founders who never come to an incubator.
"""),
    priorities=(
        Priority(
            text="From car parts to mobility: suppliers that learn to sell to somebody other than their one client.",
            year=2016,
            source="Torino, metropolitan plan (illustrative)",
            regional_tie=(
                "The region funds the large projects of the automotive domain; the metropolitan city "
                "works with suppliers below fifty people."
            ),
            ecosystems=("mobility",),
            nace=("25", "28", "29"),
            nabs=("04", "06"),
            objectives=("PO1", "PO3"),
        ),
        Priority(
            text="Shared machines and test rooms in former industrial halls.",
            year=2016,
            source="Torino, metropolitan plan (illustrative)",
            regional_tie="Tied to the regional innovation poles, which own the laboratories but not the halls.",
            ecosystems=("electronics", "aerospace-defence"),
            nace=("26", "30", "72"),
            nabs=("06", "03"),
            objectives=("PO1",),
        ),
        Priority(
            text="Mountain food and wood, from the valleys that belong to the same metropolitan authority.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="The region has an agri-food pole; the mountain municipalities are seldom in the room.",
            ecosystems=("agri-food", "construction"),
            nace=("02", "10", "16"),
            nabs=("08",),
            objectives=("PO2", "PO5"),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("torino", "Paola Ferrero", "Economic development", ("it", "en", "fr"), "Europe/Rome"),
    officer("torino", "Davide Gallo", "Innovation and industrial sites", ("it", "en"), "Europe/Rome"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
