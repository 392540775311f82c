"""After a review: a mail with one's own notes, and a letter of thanks to a reviewer's employer."""

from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.accounts import letters
from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, NotFound
from infocus.core.i18n import locale_of, say_day
from infocus.core.limits import limits
from infocus.core.permissions import Permission, require
from infocus.engines.bound import engines
from infocus.engines.typesetting.port import Paper
from infocus.records.urls import record_path
from infocus.reviews.keeping.queries import is_deleted
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.report import queries
from infocus.reviews.report.afterwards import own_part
from infocus.reviews.vocabulary import ReviewState, Seating
from infocus.reviews.words import SEATINGS

THANKED = frozenset({Seating.FRIEND, Seating.FACILITATOR, Seating.RAPPORTEUR, Seating.NOTE_TAKER})
LETTER = "reviews/report/thanks.typ"


def send_own_notes(actor: Actor, review: Review) -> None:
    """Mail the person what is theirs, inside the present unit of work. Raises ``Conflict`` when there is nothing."""
    require(actor, Permission.ENTER_ROOM, review)
    if review.state != ReviewState.FINISHED:
        raise Conflict(_("Your notes come once the review is over."))
    if is_deleted(review.id):
        raise Conflict(_("The words of this review were deleted."))
    account = db.session.get(Account, actor.person)
    if account is None:
        raise NotFound
    limits().hit("3/hour", "review-notes", actor.person, review.id)
    part = own_part(actor, review)
    words: dict[str, Any] = {
        "name": account.person.name,
        "title": review.title,
        "notes": [note.text for note in part.notes],
        "lines": [line.words for line in part.lines],
        "takeaways": [line.words for line in part.takeaways],
        "people": [
            {"who": ", ".join(filter(None, (each.name, each.city))), "topics": list(each.topics)}
            for each in part.people
        ],
        "path": f"{record_path(review)}/room",
    }
    letters.post(account.email, account.person.language, "review_notes", **words)


def thanked(review: Review) -> list[PanelMember]:
    """Who is thanked: each reviewer once, in their first seat."""
    first: dict[str, PanelMember] = {}
    for seat in review.panel:
        if seat.role in THANKED and seat.partner_id != review.partner_id:
            first.setdefault(seat.person_id, seat)
    return list(first.values())


def thanks(actor: Actor, review: Review, seat_id: str) -> bytes:
    """The letter for one reviewer, in their language, as PDF, to be signed by the lead. Raises ``TypesettingError``."""
    require(actor, Permission.MANAGE_NETWORK, review.network)
    seat = next((each for each in thanked(review) if each.id == seat_id), None)
    if seat is None or review.state != ReviewState.FINISHED:
        raise NotFound
    with force_locale(locale_of(seat.person.language)):
        paper = _letter(actor, review, seat)
    return engines().typesetter.pdf(paper)


def _letter(actor: Actor, review: Review, seat: PanelMember) -> Paper:
    name, host = seat.person.shown_name, review.partner.label if review.partner else review.plan.title
    count = len(queries.recommendations(review.id))
    body = [
        _("%(name)s took part in the peer review “%(title)s” on %(day)s, as %(seat)s.",
          name=name, title=review.title, day=say_day(review.held_on), seat=SEATINGS[seat.role]),
        _("A peer review lives from colleagues who read another city’s plan as carefully as their own and say openly "
          "what they see. %(name)s did. The plan of %(host)s is better for it.", name=name, host=host),
    ]  # fmt: skip
    if count:
        body.append(_("%(count)s recommendations came out of that day; the host answers each of them.", count=count))
    body.append(_("Thank you for the time you gave for this. What your colleague brought back is worth asking for."))
    data = {
        "to": seat.partner.body if seat.partner else "",
        "day": say_day(clock.now().date().isoformat()),
        "subject": _("Thank you for the work of %(name)s", name=name),
        "greeting": _("Dear Sir or Madam,"),
        "body": body,
        "close": _("Yours sincerely,"),
        "signed": actor.name,
        "of": _("lead partner, %(network)s", network=review.network.title or review.network.name),
        "funding": review.network.funding_line or _("Co-funded by the European Union"),
    }
    return Paper(
        template=LETTER,
        title=str(data["subject"]),
        language=seat.person.language,
        made_at=clock.now(),
        data=data,
        author=review.network.name,
    )
