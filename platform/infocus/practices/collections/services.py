"""Curators make collections, put practices in, bring them into order, and say why each is here."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.networks import audit
from infocus.networks.models import Network, Partner
from infocus.practices.collections.content import checked, checked_lines
from infocus.practices.collections.events import Picked, Unpicked
from infocus.practices.collections.models import CURRENT, MOST, Collection, Pick
from infocus.practices.collections.policy import levels
from infocus.practices.models import SHARED, Practice
from infocus.records import services as records
from infocus.records.models import Visibility


def make_collection(actor: Actor, network: Network, values: Mapping[str, Any]) -> Collection:
    """A new collection, empty as yet. ``values``: title, introduction, language, visibility.

    Raises:
        NetworkClosed, NotAllowed: not here, or not this person.
        Invalid: wrong values, beside their fields.
    """
    records.check_open(network)
    require(actor, Permission.MAKE_COLLECTION, network)
    given = {"title": "", "introduction": "", "language": actor.language, "visibility": Visibility.NETWORK}
    columns = checked({**given, **values}, levels(actor, network))
    partner_id = actor.partner_in(network.id)
    made = Collection(
        network=network,
        network_id=network.id,
        partner=db.session.get(Partner, partner_id) if partner_id else None,
        partner_id=partner_id,
        author_id=actor.person,
        state=CURRENT,
        **columns,
    )
    records.save(made)
    _note(actor, "make", made, visibility=made.visibility)
    return made


def save_collection(
    actor: Actor,
    collection: Collection,
    values: Mapping[str, Any],
    lines: Mapping[str, object] | None = None,
    *,
    expected: int | None = None,
) -> Collection:
    """Change what is in ``values``, and the lines of the picks named in ``lines``; what is equal is left alone.

    Raises:
        Stale: ``expected`` is not the present version.
        NotFound, NotAllowed: unreadable, or not this person's to curate.
        Invalid: wrong values, beside their fields (``line-ID`` for a line); nothing is stored.
    """
    require(actor, Permission.EDIT_COLLECTION, collection)
    records.check_version(collection, expected)
    columns = checked(values, levels(actor, collection.network, collection.visibility))
    words = checked_lines(lines or {})
    changes = {name: value for name, value in columns.items() if getattr(collection, name) != value}
    rows = [(pick, words[pick.id]) for pick in collection.picks if words.get(pick.id, pick.line) != pick.line]
    if not changes and not rows:
        return collection
    for name, value in changes.items():
        setattr(collection, name, value)
    for pick, line in rows:
        pick.line = line
    records.save(collection)
    if "visibility" in changes:
        _note(actor, "share", collection, visibility=collection.visibility)
    return collection


def add_practice(actor: Actor, collection: Collection, practice: Practice, line: str = "") -> Pick:
    """Put a practice at the end; one that is in already stays where it is, with the new line if there is one.

    Raises:
        NotFound, NotAllowed: one of both is unreadable, or the collection is not this person's to curate.
        Invalid: the practice is not shared (yet, or any more), the collection is full, or the line is too long.
        Conflict: somebody else added it at the same moment.
    """
    require(actor, Permission.EDIT_COLLECTION, collection)
    require(actor, Permission.READ_RECORD, practice)
    if practice.state not in SHARED:
        raise Invalid({"add": _("Only a practice that is shared can be collected.")})
    words = checked_lines({"new": line})["new"]
    known = next((pick for pick in collection.picks if pick.practice_id == practice.id), None)
    if known is not None:
        if words and known.line != words:
            known.line = words
            records.save(collection)
        return known
    if len(collection.picks) >= MOST:
        raise Invalid({"add": _("%(most)s practices fit into a collection.", most=MOST)})
    made = Pick(practice_id=practice.id, position=len(collection.picks), line=words, by_id=actor.person)
    collection.picks.append(made)
    try:
        records.save(collection)
    except IntegrityError as error:  # two curators at once
        raise Conflict(_("Somebody else has just changed this collection. Please try again.")) from error
    emit(Picked(collection, practice, actor.person))
    return made


def move_pick(actor: Actor, collection: Collection, pick_id: str, by: int) -> None:
    """Move a pick up (``by`` -1) or down (1); at the end of the list it stays. Raises ``NotFound``, ``NotAllowed``."""
    require(actor, Permission.EDIT_COLLECTION, collection)
    picks = list(collection.picks)
    at = picks.index(_own(collection, pick_id))
    to = min(max(at + by, 0), len(picks) - 1)
    if to != at:
        picks.insert(to, picks.pop(at))
        _keep_order(collection, picks)


def drop_pick(actor: Actor, collection: Collection, pick_id: str) -> None:
    """Take a practice out. Raises ``NotFound`` when it is not in (any more), ``NotAllowed``."""
    require(actor, Permission.EDIT_COLLECTION, collection)
    pick = _own(collection, pick_id)
    collection.picks.remove(pick)
    _keep_order(collection, list(collection.picks))
    emit(Unpicked(collection, pick.practice_id))


def remove_collection(actor: Actor, collection: Collection, *, expected: int | None = None) -> None:
    """Remove the collection; its practices stay as they are. Raises ``Stale``, ``NotAllowed``."""
    require(actor, Permission.EDIT_COLLECTION, collection)
    records.check_version(collection, expected)
    records.remove(collection)
    _note(actor, "remove", collection)
    for pick in collection.picks:
        emit(Unpicked(collection, pick.practice_id))


def _own(collection: Collection, pick_id: str) -> Pick:
    pick = collection.pick(pick_id)
    if pick is None:
        raise NotFound
    return pick


def _keep_order(collection: Collection, picks: list[Pick]) -> None:
    for number, pick in enumerate(picks):
        pick.position = number
    records.save(collection)
    db.session.refresh(collection, ["picks"])


def _note(actor: Actor, act: str, collection: Collection, **detail: str) -> None:
    audit.note(actor, f"collections.{act}", "collection", collection.id, collection.network_id, **detail)
