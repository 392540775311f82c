"""What people of the demo watch, and how its mail comes. All of it is illustrative."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """``person`` watches ``what``: ``network``, ``partner:SLUG``, ``theme:CODE`` or ``record:KIND:KEY``."""

    person: str
    what: str
    how: str


WATCHED = (
    Watched(person="officer@porto.example", what="theme:workspace-provision", how="daily"),
    Watched(person="officer@porto.example", what="partner:bielsko-biala", how="usual"),
    Watched(person="coordinator@bielsko-biala.example", what="network", how="weekly"),
    Watched(person="coordinator@bielsko-biala.example", what="theme:entrepreneurship", how="page"),
    Watched(person="expert@infocus.example", what="network", how="daily"),
    Watched(person="lead@infocus.example", what="network", how="usual"),
)
