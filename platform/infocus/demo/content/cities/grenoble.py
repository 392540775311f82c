"""Grenoble-Alpes."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="grenoble",
    label="Grenoble-Alpes",
    country="FR",
    body="Grenoble-Alpes Métropole",
    kind="metropolitan authority",
    nuts3=Stated(value="FRK24", source="Eurostat, NUTS"),
    position=(45.188, 5.724),
    population=440_000,
    mark="Gr",
    hue=10,
    mailbox="in-focus@grenoble.example",
    language="fr",
    themes=("talent", "workspace-provision", "ris3-alignment"),
    summary=prose("""
Grenoble-Alpes is rich in laboratories and short of flat land. Its science sites are full, its suppliers are in the
valleys, and many inhabitants never set foot in either. It offers knowledge of how research sites grow without new
buildings, and asks how others bring the neighbourhoods in.
"""),
    priorities=(
        Priority(
            text="Micro-electronics and software close to the chip.",
            year=2015,
            source="Grenoble-Alpes, economic road map (illustrative)",
            regional_tie="A regional domain that was written here; the metropolis adds land, tramways and housing.",
            ecosystems=("electronics", "digital"),
            nace=("26", "62", "72"),
            nabs=("06", "13"),
            objectives=("PO1",),
        ),
        Priority(
            text="Health technologies tested with patients and carers.",
            year=2016,
            source="Grenoble-Alpes, economic road map (illustrative)",
            regional_tie=(
                "The region finances the hospital platforms; the metropolis finances the flats where things are tried."
            ),
            ecosystems=("health",),
            nace=("26", "32", "86"),
            nabs=("07",),
            objectives=("PO1", "PO4"),
        ),
        Priority(
            text="Mountain energy: heat networks, small hydropower and storage.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="Energy is a regional domain; the metropolis owns the heat network.",
            ecosystems=("renewable-energy",),
            nace=("27", "35"),
            nabs=("05",),
            objectives=("PO2",),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("grenoble", "Luc Morel", "Economic strategy", ("fr", "en", "it"), "Europe/Paris"),
    officer("grenoble", "Amélie Perrin", "Science sites and neighbourhoods", ("fr", "en"), "Europe/Paris"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
