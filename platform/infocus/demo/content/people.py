"""Short ways to state a person of a partner, and the people who belong to the network as a whole. All are invented."""

from infocus.demo.content.shapes import Person, Role


def coordinator(partner: str, name: str, title: str, languages: tuple[str, ...], time_zone: str) -> Person:
    """The partner's local coordinator, ``coordinator@PARTNER.example``."""
    return _of(partner, "coordinator", name, title, languages, time_zone)


def officer(partner: str, name: str, title: str, languages: tuple[str, ...], time_zone: str) -> Person:
    """An officer of the partner, ``officer@PARTNER.example``."""
    return _of(partner, "officer", name, title, languages, time_zone)


def local_group(partner: str, name: str, title: str, languages: tuple[str, ...], time_zone: str) -> Person:
    """A volunteer of the partner's URBACT Local Group, ``ulg@PARTNER.example``."""
    return _of(partner, "ulg", name, title, languages, time_zone)


def _of(partner: str, role: str, name: str, title: str, languages: tuple[str, ...], time_zone: str) -> Person:
    return Person(
        email=f"{role}@{partner}.example",
        name=name,
        title=title,
        languages=languages,
        time_zone=time_zone,
        roles=(Role(role=role, partner=partner),),
    )


TEAM = (
    Person(
        email="lead@infocus.example",
        name="Idoia Etxeberria",
        title="Network lead, City of Bilbao",
        languages=("en", "es", "eu"),
        time_zone="Europe/Madrid",
        roles=(Role(role="lead"), Role(role="officer", partner="bilbao")),
    ),
    Person(
        email="expert@infocus.example",
        name="Ana Sousa",
        title="Lead expert",
        languages=("en", "pt", "fr"),
        time_zone="Europe/Lisbon",
        roles=(Role(role="expert"),),
    ),
    Person(
        email="adhoc@infocus.example",
        name="Willem Terpstra",
        title="Ad hoc expert, workspace and property",
        languages=("en", "de", "fr"),
        time_zone="Europe/Amsterdam",
        roles=(Role(role="adhoc"),),
    ),
    Person(
        email="observer@infocus.example",
        name="Solveig Nyberg",
        title="Programme observer",
        languages=("en", "fr"),
        time_zone="Europe/Paris",
        roles=(Role(role="observer"),),
    ),
    Person(
        email="admin@infocus.example",
        name="Karim Benali",
        title="Site administrator",
        languages=("en", "fr"),
        time_zone="Europe/Brussels",
        roles=(Role(role="admin"),),
    ),
)
