"""What people of the demo keep looking for, looked for lately, and looked for in vain. All of it is illustrative."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from infocus.demo.content.words import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A saved search of ``person``: what was shared after ``since`` is new to it."""

    person: str
    name: str
    search: str
    alert: str
    since: datetime
    feed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A search of ``person``, so long before the demo was loaded, with how many records answered."""

    person: str
    words: str
    total: int
    ago: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Words nothing answered: how often they were looked for, in which languages the readers read."""

    words: str
    count: int
    languages: tuple[str, ...]
    ago: timedelta


KEPT = (
    Kept(
        person="officer@porto.example",
        name="Who pays the rent",
        search="q=rent",
        alert="page",
        since=at("2018-01-01T09:00"),
        feed=True,
    ),
    Kept(
        person="officer@porto.example",
        name="Machines to share, 2017",
        search="q=machines&year=2017",
        alert="mail",
        since=at("2017-10-01T09:00"),
    ),
    Kept(
        person="coordinator@bordeaux.example",
        name="Ateliers",
        search="q=ateliers",
        alert="mail",
        since=at("2017-11-01T09:00"),
    ),
    Kept(
        person="coordinator@bordeaux.example",
        name="What Grenoble-Alpes shares",
        search="partner=grenoble&sort=newest",
        alert="none",
        since=at("2018-02-01T09:00"),
    ),
)
PAST = (
    Past(person="officer@porto.example", words="rent", total=11, ago=timedelta(minutes=50)),
    Past(person="officer@porto.example", words="machines", total=13, ago=timedelta(hours=3)),
    Past(person="officer@porto.example", words="kiln rental", total=0, ago=timedelta(days=1)),
    Past(person="officer@porto.example", words="oficinas", total=3, ago=timedelta(days=4)),
    Past(person="coordinator@bordeaux.example", words="ateliers", total=3, ago=timedelta(hours=1)),
    Past(person="coordinator@bordeaux.example", words="animateur", total=5, ago=timedelta(days=2)),
)
MISSED = (
    Missed(words="kiln rental", count=5, languages=("en", "pt"), ago=timedelta(days=1)),
    Missed(words="insurance of volunteers", count=3, languages=("en", "fr", "pl"), ago=timedelta(days=6)),
    Missed(words="bail précaire modèle", count=2, languages=("fr",), ago=timedelta(days=12)),
)
