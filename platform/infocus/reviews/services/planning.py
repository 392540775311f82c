"""Creating a review and setting it up. A plan, a date and a facilitator are enough; the rest is recommended."""

from dataclasses import dataclass, field
from datetime import date
from zoneinfo import available_timezones

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.events import emit
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.plans.models import Plan
from infocus.records.models import Visibility
from infocus.records.services import check_open, check_updates, check_version, save
from infocus.reviews import candour
from infocus.reviews.candour import Candour
from infocus.reviews.events import CalledOff, Rescheduled, VersionReplaced
from infocus.reviews.models import FrozenVersion, Review, Room
from infocus.reviews.services.seats import give_seat
from infocus.reviews.vocabulary import QUESTIONS, Mode, OpenTo, Phase, ReviewState, Seating, preset

PRESETS = (60, 75, 90, 120)
SHOWN_TO = (Visibility.PANEL, Visibility.NETWORK)
TYPED = (
    "title", "held_on", "starts", "time_zone", "plan_version", "visibility", "language", "summary", "brief", "call_url",
    "interpretation_url", "table_label", "open_to",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewValues:
    """What is typed about a review. ``held_on`` is a day, ``starts`` as ``14:00`` or empty, local to ``time_zone``.

    ``candour`` is what the table agrees on; ``None`` leaves it as it is.
    """

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
    interpretation_url: str = ""
    table_label: str = ""
    open_to: str = OpenTo.PANEL
    questions: tuple[str, ...] = ()
    minutes: dict[str, int] = field(default_factory=lambda: preset(75))
    candour: Candour | None = None


def create_review(actor: Actor, plan: Plan, values: ReviewValues, facilitator_id: str, *, ask: bool = True) -> Review:
    """A review of ``plan``, in preparation, with its facilitator seated, who is asked unless ``ask`` is false."""
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
    if values.plan_version is not None:
        _freeze(actor, review)
    db.session.refresh(review, ["network", "partner"])
    give_seat(actor, review, facilitator_id, Seating.FACILITATOR, ask=ask)
    return review


def edit_review(actor: Actor, review: Review, values: ReviewValues, expected_version: int | None = None) -> Review:
    """Change what was typed; the mode and what the table agreed on hold once the review has begun.

    Another version of the plan replaces the frozen one visibly; another day or time goes to everybody's calendar.
    """
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    check_version(review, expected_version)
    _check(values, review.plan)
    if review.state != ReviewState.PREPARING:
        _check_agreed(review, values)
    frozen, when = review.plan_version, _when(review)
    review.mode = values.mode
    _fill(review, values)
    moved = review.state == ReviewState.PREPARING and when != _when(review)
    if moved:
        review.calendar_sequence += 1
    save(review)
    if review.plan_version != frozen:
        _freeze(actor, review)
        if frozen is not None:
            emit(VersionReplaced(review.id, review.plan_version, actor.person))
    if moved:
        emit(Rescheduled(review.id, actor.person))
    return review


def cancel_review(actor: Actor, review: Review) -> None:
    """Call a review off before it began; it stays as a record."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    if review.state != ReviewState.PREPARING:
        raise Conflict(_("Only a review that has not begun can be cancelled."))
    review.state = ReviewState.CANCELLED
    review.calendar_sequence += 1
    save(review)
    emit(CalledOff(review.id, actor.person))


def _when(review: Review) -> tuple[object, ...]:
    """What stands in people's calendars."""
    return review.held_on, review.starts, review.time_zone, sum(review.minutes.values())


def _freeze(actor: Actor, review: Review) -> None:
    db.session.add(FrozenVersion(review_id=review.id, version=review.plan_version or 0, person_id=actor.person))


def _fill(review: Review, values: ReviewValues) -> None:
    for name in TYPED:
        setattr(review, name, getattr(values, name))
    review.questions = [question for question in values.questions if question]
    review.minutes = dict(values.minutes)
    if values.candour is not None:
        review.candour = {**(review.candour or {}), **values.candour.stored()}


def _check_agreed(review: Review, values: ReviewValues) -> None:
    """What people spoke under cannot change behind them."""
    if values.mode != review.mode:
        raise Conflict(_("The mode cannot change once the review has begun."))
    agreed = Candour.of(review.candour)
    new = (values.candour or agreed).stored()
    other = [f"candour_{name}" for name, value in agreed.stored().items() if new[name] != value]
    if values.open_to != review.open_to:
        other.append("open_to")
    if other:
        raise Invalid(dict.fromkeys(other, _("This was agreed on before the review began; it holds.")))


def _check(values: ReviewValues, plan: Plan) -> None:
    """Raise ``Invalid`` with every wrong field."""
    minutes = values.minutes
    versions = {each.number for each in plan.versions} | {None}
    web = _("An address that begins with https://")
    rules = (
        ("title", bool(values.title) and len(values.title) <= 200, _("A title of at most 200 characters.")),
        ("mode", values.mode in set(Mode), _("Guided or open.")),
        ("held_on", is_day(values.held_on), _("Write the day as 2018-01-24.")),
        ("starts", not values.starts or is_time(values.starts), _("Write the time as 14:00.")),
        ("time_zone", values.time_zone in available_timezones(), _("There is no such time zone.")),
        ("visibility", values.visibility in SHOWN_TO, _("The page of a review is for the panel or for the network.")),
        ("call_url", _is_web(values.call_url), web),
        ("interpretation_url", _is_web(values.interpretation_url), web),
        ("table_label", len(values.table_label) <= 40, _("At most 40 characters.")),
        ("open_to", values.open_to in set(OpenTo), _("The table or the network.")),
        ("questions", len(values.questions) <= QUESTIONS, _("At most three questions.")),
        ("minutes", set(minutes) == set(Phase) and all(1 <= m <= 240 for m in minutes.values()), _("1 to 240 each.")),
        ("plan_version", values.plan_version in versions, _("The plan has no such version.")),
    )
    wrong = {name: message for name, right, message in rules if not right}
    if values.candour is not None:
        days = _("Between %(least)s and %(most)s days.", least=candour.KEEP_LEAST, most=candour.KEEP_MOST)
        for name in (name for name, is_wrong in candour.wrong(values.candour).items() if is_wrong):
            wrong[f"candour_{name}"] = days if name == "keep_days" else _("Choose one of these.")
    if wrong:
        raise Invalid(wrong)


def _is_web(text: str) -> bool:
    return not text or (text.startswith("https://") and len(text) <= 500 and not set(text) & set(' "<>\n'))


def is_day(text: str) -> bool:
    """Whether a text is a day as 2018-01-24."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_time(text: str) -> bool:
    """Whether a text is a time as 14:00."""
    hour, _colon, minute = text.partition(":")
    return len(text) == 5 and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60
