"""What the installation holds about a person, as data they can take away; features add their parts."""

from collections.abc import Callable
from typing import Any

from infocus.accounts import sessions, tokens
from infocus.accounts.models import Account, Person
from infocus.core import clock

Part = Callable[[str], Any]
_parts: dict[str, Part] = {}
Forget = Callable[[str], None]
_forgets: list[Forget] = []


def contributes_own_data(name: str) -> Callable[[Part], Part]:
    """Register a feature's function person id → what it holds of that person, ready for JSON."""

    def register(part: Part) -> Part:
        _parts[name] = part
        return part

    return register


def forgets_at_closing(forget: Forget) -> Forget:
    """Register what a feature deletes of a person whose account is closed: what served that person alone."""
    if forget not in _forgets:
        _forgets.append(forget)
    return forget


def forget(person_id: str) -> None:
    """Delete it, inside the present unit of work."""
    for each in _forgets:
        each(person_id)


def export(account: Account) -> dict[str, Any]:
    """Everything about the person of an account; keys and password hashes are not data anybody could use."""
    person = account.person
    about = _about(person) | {
        "email": account.email,
        "digest": account.digest,
        "created_at": account.created_at.isoformat(),
    }
    browsers = [
        {"browser": row.browser, "since": row.created_at.isoformat(), "seen": row.seen_at.isoformat()}
        for row in sessions.listed(person.id)
    ]
    keys = [
        {"name": row.name, "scopes": row.scopes, "until": row.expires_at.isoformat()}
        for row in tokens.listed(person.id)
    ]
    own = {"exported_at": clock.now().isoformat(), "person": about, "sessions": browsers, "api_tokens": keys}
    return own | _of_features(person.id)


def export_visitor(person: Person) -> dict[str, Any]:
    """Everything about somebody without an account."""
    return {"exported_at": clock.now().isoformat(), "person": _about(person)} | _of_features(person.id)


def _about(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "city": person.city,
        "about": person.about,
        "language": person.language,
        "reads": person.reads,
        "time_zone": person.time_zone,
    }


def _of_features(person_id: str) -> dict[str, Any]:
    return {name: part(person_id) for name, part in sorted(_parts.items())}
