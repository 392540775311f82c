"""Plasencia."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="plasencia",
    label="Plasencia",
    country="ES",
    body="City of Plasencia",
    kind="municipality",
    nuts3=Stated(value="ES432", source="Eurostat, NUTS"),
    position=(40.030, -6.088),
    population=40_000,
    mark="Pl",
    hue=3,
    mailbox="in-focus@plasencia.example",
    language="es",
    themes=("entrepreneurship", "city-branding", "workspace-provision"),
    summary=prose("""
Plasencia is the smallest partner and the market town of four valleys. It cannot specialise alone: its producers are
in villages, its students leave, its shops are old. It offers honesty about what a small administration can carry,
and asks which parts of the large cities' practices can be left out.
"""),
    priorities=(
        Priority(
            text="Agri-food from the valleys: cherries, peppers, cheese and oil, sold with their place on the label.",
            year=2016,
            source="Plasencia, local strategy (illustrative)",
            regional_tie=(
                "Agri-food is the first priority of the region; the town is where the small producers meet it."
            ),
            ecosystems=("agri-food",),
            nace=("01", "10", "11"),
            nabs=("08",),
            objectives=("PO1", "PO5"),
        ),
        Priority(
            text="Slow tourism between the old town and the valleys, open in the winter months too.",
            year=2016,
            source="Plasencia, local strategy (illustrative)",
            regional_tie="Tourism is a regional domain; its calls ask for a size that no firm here has.",
            ecosystems=("tourism", "retail"),
            nace=("55", "56", "79"),
            nabs=("10",),
            objectives=("PO4", "PO5"),
        ),
        Priority(
            text="Care at home with simple technology, for villages where the average age is above sixty.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="The region lists health and ageing; there is no link to the town yet.",
            ecosystems=("health", "proximity-social"),
            nace=("86", "88"),
            nabs=("07",),
            objectives=("PO4",),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("plasencia", "Elena Ruiz", "Local development agent", ("es", "en"), "Europe/Madrid"),
    officer("plasencia", "Tomás Cordero", "Trade and markets", ("es", "pt"), "Europe/Madrid"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
