"""Forms of reviews."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, RadioField, SelectField, StringField
from wtforms.validators import NumberRange, Optional

from infocus.core.fields import Ticks
from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.reviews.candour import KEEP_DAYS, KEEP_LEAST, KEEP_MOST, Candour, Notes, Reads, Secretariat
from infocus.reviews.models import Review
from infocus.reviews.services.planning import PRESETS, TYPED, ReviewValues
from infocus.reviews.vocabulary import MINUTES, QUESTIONS, Mode, OpenTo, Phase, preset
from infocus.reviews.words import PHASES, SEATS

ZONES = (
    "Europe/Brussels", "Europe/Bucharest", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Prague",
    "Europe/Rome", "Europe/Warsaw", "Europe/Berlin", "Europe/Athens", "Europe/London", "UTC",
)  # fmt: skip
MODES = [
    (Mode.GUIDED.value, _l("Guided: eleven phases, each with its clock and its writers")),
    (Mode.OPEN.value, _l("Open: a plain live conversation of the table")),
]
OWN = "own"
LENGTHS = [
    *((str(total), _l("%(minutes)s minutes", minutes=total)) for total in PRESETS),
    (OWN, _l("As typed below, phase by phase")),
]
NOTES = [
    (Notes.CHOICE.value, _l("As each writer chooses")),
    (Notes.NAME.value, _l("By name")),
    (Notes.CITY.value, _l("By city")),
    (Notes.ANONYMOUS.value, _l("Anonymous")),
]
READS = [(Reads.PANEL.value, _l("This table only")), (Reads.NETWORK.value, _l("The network, once the review is over"))]
SECRETARIAT = [
    (Secretariat.REPORT.value, _l("The report only")),
    (Secretariat.ROOM.value, _l("The report with the transcript: the panel agreed")),
]
AGREED = ("notes", "transcript", "keep_days", "hold", "secretariat")


class ReviewForm(Form):
    """What is said about a review. Title, day and facilitator are enough."""

    title = Text(_l("Title"), [Limit(200)])
    facilitator = SelectField(_l("Facilitator"), choices=[], validate_choice=False)
    held_on = StringField(_l("Day"), description=_l("As 2018-01-24."))
    starts = StringField(_l("Time"), description=_l("As 14:00, local time; it may stay open."))
    time_zone = SelectField(_l("Time zone"), choices=options((zone, zone) for zone in sorted(ZONES)))
    mode = RadioField(_l("How it runs"), choices=options(MODES), default=Mode.GUIDED.value)
    open_to = SelectField(
        _l("Who comes into an open review"),
        choices=options([(OpenTo.PANEL.value, _l("The table")), (OpenTo.NETWORK.value, _l("Everyone of the network"))]),
        default=OpenTo.PANEL.value,
    )
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
    interpretation_url = StringField(
        _l("Interpretation"), description=_l("Where the interpreters are heard; an address that begins with https://")
    )
    table_label = Text(_l("Table"), [Limit(40)], description=_l("Where several sit at once: “Table 2”, “Blue room”."))
    candour_notes = SelectField(_l("How notes are signed"), choices=options(NOTES), default=Notes.CHOICE.value)
    candour_transcript = SelectField(_l("Who reads the transcript"), choices=options(READS), default=Reads.PANEL.value)
    candour_secretariat = SelectField(
        _l("What the secretariat sees"), choices=options(SECRETARIAT), default=Secretariat.REPORT.value
    )
    candour_keep_days = IntegerField(
        _l("Days the transcript is kept"),
        [
            Optional(),
            NumberRange(
                KEEP_LEAST, KEEP_MOST, _l("Between %(least)s and %(most)s days.", least=KEEP_LEAST, most=KEEP_MOST)
            ),
        ],
        default=KEEP_DAYS,
        description=_l("Counted from the day the summary is agreed on."),
    )
    candour_hold = BooleanField(_l("Keep it until somebody decides"))
    version = HiddenField()

    def fill(self, review: Review) -> None:
        """Show what is stored."""
        total = sum(review.minutes.values())
        same = total in PRESETS and review.minutes == preset(total)
        agreed = {f"candour_{name}": value for name, value in Candour.of(review.candour).stored().items()}
        minutes = {f"minutes_{phase}": minutes for phase, minutes in review.minutes.items()}
        length = str(total) if same else OWN
        self.process(obj=review, version=str(review.version), length=length, **agreed, **minutes)
        self.plan_version.data = str(review.plan_version or "")
        for number, question in enumerate(review.questions[:QUESTIONS], start=1):
            self[f"question_{number}"].data = question

    def values(self, kept: Review | None = None) -> ReviewValues:
        """What was typed, for the service; minutes of phases that were left empty stay as they are ``kept``."""
        names = [name for name in TYPED if name != "plan_version"]
        typed: dict[str, Any] = {name: (self[name].data or "").strip() for name in (*names, "mode")}
        typed["minutes"] = self._minutes(kept)
        number = self.plan_version.data or ""
        typed["plan_version"] = int(number) if number.isdigit() else None
        typed["questions"] = tuple(self[f"question_{n}"].data or "" for n in range(1, QUESTIONS + 1))
        agreed = {name: self[f"candour_{name}"].data for name in AGREED}
        agreed["keep_days"] = agreed["keep_days"] or KEEP_DAYS
        typed["candour"] = Candour(**agreed)
        return ReviewValues(**typed)

    def _minutes(self, kept: Review | None) -> dict[str, int]:
        if self.length.data != OWN:
            return preset(int(self.length.data) if (self.length.data or "").isdigit() else sum(MINUTES.values()))
        before = kept.minutes if kept is not None else preset(sum(MINUTES.values()))
        return {phase.value: self[f"minutes_{phase}"].data or int(before[phase]) for phase in Phase}

    def seen_version(self) -> int | None:
        """The version the form was filled from."""
        return int(self.version.data) if (self.version.data or "").isdigit() else None


for _phase in Phase:
    _rule = NumberRange(1, 240, _l("1 to 240 minutes."))
    setattr(ReviewForm, f"minutes_{_phase}", IntegerField(PHASES[_phase], [Optional(), _rule]))


class SeatForm(Form):
    """A named seat."""

    person = SelectField(_l("Person"), choices=[], validate_choice=False)
    role = SelectField(_l("Seat"), choices=options(SEATS.items()))
    task = Text(_l("What they are asked"), [Limit(300)], description=_l("A sentence; sections and a question follow."))


class ReadingForm(Form):
    """What one seat reads and answers."""

    sections = Ticks(_l("Sections to read"), choices=[], validate_choice=False)
    question = Text(
        _l("Question to answer"), [Limit(300)], description=_l("One of the guiding questions, or one of their own.")
    )
    task = Text(_l("What they are asked"), [Limit(300)])
