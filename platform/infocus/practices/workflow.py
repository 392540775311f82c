"""The life of a practice: submitted, judged, published, aged, withdrawn."""

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.practices.events import ChangesAsked, PracticePublished, PracticeSubmitted, PracticeValidated
from infocus.practices.models import Practice, PracticeOpinion, PracticeState
from infocus.practices.sections import progress
from infocus.practices.services import WIDE_LEVELS
from infocus.records import services as records
from infocus.records.models import Visibility

OPINION_LIMIT = 2_000
REASON_LIMIT = 500


def submit(actor: Actor, practice: Practice, *, expected: int | None = None) -> Practice:
    """Ask for validation. Raises ``Invalid`` naming what is open, ``Conflict`` from a state that has no submit."""
    require(actor, Permission.SUBMIT_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.DRAFT, PracticeState.CHANGES_ASKED, PracticeState.NEEDS_VERIFICATION)
    open_fields = progress(practice.title, practice.summary, practice.content).open
    if open_fields:
        raise Invalid(_("Still open: %(fields)s.", fields=", ".join(str(field) for field in open_fields)))
    practice.state, practice.submitted_at = PracticeState.SUBMITTED, clock.now()
    records.save(practice)
    emit(PracticeSubmitted(practice, actor.person))
    return practice


def ask_changes(actor: Actor, practice: Practice, text: str, *, expected: int | None = None) -> Practice:
    """An expert says what should change."""
    require(actor, Permission.JUDGE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.SUBMITTED, PracticeState.NEEDS_VERIFICATION)
    _add_opinion(actor, practice, "changes", text)
    practice.state = PracticeState.CHANGES_ASKED
    records.save(practice)
    emit(ChangesAsked(practice, actor.person, text))
    return practice


def validate(actor: Actor, practice: Practice, text: str, *, expected: int | None = None) -> Practice:
    """An expert validates, with an opinion that is shown with the practice."""
    require(actor, Permission.JUDGE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.SUBMITTED, PracticeState.NEEDS_VERIFICATION)
    _add_opinion(actor, practice, "valid", text)
    was_published = practice.published_at is not None
    practice.state = PracticeState.PUBLISHED if was_published else PracticeState.VALIDATED
    practice.validated_at = practice.verified_at = clock.now()
    records.save(practice)
    emit(PracticeValidated(practice, actor.person, text))
    return practice


def publish(
    actor: Actor, practice: Practice, visibility: str | None = None, *, expected: int | None = None
) -> Practice:
    """Share a validated practice: up to the network by its officer or coordinator, wider by the coordinator alone."""
    wanted = visibility or practice.visibility
    require(actor, Permission.SHARE_PRACTICE, practice)
    if wanted not in {Visibility.PARTNER, Visibility.NETWORK, *WIDE_LEVELS}:
        raise Invalid({"visibility": _("Choose who may read it from the list.")})
    wide = wanted in WIDE_LEVELS or wanted != practice.visibility
    require(actor, Permission.PUBLISH_PRACTICE if wide else Permission.SHARE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.VALIDATED, PracticeState.PUBLISHED)
    first = practice.published_at is None
    practice.state, practice.visibility = PracticeState.PUBLISHED, wanted
    practice.published_at = practice.published_at or clock.now()
    records.save(practice)
    if first:
        emit(PracticePublished(practice, actor.person))
    return practice


def withdraw(actor: Actor, practice: Practice, reason: str, *, expected: int | None = None) -> Practice:
    """Take a practice back; the reason stays with it."""
    require(actor, Permission.WITHDRAW_PRACTICE, practice)
    records.check_version(practice, expected)
    if practice.state in {PracticeState.DRAFT, PracticeState.WITHDRAWN}:
        raise Conflict(_("A draft is removed, not withdrawn."))
    reason = _words("reason", reason, REASON_LIMIT, _("Say why, for those who use it."))
    practice.content = {**practice.content, "withdrawn_because": reason}
    practice.state = PracticeState.WITHDRAWN
    records.save(practice)
    return practice


def open_to_network(practice: Practice) -> None:
    """Nobody judged it for ten working days: the network reads it, marked as not yet validated."""
    practice.opened_at = clock.now()
    records.save(practice)


def _must_be(practice: Practice, *states: PracticeState) -> None:
    if practice.state not in states:
        raise Conflict(_("The practice is in another state by now: %(state)s.", state=practice.state))


def _add_opinion(actor: Actor, practice: Practice, verdict: str, text: str) -> None:
    text = _words("text", text, OPINION_LIMIT, _("Write a sentence or two: the city learns from it."))
    db.session.add(PracticeOpinion(practice_id=practice.id, by_id=actor.person, verdict=verdict, text=text))
    db.session.flush()


def _words(name: str, text: str, limit: int, when_empty: str) -> str:
    """Clean words within ``limit`` code points. Raises ``Invalid`` beside ``name``."""
    try:
        text = clean(text)
    except ValueError:
        raise Invalid({name: _("This text holds control characters; please type it again.")}) from None
    if not text:
        raise Invalid({name: when_empty})
    if len(text) > limit:
        raise Invalid({name: _("%(length)s characters; %(most)s fit.", length=len(text), most=limit)})
    return text
