"""Creating a review and setting it up. A plan, a date and a facilitator are enough; the rest is recommended."""

from dataclasses import dataclass, field
from datetime import date
from zoneinfo import available_timezones

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.plans.models import Plan
from infocus.records.models import Visibility
from infocus.records.services import check_open, check_updates, check_version, save
from infocus.reviews.models import Review, Room
from infocus.reviews.services.seats import give_seat
from infocus.reviews.vocabulary import QUESTIONS, Mode, Phase, ReviewState, Seating, preset

PRESETS = (60, 75, 90, 120)
SHOWN_TO = (Visibility.PANEL, Visibility.NETWORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewValues:
    """What is typed about a review. ``held_on`` is a day, ``starts`` as ``14:00`` or empty, local to ``time_zone``."""

    title: str
    held_on: str
    mode: str = Mode.GUIDED
    starts: str = ""
    time_zone: str = "Europe/Brussels"
    plan_version: int | None = None
    visibility: str = Visibility.NETWORK
    language: str = "en"
    summary: str = ""
    brief: str = ""
    call_url: str = ""
    questions: tuple[str, ...] = ()
    minutes: dict[str, int] = field(default_factory=lambda: preset(75))


def create_review(actor: Actor, plan: Plan, values: ReviewValues, facilitator_id: str) -> Review:
    """A review of ``plan``, in preparation, with its facilitator seated."""
    require(actor, Permission.CREATE_REVIEW, plan)
    check_open(plan.network)
    _check(values, plan)
    review = Review(
        id=new_id(),
        network_id=plan.network_id,
        partner_id=plan.partner_id,
        author_id=actor.person,
        plan=plan,
        state=ReviewState.PREPARING,
        mode=values.mode,
        room=Room(last_seq=0),
    )
    _fill(review, values)
    save(review)
    db.session.refresh(review, ["network", "partner"])
    give_seat(actor, review, facilitator_id, Seating.FACILITATOR)
    return review


def edit_review(actor: Actor, review: Review, values: ReviewValues, expected_version: int | None = None) -> Review:
    """Change what was typed; the mode and the minutes of a live review stay as they are."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    check_version(review, expected_version)
    _check(values, review.plan)
    if review.state != ReviewState.PREPARING and values.mode != review.mode:
        raise Conflict(_("The mode cannot change once the review has begun."))
    review.mode = values.mode
    _fill(review, values)
    save(review)
    return review


def cancel_review(actor: Actor, review: Review) -> None:
    """Call a review off before it began; it stays as a record."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    if review.state != ReviewState.PREPARING:
        raise Conflict(_("Only a review that has not begun can be cancelled."))
    review.state = ReviewState.CANCELLED
    save(review)


def _fill(review: Review, values: ReviewValues) -> None:
    for name in (
        "title",
        "held_on",
        "starts",
        "time_zone",
        "plan_version",
        "visibility",
        "language",
        "summary",
        "brief",
    ):
        setattr(review, name, getattr(values, name))
    review.call_url = values.call_url
    review.questions = [question for question in values.questions if question]
    review.minutes = dict(values.minutes)


def _check(values: ReviewValues, plan: Plan) -> None:
    """Raise ``Invalid`` with every wrong field."""
    minutes = values.minutes
    versions = {each.number for each in plan.versions} | {None}
    rules = (
        ("title", bool(values.title) and len(values.title) <= 200, _("A title of at most 200 characters.")),
        ("mode", values.mode in set(Mode), _("Guided or open.")),
        ("held_on", _is_day(values.held_on), _("Write the day as 2018-01-24.")),
        ("starts", not values.starts or _is_time(values.starts), _("Write the time as 14:00.")),
        ("time_zone", values.time_zone in available_timezones(), _("There is no such time zone.")),
        ("visibility", values.visibility in SHOWN_TO, _("The page of a review is for the panel or for the network.")),
        ("call_url", _is_web(values.call_url), _("An address that begins with https://")),
        ("questions", len(values.questions) <= QUESTIONS, _("At most three questions.")),
        ("minutes", set(minutes) == set(Phase) and all(1 <= m <= 240 for m in minutes.values()), _("1 to 240 each.")),
        ("plan_version", values.plan_version in versions, _("The plan has no such version.")),
    )
    wrong = {name: message for name, right, message in rules if not right}
    if wrong:
        raise Invalid(wrong)


def _is_web(text: str) -> bool:
    return not text or (text.startswith("https://") and len(text) <= 500 and not set(text) & set(' "<>\n'))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_time(text: str) -> bool:
    hour, _colon, minute = text.partition(":")
    return len(text) == 5 and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60
