"""The life of a practice: submitted, judged, published, aged, withdrawn."""

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import ANONYMOUS, Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.networks.audit import note
from infocus.practices.approval.queries import may_leave
from infocus.practices.events import (
    ChangesAsked,
    PracticeChanged,
    PracticePublished,
    PracticeSubmitted,
    PracticeValidated,
)
from infocus.practices.judging.checks import Judgement, checked, words
from infocus.practices.models import Practice, PracticeOpinion, PracticeState
from infocus.practices.revisions.queries import latest_number
from infocus.practices.sections import progress
from infocus.practices.services import WIDE_LEVELS
from infocus.records import services as records
from infocus.records.models import Visibility

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
    _note(actor, "submit", practice)
    emit(PracticeSubmitted(practice, actor.person))
    return practice


def ask_changes(actor: Actor, practice: Practice, said: Judgement | str, *, expected: int | None = None) -> Practice:
    """An expert says what should change, of the whole and of single sections."""
    require(actor, Permission.JUDGE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.SUBMITTED, PracticeState.NEEDS_VERIFICATION)
    opinion = _add_opinion(actor, practice, "changes", said)
    practice.state = PracticeState.CHANGES_ASKED
    records.save(practice)
    _note(actor, "ask-changes", practice, revision=opinion.revision)
    emit(ChangesAsked(practice, actor.person, opinion.text or next(iter(opinion.sections.values()), "")))
    return practice


def validate(actor: Actor, practice: Practice, said: Judgement | str, *, expected: int | None = None) -> Practice:
    """An expert validates, with an opinion that is shown with the practice."""
    require(actor, Permission.JUDGE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.SUBMITTED, PracticeState.NEEDS_VERIFICATION)
    opinion = _add_opinion(actor, practice, "valid", said)
    was_published = practice.published_at is not None
    practice.state = PracticeState.PUBLISHED if was_published else PracticeState.VALIDATED
    practice.validated_at = practice.verified_at = clock.now()
    practice.reminded_at = None
    records.save(practice)
    _note(actor, "validate", practice, revision=opinion.revision)
    emit(PracticeValidated(practice, actor.person, opinion.text))
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
    if not may_leave(practice, wanted):
        raise Conflict(
            _("The city’s approval of this version is missing: ask its manager on the practice’s page first.")
        )
    first = practice.published_at is None
    practice.state, practice.visibility, practice.held = PracticeState.PUBLISHED, wanted, False
    practice.published_at = practice.published_at or clock.now()
    records.save(practice)
    _note(actor, "publish", practice, audience=wanted)
    if first:
        emit(PracticePublished(practice, actor.person))
    return practice


def withdraw(actor: Actor, practice: Practice, reason: str, *, expected: int | None = None) -> Practice:
    """Take a practice back; the reason stays with it."""
    require(actor, Permission.WITHDRAW_PRACTICE, practice)
    records.check_version(practice, expected)
    if practice.state in {PracticeState.DRAFT, PracticeState.WITHDRAWN}:
        raise Conflict(_("A draft is removed, not withdrawn."))
    errors: dict[str, str] = {}
    reason = words(errors, "reason", reason, REASON_LIMIT)
    if not reason:
        errors.setdefault("reason", _("Say why, for those who use it."))
    if errors:
        raise Invalid(errors)
    practice.content = {**practice.content, "withdrawn_because": reason}
    practice.state = PracticeState.WITHDRAWN
    records.save(practice)
    _note(actor, "withdraw", practice, reason=reason)
    return practice


def bring_back(actor: Actor, practice: Practice, *, expected: int | None = None) -> Practice:
    """Take a withdrawal back: what was published is read again, as something to look at anew; the rest is a draft."""
    require(actor, Permission.SHARE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.WITHDRAWN)
    practice.content = {name: value for name, value in practice.content.items() if name != "withdrawn_because"}
    practice.state = PracticeState.NEEDS_VERIFICATION if practice.published_at else PracticeState.DRAFT
    emit(PracticeChanged(practice))
    records.save(practice)
    _note(actor, "bring-back", practice)
    return practice


def verify(actor: Actor, practice: Practice, *, expected: int | None = None) -> Practice:
    """Its city says that it is still so; nothing it says changes, so that approvals stand."""
    require(actor, Permission.SHARE_PRACTICE, practice)
    records.check_version(practice, expected)
    _must_be(practice, PracticeState.PUBLISHED, PracticeState.NEEDS_VERIFICATION)
    practice.state, practice.verified_at, practice.reminded_at = PracticeState.PUBLISHED, clock.now(), None
    practice.published_at = practice.published_at or clock.now()
    records.save(practice)
    _note(actor, "verify", practice)
    return practice


def grow_old(practice: Practice) -> None:
    """Nobody said in time whether it is still so: it stays readable and says that it needs a look."""
    practice.state = PracticeState.NEEDS_VERIFICATION
    records.save(practice)
    _note(ANONYMOUS, "age", practice)


def open_to_network(practice: Practice) -> None:
    """Nobody judged it for ten working days: the network reads it, marked as not yet validated."""
    practice.opened_at = clock.now()
    records.save(practice)


def _must_be(practice: Practice, *states: PracticeState) -> None:
    if practice.state not in states:
        raise Conflict(_("The practice is in another state by now: %(state)s.", state=practice.state))


def _add_opinion(actor: Actor, practice: Practice, verdict: str, said: Judgement | str) -> PracticeOpinion:
    given = checked(Judgement(said) if isinstance(said, str) else said, valid=verdict == "valid")
    opinion = PracticeOpinion(
        practice_id=practice.id,
        by_id=actor.person,
        verdict=verdict,
        text=given.text,
        criteria=dict(given.criteria),
        sections=dict(given.sections),
        revision=latest_number(practice),
    )
    db.session.add(opinion)
    db.session.flush()
    return opinion


def _note(actor: Actor, act: str, practice: Practice, **detail: object) -> None:
    note(actor, f"practices.{act}", "practice", practice.id, practice.network_id, **detail)
