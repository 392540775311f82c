"""Accepting and declining, with what somebody eats and needs; signed in, or by the letter's signed address."""

from dataclasses import dataclass

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.library.signing import same
from infocus.meetings.models import Coming, Meeting, MeetingState, Participant
from infocus.meetings.people.days import is_over
from infocus.meetings.people.marks import mark_of
from infocus.meetings.people.models import ParticipantNeeds
from infocus.meetings.people.queries import participant_of
from infocus.meetings.people.services.seating import locked, offer_seat, seats_left
from infocus.records.services import check_updates

WORD_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Needs:
    """What somebody eats and needs to come in, and whether they agreed that the host reads it."""

    diet: str = ""
    access: str = ""
    consent: bool = False

    @property
    def told(self) -> bool:
        """Whether anything was said."""
        return bool(self.diet or self.access)


def invited(participant_id: str, mark: str) -> Participant:
    """The place on a list that a link stands for. Raises ``NotFound`` for a wrong mark, and for who was taken off."""
    if not same(mark, mark_of(participant_id)) or not is_id(participant_id):
        raise NotFound
    row = db.session.get(Participant, participant_id)
    if row is None or row.meeting.removed_at is not None:
        raise NotFound
    return row


def may_answer(meeting: Meeting) -> bool:
    """Whether there is anything to answer: the meeting is planned and not over."""
    return meeting.state == MeetingState.PLANNED and not is_over(meeting)


def answer(row: Participant, coming: bool, word: str, needs: Needs) -> Coming:
    """Say whether one comes; when all seats are taken one waits. Who declines takes their needs back with it.

    Raises:
        Conflict: the meeting is over or called off.
        Invalid: something is too long, or needs were told without consent; nothing is kept then.
    """
    check_updates(row.meeting.network)
    if not may_answer(row.meeting):
        raise Conflict(_("This meeting is over or was called off: there is nothing to answer any more."))
    _check(word, needs if coming else Needs())
    meeting = locked(row.meeting)
    db.session.refresh(row)
    before = row.coming
    if not coming:
        row.coming = Coming.NO
    elif before != Coming.YES:
        left = seats_left(meeting)
        row.coming = Coming.YES if left is None or left else Coming.WAITING
    row.word = word
    if row.coming != before:
        row.answered_at = clock.now()
    _keep(row, needs if coming else Needs())
    db.session.flush()
    if before == Coming.YES and not coming:
        offer_seat(meeting, "")
    return Coming(row.coming)


def set_coming(actor: Actor, meeting: Meeting, participant_id: str, said: str) -> None:
    """Whoever runs the meeting notes what somebody said on the telephone. Raises ``Invalid``."""
    require(actor, Permission.EDIT_MEETING, meeting)
    check_updates(meeting.network)
    if said not in {Coming.YES, Coming.NO}:
        raise Invalid({"coming": _("Comes, or does not.")})
    meeting = locked(meeting)
    row = participant_of(meeting, participant_id)
    if row.coming != said:
        row.coming, row.answered_at = said, clock.now()
    if said == Coming.NO:
        _keep(row, Needs())
        db.session.flush()
        offer_seat(meeting, actor.name)


def stored_needs(row: Participant) -> Needs:
    """What somebody has told so far."""
    kept = db.session.get(ParticipantNeeds, row.id)
    return Needs(kept.diet, kept.access, True) if kept else Needs()


def _check(word: str, needs: Needs) -> None:
    given = (("word", word), ("diet", needs.diet), ("access", needs.access))
    wrong = {name: _("At most 300 characters.") for name, text in given if len(text) > WORD_LIMIT}
    if needs.told and not needs.consent:
        wrong["consent"] = _("Tick that the host may read this, or leave both fields empty.")
    if wrong:
        raise Invalid(wrong)


def _keep(row: Participant, needs: Needs) -> None:
    """Needs are kept as they were told now; empty ones are deleted."""
    kept = db.session.get(ParticipantNeeds, row.id)
    if not needs.told:
        if kept is not None:
            db.session.delete(kept)
    elif kept is None:
        db.session.add(ParticipantNeeds(participant_id=row.id, diet=needs.diet, access=needs.access))
    elif (kept.diet, kept.access) != (needs.diet, needs.access):
        kept.diet, kept.access, kept.consented_at = needs.diet, needs.access, clock.now()
