"""Short ways to state a session and who was there."""

from infocus.demo.content.happenings import Session

PLENARY, WORKSHOP, VISIT, REVIEW = "plenary", "workshop", "visit", "review"
TEAM = ("lead@infocus.example", "expert@infocus.example")


def session(when: str, title: str, kind: str, *people: str, place: str = "", note: str = "") -> Session:
    """A session from ``KEY DAY STARTS ENDS``; the first of ``people`` is in the chair, the others speak."""
    key, day, starts, ends = when.split()
    return Session(
        key=key,
        day=int(day),
        starts=starts,
        ends=ends,
        title=title,
        kind=kind,
        chair=people[0],
        speakers=people[1:],
        place=place,
        note=note,
    )


def from_cities(*slugs: str) -> tuple[str, ...]:
    """The coordinators and officers of these partners, with the lead and the lead expert."""
    return (*TEAM, *(f"{role}@{slug}.example" for slug in slugs for role in ("coordinator", "officer")))


EVERYONE = from_cities(
    "bilbao",
    "plasencia",
    "porto",
    "torino",
    "ostrava",
    "bucharest",
    "bielsko-biala",
    "frankfurt",
    "bordeaux",
    "grenoble",
)
