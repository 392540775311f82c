"""Frankfurt."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="frankfurt",
    label="Frankfurt",
    country="DE",
    body="Frankfurt economic development agency",
    kind="agency",
    nuts3=Stated(value="DE712", source="Eurostat, NUTS", confirmed=False),
    position=(50.111, 8.682),
    population=750_000,
    mark="Fr",
    hue=8,
    mailbox="in-focus@frankfurt.example",
    language="de",
    themes=("cluster-development", "entrepreneurship", "investment-attraction"),
    summary=prose("""
The partner is the city's economic development agency. Frankfurt does not lack money or firms; it lacks affordable
floors and patience. It offers contracts, cluster management and plain figures, and asks the others how to keep
production in a city where every square metre could be an office.
"""),
    priorities=(
        Priority(
            text="Logistics and the digital services around it: from parcel to data.",
            year=2015,
            source="Frankfurt, economic programme (illustrative)",
            regional_tie="Named in the strategy of the federal state; the city works on land, the state on research.",
            ecosystems=("mobility", "digital"),
            nace=("49", "52", "62"),
            nabs=("04",),
            objectives=("PO1", "PO3"),
        ),
        Priority(
            text="Finance for firms younger than five years, with fewer evenings and more signatures.",
            year=2016,
            source="Frankfurt, economic programme (illustrative)",
            regional_tie="The state bank runs the instruments; the agency finds the firms.",
            ecosystems=("digital",),
            nace=("64", "66"),
            nabs=("11",),
            objectives=("PO1",),
        ),
        Priority(
            text="Making things in the city: food, lenses, sensors, furniture.",
            year=2017,
            source="Cluster round, 2017 (illustrative)",
            regional_tie="Not a priority of the state; the agency collects cases to propose it.",
            ecosystems=("electronics", "agri-food"),
            nace=("10", "26", "31"),
            nabs=("06",),
            objectives=("PO1", "PO5"),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("frankfurt", "Lars Becker", "Cluster management", ("de", "en"), "Europe/Berlin"),
    officer("frankfurt", "Miriam Vogt", "Start-ups and sites", ("de", "en", "fr"), "Europe/Berlin"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
