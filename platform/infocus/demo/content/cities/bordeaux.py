"""Bordeaux."""

from infocus.demo.content.people import coordinator, officer
from infocus.demo.content.shapes import City, Partner, Priority, Stated
from infocus.demo.content.words import prose

PARTNER = Partner(
    slug="bordeaux",
    label="Bordeaux",
    country="FR",
    body="Bordeaux Métropole",
    kind="metropolitan authority",
    nuts3=Stated(value="FRI12", source="Eurostat, NUTS"),
    position=(44.838, -0.579),
    population=780_000,
    mark="Bx",
    hue=9,
    mailbox="in-focus@bordeaux.example",
    language="fr",
    themes=("cluster-development", "workspace-provision", "investment-attraction"),
    summary=prose("""
Bordeaux Métropole aims at 100,000 new jobs by 2030 and knows that such a number is not yet a plan. It works with
sites: each large area of the metropolis has a leading activity and a host. It offers experience of animating
several clusters with few people, and asks what makes a place more than a postal address.
"""),
    priorities=(
        Priority(
            text="Aerospace and its suppliers, from composite parts to maintenance and drones.",
            year=2016,
            source="Bordeaux Métropole, site policy (illustrative)",
            regional_tie="First domain of the region; the metropolis owns the land around the airport.",
            ecosystems=("aerospace-defence",),
            nace=("30", "33", "72"),
            nabs=("03", "14"),
            objectives=("PO1",),
        ),
        Priority(
            text="Wood, stone and low-carbon building, with public building sites as shop windows.",
            year=2017,
            source="Bordeaux Métropole, site policy (illustrative)",
            regional_tie="The forest is a regional domain; the building sites are ours.",
            ecosystems=("construction", "renewable-energy"),
            nace=("02", "16", "41"),
            nabs=("02", "05"),
            objectives=("PO2",),
        ),
        Priority(
            text="Wine, and what can be learnt from it: traceability, sensors, visitors.",
            year=2017,
            source="Local group, 2017 (illustrative)",
            regional_tie="The region supports the growers; the metropolis looks at the firms that serve them.",
            ecosystems=("agri-food", "tourism", "digital"),
            nace=("11", "62", "79"),
            nabs=("08",),
            objectives=("PO1", "PO5"),
            emerging=True,
        ),
    ),
)

PEOPLE = (
    coordinator("bordeaux", "Claire Dumas", "Sites and clusters, Bordeaux Métropole", ("fr", "en"), "Europe/Paris"),
    officer("bordeaux", "Hugo Lacaze", "Workspace", ("fr", "en", "es"), "Europe/Paris"),
)

CITY = City(partner=PARTNER, people=PEOPLE)
