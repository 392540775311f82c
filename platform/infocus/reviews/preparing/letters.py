"""The mails before a review, each with its calendar file. They say when and where, never what anybody wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import force_locale

from infocus.accounts.letters import post
from infocus.accounts.models import Account, Person
from infocus.core.calendars import Event
from infocus.core.db import db
from infocus.core.i18n import locale_of
from infocus.core.web.links import absolute, base_url
from infocus.engines.mail.composing import address
from infocus.engines.mail.port import Attachment
from infocus.records.urls import record_path
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.preparing.queries import span_of
from infocus.reviews.preparing.services.answering import mark_of
from infocus.reviews.preparing.when import Appointment, calendar_file, event_of
from infocus.reviews.vocabulary import Coming, ReviewState
from infocus.reviews.words import SEATINGS
from infocus.settings import Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """One review as an invitation shows it, in the receiver's words."""

    title: str
    roles: str
    when: str
    own_when: str
    where: str
    path: str
    answer: str


def invite(reviews: Sequence[Review], person_id: str, by: str, *, moved: bool = False) -> bool:
    """Ask a person to these reviews in one mail, or tell that one has moved. Returns whether there was a mail."""
    account = db.session.get(Account, person_id)
    if account is None or not account.active or not reviews:
        return False
    person = account.person
    with force_locale(locale_of(person.language)):
        asked = [_asked(review, person) for review in reviews]
    files = [_file(review, account, "REQUEST") for review in reviews]
    post(
        account.email,
        person.language,
        "review_invitation",
        attachments=files,
        name=person.name,
        who=_name(by),
        asked=asked,
        moved=moved,
    )
    return True


def call_off(review: Review, person_id: str, by: str, *, whole: bool) -> None:
    """Take the review out of a person's calendar: it is cancelled (``whole``), or they are not expected any more."""
    account = db.session.get(Account, person_id)
    if account is None or not account.active:
        return
    person = account.person
    with force_locale(locale_of(person.language)):
        asked = _asked(review, person)
    files = [_file(review, account, "CANCEL")]
    post(
        account.email,
        person.language,
        "review_cancelled",
        attachments=files,
        name=person.name,
        who=_name(by),
        asked=asked,
        whole=whole,
    )


def published(review: Review) -> str:
    """The calendar file anybody who reads the review's page can take."""
    return calendar_file(_appointment(review), "PUBLISH")


def event_for_feed(review: Review) -> Event:
    """The review as an event of a calendar feed; cancelled where it is."""
    return event_of(replace(_appointment(review), cancelled=review.state == ReviewState.CANCELLED))


def _asked(review: Review, person: Person) -> Asked:
    span = span_of(review)
    roles = [str(SEATINGS[seat.role]) for seat in _own(review, person.id)]
    answer = absolute(
        "reviews.invitation", review_id=review.id, person_id=person.id, mark=mark_of(review.id, person.id)
    )
    own_when = span.words_in(person.time_zone)
    path = base_url() + record_path(review)
    return Asked(review.title, ", ".join(roles), span.words(), own_when, review.table_label, path, answer)


def _own(review: Review, person_id: str) -> list[PanelMember]:
    return [seat for seat in review.seated if seat.person_id == person_id]


def _appointment(review: Review, account: Account | None = None) -> Appointment:
    settings: Settings = current_app.extensions["infocus.settings"]
    own = _own(review, account.person_id) if account else []
    return Appointment(
        uid=f"{review.id}@{urlsplit(base_url()).hostname}",
        sequence=review.calendar_sequence,
        title=review.title,
        url=base_url() + record_path(review),
        span=span_of(review),
        place=review.table_label,
        sender=address(settings.mail_from).addr_spec if account else "",
        attendee=(account.email, account.person.name) if account else None,
        accepted=bool(own) and all(seat.coming == Coming.YES for seat in own),
    )


def _file(review: Review, account: Account, method: str) -> Attachment:
    text = calendar_file(_appointment(review, account), method)
    return Attachment(name=f"review-{review.held_on}.ics", text=text, subtype="calendar", parameters={"method": method})


def _name(person_id: str) -> str:
    person = db.session.get(Person, person_id)
    return person.shown_name if person else ""
