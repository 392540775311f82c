"""Putting people on the list of a meeting: from the network, or pasted; each once, whoever adds them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from email_validator import EmailNotValidError, validate_email
from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.models import Account, Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.meetings.models import Meeting, MeetingState, Participant
from infocus.meetings.people import letters
from infocus.meetings.people.pasted import LIMITS, Pasted, PastedRow
from infocus.meetings.people.queries import addresses, participant_of, uninvited
from infocus.meetings.people.services.seating import locked, offer_seat
from infocus.networks.audit import note
from infocus.networks.models import MembershipRow, Partner
from infocus.networks.queries import partners_of
from infocus.records.services import check_updates

MOST = 10_000
"""People on one list."""
Names = defaultdict[tuple[str, str], set[str]]
"""Name and city as they are compared → the addresses they are on the list with; two with an address each are two."""


class Fate(StrEnum):
    """What becomes of a pasted row."""

    NEW = "new"
    TWICE = "twice"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Checked:
    """A pasted row as it would be kept. ``partner`` is ``None`` for a city outside the network; ``why`` it is not."""

    row: PastedRow
    fate: Fate
    partner: Partner | None = None
    person_id: str | None = None
    why: str = ""

    @property
    def marked(self) -> bool:
        """Whether somebody should look at it."""
        return self.fate != Fate.NEW or bool(self.row.city and self.partner is None) or bool(self.row.left)


def add_members(
    actor: Actor, meeting: Meeting, person_ids: Iterable[str], partner_ids: Iterable[str], whole: bool
) -> int:
    """People of the network by name, by city, or all of them; who is on the list stays as they are. Says how many."""
    _check(actor, meeting)
    meeting = locked(meeting)
    there = set(db.session.scalars(select(Participant.person_id).where(Participant.meeting_id == meeting.id)))
    rows = select(MembershipRow.person_id, Person.name, MembershipRow.partner_id).join(
        Person, Person.id == MembershipRow.person_id
    )
    present = rows.where(MembershipRow.network_id == meeting.network_id, MembershipRow.ended_at.is_(None))
    persons, partners, added = set(person_ids), set(partner_ids), 0
    for person_id, name, partner_id in db.session.execute(present.order_by(MembershipRow.created_at, MembershipRow.id)):
        if person_id not in there and (whole or person_id in persons or partner_id in partners):
            there.add(person_id)
            db.session.add(Participant(meeting_id=meeting.id, person_id=person_id, name=name, partner_id=partner_id))
            added += 1
    _note(actor, meeting, "people.add", added)
    return added


def checked(actor: Actor, meeting: Meeting, pasted: Pasted) -> list[Checked]:
    """Every pasted row with what becomes of it; nothing is kept yet."""
    _check(actor, meeting)
    cities = {
        _folded(word): each for each in partners_of(meeting.network) for word in (each.label, each.slug, each.body)
    }
    members = _members_by_email(meeting.network_id)
    emails, names = _on_the_list(meeting)
    found = []
    for row in pasted.rows:
        one = _checked(row, cities, members, emails, names)
        found.append(one)
        if one.fate == Fate.NEW:
            emails |= {row.email.lower()} - {""}
    return found


def add_pasted(actor: Actor, meeting: Meeting, pasted: Pasted) -> list[Checked]:
    """Keep the rows that can be kept. The list is locked: what two people paste at once is on it once."""
    meeting = locked(meeting)
    rows = checked(actor, meeting, pasted)
    new = [each for each in rows if each.fate == Fate.NEW]
    on_list = db.session.query(Participant).filter_by(meeting_id=meeting.id).count()
    if on_list + len(new) > MOST:
        raise Invalid(_("A list holds %(most)s people; this would make %(all)s.", most=MOST, all=on_list + len(new)))
    for each in new:
        db.session.add(
            Participant(
                meeting_id=meeting.id,
                person_id=each.person_id,
                name=each.row.name,
                email="" if each.person_id else each.row.email.lower(),
                partner_id=each.partner.id if each.partner else None,
                city="" if each.partner else each.row.city,
                organisation=each.row.organisation,
            )
        )
    _note(actor, meeting, "people.paste", len(new))
    return rows


def invite(actor: Actor, meeting: Meeting) -> tuple[int, int]:
    """Write to everybody who was not written to. Returns how many letters go out, and how many have no address."""
    _check(actor, meeting)
    if meeting.state != MeetingState.PLANNED:
        raise Conflict(_("Only a planned meeting has invitations."))
    people = uninvited(locked(meeting))
    accounts, sent = addresses(people), 0
    for row in people:
        account = accounts.get(row.id)
        if account is None and not row.email:
            continue
        row.invited_at = clock.now()
        letters.invite(row, account, actor.name)
        sent += 1
    _note(actor, meeting, "people.invite", sent)
    return sent, len(people) - sent


def remove(actor: Actor, meeting: Meeting, participant_id: str) -> None:
    """Take somebody off the list, with all that was held about them; whoever waits for a seat may get theirs."""
    _check(actor, meeting)
    meeting = locked(meeting)
    row = participant_of(meeting, participant_id)
    db.session.delete(row)
    db.session.flush()
    offer_seat(meeting, actor.name)
    _note(actor, meeting, "people.remove", 1)


def _check(actor: Actor, meeting: Meeting) -> None:
    require(actor, Permission.EDIT_MEETING, meeting)
    check_updates(meeting.network)


def _note(actor: Actor, meeting: Meeting, action: str, number: int) -> None:
    """How many, never who: the audit log outlives what is held about people."""
    if number:
        note(actor, action, "meeting", meeting.id, meeting.network_id, number=number)


def _on_the_list(meeting: Meeting) -> tuple[set[str], Names]:
    people = list(db.session.scalars(select(Participant).where(Participant.meeting_id == meeting.id)))
    accounts, names = addresses(people), Names(set)
    for row in people:
        email = accounts[row.id].email if row.id in accounts else row.email
        names[_folded(row.name), _folded(row.shown_city)].add(email)
    return {email for known in names.values() for email in known} - {""}, names


def _members_by_email(network_id: str) -> dict[str, tuple[str, str | None]]:
    """Address → person and partner, of the network's own people only: nobody learns who else has an account."""
    rows = select(Account.email, MembershipRow.person_id, MembershipRow.partner_id).join(
        MembershipRow, MembershipRow.person_id == Account.person_id
    )
    present = rows.where(MembershipRow.network_id == network_id, MembershipRow.ended_at.is_(None), Account.active)
    return {email: (person_id, partner_id) for email, person_id, partner_id in db.session.execute(present)}


def _checked(
    row: PastedRow,
    cities: dict[str, Partner],
    members: dict[str, tuple[str, str | None]],
    emails: set[str],
    names: Names,
) -> Checked:
    partner = cities.get(_folded(row.city))
    why = _wrong(row)
    if why:
        return Checked(row, Fate.WRONG, partner, why=why)
    person_id, partner_id = members.get(row.email.lower(), (None, None))
    if partner is None and partner_id is not None:
        partner = next((each for each in cities.values() if each.id == partner_id), None)
    if row.email.lower() in emails:
        return Checked(row, Fate.TWICE, partner, why=_("This address is on the list already."))
    same = names[_folded(row.name), _folded(partner.label if partner else row.city)]
    if same and (not row.email or "" in same):
        return Checked(row, Fate.TWICE, partner, why=_("This name and city are on the list already."))
    same.add(row.email.lower())
    return Checked(row, Fate.NEW, partner, person_id)


def _wrong(row: PastedRow) -> str:
    """Why a row cannot be kept; empty when it can."""
    if not row.name:
        return str(_("There is no name."))
    values = {"name": row.name, "email": row.email, "city": row.city, "organisation": row.organisation}
    for column, most in LIMITS.items():
        if len(values[column]) > most:
            length = len(values[column])
            return str(_("A cell is too long: %(length)s characters; %(most)s fit.", length=length, most=most))
    if row.email:
        try:
            validate_email(row.email, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            return str(_("This is not an e-mail address."))
    return ""


def _folded(text: str) -> str:
    """Without case and accents, so that "Bielsko-Biała" is "bielsko-biala"."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(sign for sign in letters if sign.isalnum())
