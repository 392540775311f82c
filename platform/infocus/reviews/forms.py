"""Forms of reviews."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField

from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.reviews.models import Review
from infocus.reviews.services.planning import PRESETS, ReviewValues
from infocus.reviews.vocabulary import MINUTES, QUESTIONS, Mode, preset
from infocus.reviews.words import SEATS

ZONES = (
    "Europe/Brussels", "Europe/Bucharest", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Prague",
    "Europe/Rome", "Europe/Warsaw", "Europe/Berlin", "Europe/Athens", "Europe/London", "UTC",
)  # fmt: skip
MODES = [
    (Mode.GUIDED.value, _l("Guided: eleven phases, each with its clock and its writers")),
    (Mode.OPEN.value, _l("Open: a plain live conversation of the table")),
]
LENGTHS = [(str(total), _l("%(minutes)s minutes", minutes=total)) for total in PRESETS]


class ReviewForm(Form):
    """What is said about a review. Title, day and facilitator are enough."""

    title = Text(_l("Title"), [Limit(200)])
    facilitator = SelectField(_l("Facilitator"), choices=[], validate_choice=False)
    held_on = StringField(_l("Day"), description=_l("As 2018-01-24."))
    starts = StringField(_l("Time"), description=_l("As 14:00, local time; it may stay open."))
    time_zone = SelectField(_l("Time zone"), choices=options((zone, zone) for zone in sorted(ZONES)))
    mode = RadioField(_l("How it runs"), choices=options(MODES), default=Mode.GUIDED.value)
    length = SelectField(_l("Length of a guided review"), choices=options(LENGTHS), default="75")
    plan_version = SelectField(_l("Version under review"), choices=[], validate_choice=False)
    visibility = SelectField(
        _l("Who may see that it takes place"),
        choices=options([("network", _l("Network")), ("panel", _l("The panel only"))]),
        description=_l("What is said in the room stays with the panel either way."),
    )
    language = SelectField(_l("Language of the room"), choices=options(LANGUAGES.items()))
    summary = LongText(_l("In two sentences"), [Limit(600)])
    brief = LongText(
        _l("Brief"), [Limit(3_000)], description=_l("One page: what the plan wants, where help is wanted.")
    )
    question_1 = Text(_l("First guiding question"), [Limit(300)])
    question_2 = Text(_l("Second guiding question"), [Limit(300)])
    question_3 = Text(_l("Third guiding question"), [Limit(300)])
    call_url = StringField(_l("Video call"), description=_l("An address that begins with https://"))
    version = HiddenField()

    def fill(self, review: Review) -> None:
        """Show what is stored."""
        self.process(obj=review, version=str(review.version), length=str(sum(review.minutes.values())))
        self.plan_version.data = str(review.plan_version or "")
        for number, question in enumerate(review.questions[:QUESTIONS], start=1):
            self[f"question_{number}"].data = question

    def values(self, kept: Review | None = None) -> ReviewValues:
        """What was typed, for the service; minutes that match no preset stay as they are ``kept``."""
        names = (
            "title",
            "held_on",
            "starts",
            "time_zone",
            "mode",
            "visibility",
            "language",
            "summary",
            "brief",
            "call_url",
        )
        typed: dict[str, Any] = {name: (self[name].data or "").strip() for name in names}
        total = int(self.length.data) if (self.length.data or "").isdigit() else sum(MINUTES.values())
        same = kept is not None and sum(kept.minutes.values()) == total
        typed["minutes"] = dict(kept.minutes) if kept is not None and same else preset(total)
        number = self.plan_version.data or ""
        typed["plan_version"] = int(number) if number.isdigit() else None
        typed["questions"] = tuple(self[f"question_{n}"].data or "" for n in range(1, QUESTIONS + 1))
        return ReviewValues(**typed)

    def seen_version(self) -> int | None:
        """The version the form was filled from."""
        return int(self.version.data) if (self.version.data or "").isdigit() else None


class SeatForm(Form):
    """A named seat."""

    person = SelectField(_l("Person"), choices=[], validate_choice=False)
    role = SelectField(_l("Seat"), choices=options(SEATS.items()))
    task = Text(_l("What they are asked"), [Limit(300)], description=_l("Two sections and one question, for example."))
