"""Forms of plans."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FileField, HiddenField, SelectField

from infocus.core.forms import Form, Limit, LongText, StatedDateField, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.plans.services import PlanValues
from infocus.plans.words import STAGES
from infocus.records.models import Record

AUDIENCES = [
    ("partner", _l("Own city")),
    ("network", _l("Network")),
    ("all", _l("All networks")),
    ("public", _l("Everyone")),
]


class PlanForm(Form):
    """What is said about a plan."""

    title = Text(_l("Title"), [Limit(200)])
    summary = LongText(_l("Short summary"), [Limit(600)], description=_l("What lists and search show."))
    language = SelectField(_l("Language of the text"), choices=options(LANGUAGES.items()))
    visibility = SelectField(_l("Who may read it"), choices=options(AUDIENCES), default="network")
    stage = SelectField(_l("Stage"), choices=options(STAGES.items()), default="draft")
    decision = Text(_l("Council decision"), [Limit(200)], description=_l("Its number, once there is one."))
    adopted_on = StatedDateField(_l("Adopted on"), description=_l("2018, 2018-06 or 2018-06-26."))
    version = HiddenField()

    def values(self) -> PlanValues:
        """What was typed, for the service."""
        names = ("title", "summary", "language", "visibility", "stage", "decision", "adopted_on")
        typed: dict[str, Any] = {name: self[name].data or "" for name in names}
        return PlanValues(**typed)

    def seen_version(self) -> int | None:
        """The version the form was filled from."""
        return int(self.version.data) if (self.version.data or "").isdigit() else None


class VersionForm(Form):
    """A new version: a file and what changed."""

    file = FileField(_l("File"), description=_l("DOCX, PDF or ODT. The text is read page by page afterwards."))
    label = Text(_l("Name of this version"), [Limit(80)], description=_l("For example: draft 3, for the peer review."))
    note = LongText(_l("What has changed"), [Limit(300)])


class UpdateForm(Form):
    """What became of an adopted plan."""

    day = StatedDateField(_l("Date"), description=_l("2018, 2018-06 or 2018-06-26."))
    text = LongText(_l("What has happened"), [Limit(1000)])


class TranslationForm(Form):
    """Which plan this one is in another language, and who wrote it."""

    original = SelectField(_l("It is a translation of"), validate_choice=False)
    how = SelectField(_l("Translated"), choices=options([("human", _l("by a person")), ("machine", _l("by machine"))]))
    of_version = Text(_l("Of its version"), [Limit(4)], description=_l("A number, if the translation follows one."))

    @classmethod
    def among(cls, records: Iterable[Record]) -> "TranslationForm | None":
        """The form with the plans to choose from; ``None`` where there is none."""
        form = cls(formdata=None)
        form.original.choices = options((record.id, record.title) for record in records)
        return form if form.original.choices else None


class SectionForm(Form):
    """A section: its heading and its text."""

    title = Text(_l("Heading"), [Limit(300)])
    text = LongText(_l("Text"), [Limit(60_000)])
