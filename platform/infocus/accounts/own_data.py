"""What the installation holds about a person, as data they can take away; features add their parts."""

from collections.abc import Callable
from typing import Any

from infocus.accounts import sessions, tokens
from infocus.accounts.models import Account
from infocus.core import clock

Part = Callable[[str], Any]
_parts: dict[str, Part] = {}


def contributes_own_data(name: str) -> Callable[[Part], Part]:
    """Register a feature's function person id → what it holds of that person, ready for JSON."""

    def register(part: Part) -> Part:
        _parts[name] = part
        return part

    return register


def export(account: Account) -> dict[str, Any]:
    """Everything about the person of an account; keys and password hashes are not data anybody could use."""
    person = account.person
    about = {
        "name": person.name,
        "city": person.city,
        "about": person.about,
        "language": person.language,
        "reads": person.reads,
        "time_zone": person.time_zone,
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
    return own | {name: part(person.id) for name, part in sorted(_parts.items())}
