"""The forms in which a review on paper is entered. Each carries a key, so that sending it twice is sending it once."""

import uuid

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField
from wtforms.validators import InputRequired

from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.reviews.paper.services.afterwards import ALT_LIMIT
from infocus.reviews.words import NOTE_KINDS

KINDS = options(NOTE_KINDS.items())
WEIGHTS = [("0", _l("Not said")), ("1", "1"), ("2", "2"), ("3", "3")]
ONE_A_LINE = _l("One a line; paste as many as you like.")


class Keyed(Form):
    """A form with a key, made when it is first shown."""

    key = HiddenField(default=lambda: str(uuid.uuid4()))

    @property
    def lines(self) -> list[str]:
        """What was typed, line by line."""
        return (self["lines_typed"].data or "").splitlines()


class HeldForm(Keyed):
    """When the review was held."""

    held_on = Text(_l("Held on"), [InputRequired(_l("The day."))], description=_l("As 2018-01-24."))
    starts = Text(_l("Began at"), description=_l("As 14:00, local time; it may stay open."))


class SpokenForm(Keyed):
    """What somebody said."""

    speaker = SelectField(_l("Who said it"), choices=[], default="", validate_choice=False)
    note = SelectField(_l("What it was"), choices=options([("", _l("Simply said")), *NOTE_KINDS.items()]), default="")
    lines_typed = LongText(_l("What was said"), description=ONE_A_LINE)


class NotesForm(Keyed):
    """Notes from sheets and from the wall."""

    kind = SelectField(_l("Kind"), choices=KINDS)
    partner = SelectField(_l("Signed by"), choices=[], default="", validate_choice=False)
    section = SelectField(_l("Section of the plan"), choices=[], default="", validate_choice=False)
    importance = SelectField(_l("Importance"), choices=options(WEIGHTS), default="0")
    lines_typed = LongText(_l("Notes"), description=ONE_A_LINE)


class AdviceForm(Keyed):
    """Recommendations."""

    speaker = SelectField(_l("Whose advice"), choices=[], default="", validate_choice=False)
    section = SelectField(_l("Section of the plan"), choices=[], default="", validate_choice=False)
    lines_typed = LongText(_l("Recommendations"), description=ONE_A_LINE)


class TakeawaysForm(Keyed):
    """What the host takes home."""

    lines_typed = LongText(_l("What the host takes home"), description=_l("One a line, three at most."))


class PhotoForm(Keyed):
    """A picture of the wall."""

    photo = FileField(_l("Photo of the wall"))
    alt = Text(
        _l("What it shows"), [InputRequired(_l("Say what the picture shows.")), Limit(ALT_LIMIT)],
        description=_l("For whoever does not see it: “Five clusters of notes; most dots on funding.”"),
    )  # fmt: skip
