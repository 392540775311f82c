"""Forms of the response table."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField
from wtforms.validators import ValidationError

from infocus.accounts.asked import NAME_LIMIT
from infocus.core.forms import Form, Limit, LongText, StatedDateField, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.core.numbers import whole
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.services.agreeing import Asked
from infocus.reviews.advice.services.answering import AnswerValues
from infocus.reviews.advice.vocabulary import OWNER_LIMIT, PROGRESS_LIMIT, REASON_LIMIT
from infocus.reviews.advice.words import ANSWERS, PROGRESS, ROLES
from infocus.reviews.vocabulary import ADVICE_LIMIT, Progress


class AnswerForm(Form):
    """The host's answer to one recommendation."""

    answer = RadioField(_l("Answer"), choices=options(ANSWERS.items()), validate_choice=False)
    reason = LongText(
        _l("Reason"), [Limit(REASON_LIMIT)], description=_l("Whoever gave the advice reads it. Not needed to accept.")
    )
    owner = Text(_l("Who sees to it"), [Limit(OWNER_LIMIT)], description=_l("A name or an office."))
    due = StatedDateField(_l("By when"), description=_l("2018, 2018-06 or 2018-06-15."))
    version = HiddenField()

    def fill(self, row: Recommendation) -> None:
        """Show what is stored."""
        self.process(obj=row, version=str(row.version))

    def values(self) -> AnswerValues:
        """What was typed, for the service."""
        return AnswerValues(**{name: self[name].data or "" for name in ("answer", "reason", "owner", "due")})

    def seen_version(self) -> int | None:
        """The version the form was filled from."""
        return whole(self.version.data)


class ProgressForm(Form):
    """How far a recommendation is."""

    progress = SelectField(_l("How far it is"), choices=options(PROGRESS.items()), validate_choice=False)
    note = Text(_l("In a word"), [Limit(PROGRESS_LIMIT)], description=_l("For example: waits for the council."))
    version = HiddenField()

    def fill(self, row: Recommendation) -> None:
        """Show what is stored."""
        self.process(progress=row.progress or Progress.OPEN, note=row.progress_note, version=str(row.version))

    def seen_version(self) -> int | None:
        """The version the form was filled from."""
        return whole(self.version.data)


class TextForm(Form):
    """A recommendation in words, of a section of the plan where one is chosen."""

    text = LongText(_l("Recommendation"), [Limit(ADVICE_LIMIT)])
    section = SelectField(_l("Section of the plan"), choices=[], validate_choice=False)
    source = Text(_l("From entry"), description=_l("The number beside the line in the room, if it came from one."))

    def validate_source(self, field: Text) -> None:
        """A number, or nothing."""
        if (field.data or "").strip() and whole(field.data) is None:
            raise ValidationError(_l("The number of an entry, please."))


class AskForm(Form):
    """Whom the coordinator asks to agree."""

    name = Text(_l("Name"), [Limit(NAME_LIMIT)])
    email = Text(_l("E-mail"), [Limit(254)])
    role = SelectField(_l("As"), choices=options(ROLES.items()), validate_choice=False)
    language = SelectField(_l("Language of the mail and its page"), choices=options(LANGUAGES.items()))

    def asked(self) -> Asked:
        """What was typed, for the service."""
        return Asked(**{name: self[name].data or "" for name in ("name", "email", "role", "language")})
