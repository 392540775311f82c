"""Write practices: begin, save, remove, restore. The workflow is in ``workflow``."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select

from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.errors import Invalid, NotAllowed
from infocus.core.events import emit
from infocus.core.ids import is_id, new_id
from infocus.core.permissions import Permission, require
from infocus.networks.models import Network, Partner
from infocus.practices.content import TERMS, check_content, check_head
from infocus.practices.events import PracticeChanged
from infocus.practices.models import IN_WORK, Practice, PracticeOpinion, PracticeRevision, PracticeState
from infocus.practices.policy import WRITERS, is_coordinator
from infocus.records import services as records
from infocus.records.models import Record, Visibility
from infocus.records.terms import set_terms

MERGE_WINDOW = timedelta(minutes=10)
OWN_LEVELS = (Visibility.PARTNER, Visibility.NETWORK)
WIDE_LEVELS = (Visibility.ALL, Visibility.PUBLIC)


def begin_practice(
    actor: Actor, network: Network, values: Mapping[str, Any], *, partner: str | None = None, key: str | None = None
) -> Practice:
    """A new draft of the actor's city. ``values``: title, summary, language, visibility and any content.

    ``key`` is the id a form was given for its record: the same form sent twice is one draft, with what was sent last.

    Raises:
        NotAllowed, NetworkClosed: the person may not write here, or not for ``partner``.
        Stale: the form's draft was changed since by other means.
        Invalid: wrong values, beside their fields.
    """
    records.check_open(network)
    require(actor, Permission.WRITE_PRACTICE, network)
    known = db.session.get(Practice, key) if key and is_id(key) else None
    if known is not None and known.author_id == actor.person and known.state == PracticeState.DRAFT:
        return save_practice(actor, known, values, expected=1)
    partner_id = _own_partner(actor, network, partner)
    head, content = checked(values)
    practice = Practice(
        id=key if key and is_id(key) and db.session.get(Record, key) is None else new_id(),
        network=network,
        network_id=network.id,
        partner=db.session.get(Partner, partner_id),
        partner_id=partner_id,
        author_id=actor.person,
        title=head.get("title", ""),
        summary=head.get("summary", ""),
        language=head.get("language", actor.language),
        visibility=_level(values.get("visibility", Visibility.NETWORK), wide=False),
        state=PracticeState.DRAFT,
        content=content,
        licence=content.pop("licence", "CC BY 4.0"),
    )
    records.save(practice)
    _store_terms(practice)
    _keep_revision(actor, practice, _("begun"))
    return practice


def save_practice(
    actor: Actor, practice: Practice, values: Mapping[str, Any], *, expected: int | None = None, note: str = ""
) -> Practice:
    """Change the fields that are in ``values``; the others stay.

    Raises:
        Stale: ``expected`` is not the present version.
        NotFound, NotAllowed: unreadable, or readable and not the actor's to change.
        Invalid: wrong values, beside their fields; nothing is stored.
    """
    require(actor, Permission.EDIT_PRACTICE, practice)
    records.check_version(practice, expected)
    head, content = checked(values)
    visibility = _new_level(actor, practice, values)
    licence = content.pop("licence", practice.licence)
    merged = {**practice.content, **content}
    if not _differs(practice, head, merged, visibility, licence):
        return practice
    for name, value in head.items():
        setattr(practice, name, value)
    practice.content, practice.visibility, practice.licence = merged, visibility, licence
    if practice.state not in IN_WORK and not practice.title:
        raise Invalid({"title": _("A practice needs a title.")})
    emit(PracticeChanged(practice))
    records.save(practice)
    _store_terms(practice)
    _keep_revision(actor, practice, note)
    return practice


def files_changed(practice: Practice) -> None:
    """A picture or file came or went: who reads the practice is worked out again."""
    emit(PracticeChanged(practice))
    records.save(practice)


def restore_revision(actor: Actor, practice: Practice, number: int, *, expected: int | None = None) -> Practice:
    """Bring back what revision ``number`` said, as a new revision. Raises ``Invalid`` when there is none."""
    revision = db.session.scalar(
        select(PracticeRevision).where(PracticeRevision.practice_id == practice.id, PracticeRevision.number == number)
    )
    if revision is None:
        raise Invalid({"number": _("There is no such version.")})
    snapshot = revision.snapshot
    values = {**snapshot["content"], **{name: snapshot[name] for name in ("title", "summary", "language")}}
    note = _("restored from version %(number)s", number=number)
    return save_practice(actor, practice, values, expected=expected, note=note)


def remove_practice(actor: Actor, practice: Practice, *, expected: int | None = None) -> None:
    """Leave a tombstone. A record that was shared is withdrawn instead, so that what points at it still says so."""
    require(actor, Permission.EDIT_PRACTICE, practice)
    records.check_version(practice, expected)
    if practice.published_at is not None:
        raise NotAllowed(_("What was published is withdrawn, not removed."))
    records.remove(practice)


def checked(values: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Title, summary, language, and the content out of ``values``, clean. Raises ``Invalid`` with every error found."""
    errors: dict[str, str] = {}
    head: dict[str, str] = {}
    content: dict[str, Any] = {}
    try:
        head = check_head(values)
    except Invalid as error:
        errors |= error.fields
    try:
        content = check_content(values)
    except Invalid as error:
        errors |= error.fields
    if errors:
        raise Invalid(errors)
    return head, content


def _own_partner(actor: Actor, network: Network, wanted: str | None) -> str:
    """The partner a person writes for: the one asked for (slug or id), or their first. Raises ``NotAllowed``."""
    own = [m for m in actor.memberships if m.network_id == network.id and m.partner_id and m.role in WRITERS]
    for member in own:
        if wanted in (None, member.partner_slug, member.partner_id):
            return member.partner_id or ""
    raise NotAllowed


def _level(wanted: object, *, wide: bool) -> str:
    levels = (*OWN_LEVELS, *WIDE_LEVELS)
    if wanted not in levels:
        raise Invalid({"visibility": _("Choose who may read it from the list.")})
    if wanted in WIDE_LEVELS and not wide:
        raise Invalid({"visibility": _("Only the local coordinator shares beyond the network, by publishing.")})
    return str(wanted)


def _new_level(actor: Actor, practice: Practice, values: Mapping[str, Any]) -> str:
    """Who may read it: the coordinator decides; the author while it is in work."""
    wanted = values.get("visibility", practice.visibility)
    if wanted == practice.visibility:
        return practice.visibility
    coordinator = is_coordinator(actor, practice)
    if not coordinator and practice.state not in IN_WORK:
        raise NotAllowed
    return _level(wanted, wide=coordinator and actor.has(practice.network_id, Role.COORDINATOR))


def _differs(practice: Practice, head: Mapping[str, str], content: object, visibility: str, licence: str) -> bool:
    if any(getattr(practice, name) != value for name, value in head.items()):
        return True
    return content != practice.content or visibility != practice.visibility or licence != practice.licence


def _store_terms(practice: Practice) -> None:
    set_terms(practice, {vocabulary: practice.content.get(name, []) for name, vocabulary in TERMS.items()})


def _keep_revision(actor: Actor, practice: Practice, note: str) -> None:
    """A revision a change; what one person types within ten minutes in a draft is one, unless an expert spoke of it."""
    snapshot = {
        "title": practice.title,
        "summary": practice.summary,
        "language": practice.language,
        "content": practice.content,
    }
    own = PracticeRevision.practice_id == practice.id
    last = db.session.scalar(select(PracticeRevision).where(own).order_by(PracticeRevision.number.desc()).limit(1))
    fresh = last is not None and last.by_id == actor.person and clock.now() - last.at < MERGE_WINDOW
    in_work = fresh and not note and practice.state in IN_WORK
    if last is not None and in_work and last.number > 1 and not _was_judged(last):
        last.snapshot, last.at = snapshot, clock.now()
        return
    number = (db.session.scalar(select(func.max(PracticeRevision.number)).where(own)) or 0) + 1
    row = PracticeRevision(practice_id=practice.id, number=number, by_id=actor.person, note=note, snapshot=snapshot)
    db.session.add(row)
    db.session.flush()


def _was_judged(revision: PracticeRevision) -> bool:
    """Whether an expert said something of this version: what was judged is kept as it was."""
    said = PracticeOpinion.practice_id == revision.practice_id, PracticeOpinion.revision == revision.number
    return db.session.scalar(select(PracticeOpinion.id).where(*said).limit(1)) is not None
