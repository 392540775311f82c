"""The form of a written note."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField

from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.numbers import whole
from infocus.reviews.models import Review
from infocus.reviews.notes.services.writing import NoteValues
from infocus.reviews.vocabulary import NOTE_LIMIT, QUOTE_LIMIT, NoteKind
from infocus.reviews.words import NOTE_KINDS

IMPORTANCE = [
    ("0", _l("Not said")),
    ("1", _l("1: worth a thought")),
    ("2", _l("2: important")),
    ("3", _l("3: decides whether the plan works")),
]
SIGNED = {"name": _l("By name"), "city": _l("By city"), "anonymous": _l("Anonymous")}


class NoteForm(Form):
    """A note on the plan. ``key`` is the same on every try, so that a note sent twice is one."""

    key = HiddenField()
    kind = RadioField(_l("What it is"), choices=options(NOTE_KINDS.items()), default=NoteKind.QUESTION.value)
    section = SelectField(_l("Section"), choices=[], validate_choice=False)
    quote = Text(_l("Quoted passage"), [Limit(QUOTE_LIMIT)])
    text = LongText(_l("Note"), [Limit(NOTE_LIMIT)])
    importance = SelectField(_l("Importance"), choices=options(IMPORTANCE), default="0")
    question = SelectField(_l("Guiding question"), choices=[], validate_choice=False)
    signed = SelectField(_l("Signed"), choices=[], validate_choice=False)

    def offer(self, review: Review, headings: dict[str, str], signatures: list[str]) -> None:
        """Fill the lists."""
        self.section.choices = options([("", _l("The plan as a whole")), *headings.items()])
        questions = [(str(number), text) for number, text in enumerate(review.questions, start=1)]
        self.question.choices = options([("0", _l("None")), *questions])
        self.signed.choices = options((name, SIGNED[name]) for name in signatures)

    def values(self) -> NoteValues:
        """What was typed, for the service."""
        return NoteValues(
            kind=self.kind.data or "",
            text=self.text.data or "",
            importance=whole(self.importance.data) or 0,
            section=self.section.data or "",
            question=whole(self.question.data) or 0,
            quote=self.quote.data or "",
            signed=self.signed.data or None,
        )
