"""Bielsko-Biala."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="bielsko-biala",
    label="Bielsko-Biala",
    country="PL",
    body="Regional development agency ARR SA",
    kind="agency",
    nuts3=Stated(value="PL225", source="Eurostat, NUTS"),
    position=(49.822, 19.058),
    population=170_000,
    mark="BB",
    hue=7,
    mailbox="in-focus@bielsko-biala.example",
    language="pl",
    themes=("workspace-provision", "cluster-development", "talent"),
    summary=prose("""
The partner is a regional development agency that runs a technology park at the foot of the mountains. It can act
without a council vote and cannot decide on a street. It offers a plan made of project fiches that anyone can pick
up, and asks how to live with one very large tenant, and after it.
"""),
    priorities=(
        Priority(
            text="Mobility and light aircraft: design, testing and small series around the technology park.",
            year=2016,
            source="ARR, park strategy (illustrative)",
            regional_tie="The region names transport; the park adds the runway and the test stands.",
            ecosystems=("mobility", "aerospace-defence"),
            nace=("29", "30", "71"),
            nabs=("04", "06"),
            objectives=("PO1", "PO3"),
        ),
        Priority(
            text="Textiles with a memory: technical fabrics from a town of weavers.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="Absent from the regional list; the museum and the university keep the skill alive.",
            ecosystems=("textiles",),
            nace=("13", "14"),
            nabs=("06",),
            objectives=("PO1",),
            emerging=True,
        ),
        Priority(
            text="Renewable heat for industrial halls, beginning with our own.",
            year=2017,
            source="ARR, park strategy (illustrative)",
            regional_tie="Energy is a regional technology field; the park is a test bed with one meter a hall.",
            ecosystems=("renewable-energy", "construction"),
            nace=("35", "43"),
            nabs=("05",),
            objectives=("PO2",),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("bielsko-biala", "Marek Zając", "Technology park, ARR", ("pl", "en", "de"), "Europe/Warsaw"),
    officer("bielsko-biala", "Agnieszka Wilk", "Projects, ARR", ("pl", "en"), "Europe/Warsaw"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
