"""Bilbao, lead partner."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="bilbao",
    label="Bilbao",
    country="ES",
    body="City of Bilbao",
    kind="municipality",
    nuts3=Stated(value="ES213", source="Eurostat, NUTS"),
    position=(43.263, -2.935),
    population=350_000,
    mark="Bi",
    hue=1,
    mailbox="in-focus@bilbao.example",
    language="es",
    lead=True,
    themes=("cluster-development", "entrepreneurship", "city-branding", "ris3-alignment"),
    summary=prose("""
Bilbao leads the network. Its question is how a city that has no research budget of its own can still steer: through
land, procurement, streets and a telephone that is answered. It brings long practice in turning river banks into
workplaces, and asks the others how they keep makers in a centre that has become dear.
"""),
    priorities=(
        Priority(
            text=prose("""
Advanced manufacturing inside the city: design, prototypes and small series in workshops that neighbours can live
beside.
"""),
            year=2016,
            source="Bilbao, city strategy (illustrative)",
            regional_tie=(
                "The Basque strategy names advanced manufacturing first; the city adds the urban workshop "
                "it does not mention."
            ),
            ecosystems=("mobility", "electronics"),
            nace=("25", "28", "72"),
            nabs=("06",),
            objectives=("PO1",),
        ),
        Priority(
            text=prose("""
Energy services: firms that measure, repair and manage what buildings use, with municipal buildings as the first
client.
"""),
            year=2016,
            source="Bilbao, city strategy (illustrative)",
            regional_tie="Energy is the second regional priority; the city opens its own meters as a test bed.",
            ecosystems=("renewable-energy",),
            nace=("35", "43", "71"),
            nabs=("05",),
            objectives=("PO1", "PO2"),
        ),
        Priority(
            text=prose("""
Food and culture as one trade: kitchens, festivals and the shops between them.
"""),
            year=2017,
            source="Local group workshop, 2017 (illustrative)",
            regional_tie=(
                "A niche of opportunity in the region; the link to the regional food cluster is still a promise."
            ),
            ecosystems=("agri-food", "cultural-creative"),
            nace=("10", "56", "90"),
            nabs=("08", "10"),
            objectives=("PO1", "PO5"),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("bilbao", "Nerea Aguirre", "Economic development, City of Bilbao", ("es", "eu", "en"), "Europe/Madrid"),
    officer("bilbao", "Ander Zubieta", "Clusters and neighbourhoods", ("eu", "es", "en"), "Europe/Madrid"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
