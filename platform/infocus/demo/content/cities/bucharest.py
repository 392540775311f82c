"""Bucharest, Sector 3."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="bucharest",
    label="Bucharest",
    country="RO",
    body="District (Sector) 3",
    kind="district",
    nuts3=Stated(value="RO321", source="Eurostat, NUTS", confirmed=False),
    position=(44.427, 26.103),
    population=370_000,
    mark="Bu",
    hue=6,
    mailbox="in-focus@bucharest.example",
    language="ro",
    themes=("investment-attraction", "entrepreneurship", "workspace-provision"),
    summary=prose("""
The partner is a district, not the capital: it decides on streets, schools, markets and small buildings, and on
little else. Its plan is about information and communication technology and the creative industries. It offers
speed, because a district council is near, and asks how to act when the powers are next door.
"""),
    priorities=(
        Priority(
            text=(
                "Information and communication technology: firms that outgrow a flat and have nowhere to "
                "go in the district."
            ),
            year=2018,
            source="Integrated Action Plan of Sector 3",
            regional_tie=(
                "The regional strategy names ICT; the district can offer rooms, streets and time (illustrative)."
            ),
            ecosystems=("digital",),
            nace=("61", "62", "63"),
            nabs=("06",),
            objectives=("PO1",),
            illustrative=False,
        ),
        Priority(
            text="Creative industries: design, film and crafts, many of them in courtyards.",
            year=2018,
            source="Integrated Action Plan of Sector 3",
            regional_tie="A regional theme with national money; the district knows the courtyards (illustrative).",
            ecosystems=("cultural-creative", "textiles"),
            nace=("14", "59", "74"),
            nabs=("10",),
            objectives=("PO1", "PO5"),
            illustrative=False,
        ),
        Priority(
            text="Repair and second life of goods, around the district's markets.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="Not in the regional strategy; noted as a question to it.",
            ecosystems=("retail", "proximity-social"),
            nace=("38", "95"),
            nabs=("02",),
            objectives=("PO2",),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("bucharest", "Ioana Stan", "European projects, Sector 3", ("ro", "en", "fr"), "Europe/Bucharest"),
    officer("bucharest", "Radu Ene", "Local economy, Sector 3", ("ro", "en"), "Europe/Bucharest"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
