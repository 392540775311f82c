"""Saving a practice that somebody else saved meanwhile: what can be joined is joined, what cannot is told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.paging import instant
from infocus.core.permissions import Permission, require
from infocus.practices.merging import Clash, flat, merge, nested
from infocus.practices.models import Practice, PracticeRevision
from infocus.practices.services import checked, save_practice

MOST_BASE = 200_000
HEAD = ("title", "summary", "language", "visibility", "licence")
AT = "at"


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of it: fields ``taken`` from others, ``clashes`` that are open, and ``by`` whom.

    ``fields`` (as ``merging.flat`` has them) are joined, the open ones as they are stored.
    """

    practice: Practice
    stored: bool
    fields: Mapping[str, Any]
    taken: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    by: tuple[Person, ...] = ()


def values_of(practice: Practice) -> dict[str, Any]:
    """What is stored, as the values a service takes."""
    head = {name: getattr(practice, name) for name in HEAD}
    return nested(flat({**practice.content, **head}))


def base_of(practice: Practice) -> str:
    """What a form of this practice begins from, as text that the form sends back.

    The versions that are kept would not do: what one person types within minutes is one version of them.
    """
    said = {**values_of(practice), AT: practice.updated_at.isoformat()}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def read_base(text: str | None) -> dict[str, Any] | None:
    """The values in what a form sent back; ``None`` when it is nothing of the kind."""
    if not text or len(text) > MOST_BASE:
        return None
    try:
        said = json.loads(text)
        if not isinstance(said, dict):
            return None
        head, content = checked(said)
    except (ValueError, RecursionError, Invalid):
        return None
    kept = {name: str(said.get(name) or "") for name in ("visibility", AT)}
    return {**content, **head, **kept}


def save_together(
    actor: Actor,
    practice: Practice,
    values: Mapping[str, Any],
    *,
    expected: int | None,
    base: Mapping[str, Any] | None,
    partly: bool = False,
) -> Saved:
    """Save what a whole form says, joined with what others saved since the form was given out.

    ``expected`` is the version the form was given out on, ``base`` what was stored then. When something is open,
    nothing is stored; with ``partly`` everything else is.

    Raises as ``save_practice``, but never ``Stale``.
    """
    require(actor, Permission.EDIT_PRACTICE, practice)
    if expected is None or expected == practice.version:
        return Saved(save_practice(actor, practice, values), True, flat(values))
    head, content = checked(values)
    typed = {**content, **head, "visibility": values.get("visibility", practice.visibility)}
    now = values_of(practice)
    joined = merge(base, typed, now)
    by = _changed_by(actor, practice, base)
    stored = partly or not joined.clashes
    if stored:
        wanted = nested(joined.fields)
        save_practice(actor, practice, {name: value for name, value in wanted.items() if value != now[name]})
    return Saved(practice, stored, joined.fields, joined.taken, joined.clashes, by)


def _changed_by(actor: Actor, practice: Practice, base: Mapping[str, Any] | None) -> tuple[Person, ...]:
    """The others whose versions are newer than what the form began from."""
    since = _instant((base or {}).get(AT))
    query = select(PracticeRevision).where(PracticeRevision.practice_id == practice.id)
    if since is not None:
        query = query.where(PracticeRevision.at > since)
    newest = db.session.scalars(query.order_by(PracticeRevision.number.desc()).limit(20 if since else 1))
    return tuple(dict.fromkeys(each.by for each in newest if each.by and each.by_id != actor.person))


def _instant(text: Any) -> Any:
    try:
        return instant(text) if text else None
    except ValueError:
        return None
