"""The practice form: made from the table of sections; the service checks what it carries."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import (
    FieldList,
    FileField,
    FormField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms import Form as PlainForm
from wtforms.fields.choices import Choice, SelectChoice

from infocus.core.errors import Invalid
from infocus.core.fields import Rows, Ticks
from infocus.core.forms import Form, Limit, LongText, StatedDateField, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.core.ids import new_id
from infocus.core.numbers import whole
from infocus.library.models import Document
from infocus.practices.content import LICENCES, SHORT, TABLES, TERMS
from infocus.practices.merging import PLACE, flat
from infocus.practices.models import Practice
from infocus.practices.sections import CRITERION_LIMIT, SECTIONS, SUMMARY_LIMIT, TITLE_LIMIT
from infocus.practices.together import base_of, values_of
from infocus.vocabularies.registry import VOCABULARIES

SPARE_ROWS = 2
CURRENCIES = ("EUR", "CZK", "PLN", "RON", "BGN", "CHF", "DKK", "GBP", "HUF", "NOK", "SEK")
"""Of the networks' countries first; then of their neighbours."""
TextsByControl = dict[str, list[str]]
AUDIENCES = [("partner", _l("Own city")), ("network", _l("Network"))]
WIDE_AUDIENCES = [*AUDIENCES, ("all", _l("All networks")), ("public", _l("Everyone"))]
SECTION_AUDIENCES = [("", _l("As the record")), ("network", _l("Network")), ("partner", _l("Own city"))]


class CodeSelect(SelectField):
    """A choice of codes; another one that is stored already stays among them."""

    def iter_choices(self) -> Iterator[Choice]:
        """Those offered, and what is there."""
        offered = super().iter_choices()
        yield from offered
        if self.data and not any(choice.selected for choice in offered):
            yield Choice(self.data, self.data, True, {})

    def pre_validate(self, form: object) -> None:
        """Whether it is a code, the service says."""


class IndicatorForm(PlainForm):
    """One row of evidence; numbers stay as typed until they are checked."""

    name = StringField(_l("Indicator"))
    value = StringField(_l("Value"))
    unit = StringField(_l("Unit"))
    year = StringField(_l("Year"))


class AmountForm(PlainForm):
    """One row of money."""

    what = StringField(_l("What for"))
    value = StringField(_l("Amount"))
    currency = CodeSelect(_l("Currency"), choices=options((code, code) for code in CURRENCIES), default="EUR")


def _codes(vocabulary: str) -> list[SelectChoice]:
    return options(VOCABULARIES[vocabulary].labels.items())


class PracticeForm(Form):
    """All fields of a practice; the text sections and their audiences are added below from their table."""

    title = Text(_l("Title"), [Limit(TITLE_LIMIT)], description=_l("What it is, not what it is called."))
    summary = LongText(_l("Short summary"), [Limit(SUMMARY_LIMIT)], description=_l("What lists and search show."))
    language = SelectField(_l("Language of the text"), choices=options(LANGUAGES.items()))
    visibility = SelectField(_l("Who may read the record"), choices=options(WIDE_AUDIENCES))
    institution = Text(_l("Main institution"), [Limit(SHORT)])
    place_name = Text(_l("Place"), [Limit(SHORT)])
    latitude = Text(_l("Latitude"))
    longitude = Text(_l("Longitude"))
    started = StatedDateField(_l("Began"))
    ended = StatedDateField(_l("Ended"), description=_l("Empty while it goes on."))
    themes = Ticks(_l("Themes"), choices=_codes(TERMS["themes"]))
    sectors = Ticks(_l("Industrial ecosystems"), choices=_codes(TERMS["sectors"]))
    nace = SelectMultipleField(_l("NACE divisions"), choices=_codes(TERMS["nace"]))
    sdgs = Ticks(_l("Sustainable Development Goals"), choices=_codes(TERMS["sdgs"]))
    keywords = Text(_l("Keywords"), description=_l("Your own words, with commas between them."))
    licence = SelectField(_l("Licence"), choices=options((name, name) for name in LICENCES))
    indicators = Rows(FormField(IndicatorForm))
    amounts = Rows(FormField(AmountForm))
    key = HiddenField(default=new_id)
    version = HiddenField()
    base = HiddenField()

    def values(self) -> dict[str, Any]:
        """What was typed, in the shape the service checks."""
        names = [*(section.name for section in SECTIONS), "title", "summary", "language", "visibility", "licence"]
        names += ["institution", "place_name", "latitude", "longitude", "started", "ended", "keywords", *TERMS]
        values = {name: self[name].data for name in names}
        for name in TERMS:
            values[name] = values[name] or []
        values["indicators"] = [row.data for row in self.indicators]
        values["amounts"] = [row.data if row.data["what"] or row.data["value"] else {} for row in self.amounts]
        values["criteria"] = {code: self[f"criterion_{code}"].data or "" for code in VOCABULARIES["criteria"].labels}
        levels = {section.name: self[f"level_{section.name}"].data for section in SECTIONS}
        values["section_visibility"] = {name: level for name, level in levels.items() if level}
        return values

    def put(self, name: str, data: Any) -> None:
        """Have a field say something else than what was sent."""
        field = self[name]
        if isinstance(field, FieldList):
            while field.entries:
                field.pop_entry()
            for row in data:
                field.append_entry(row)
        else:
            field.data = data

    def take_errors(self, error: Invalid) -> None:
        """As every form; what is wrong in a cell of a small table stands in its row."""
        rest = {}
        for name, message in error.fields.items():
            table, number, cell = [*name.split("-"), "", ""][:3]
            row = whole(number)
            if table in TABLES and row is not None and row < len(self[table]):
                field = self[table][row].form[cell]
                field.errors = [*field.errors, message]
                self[table].errors = [_l("One row needs another look.")]
            else:
                rest[name] = message
        super().take_errors(Invalid(rest))

    def add_spare_rows(self) -> None:
        """Leave empty rows to write in, also without JavaScript."""
        for rows in (self.indicators, self.amounts):
            for _ in range(SPARE_ROWS):
                rows.append_entry()


for _section in SECTIONS:
    setattr(
        PracticeForm,
        _section.name,
        LongText(_section.label, [Limit(_section.limit)], description=_section.hint),
    )
    setattr(
        PracticeForm,
        f"level_{_section.name}",
        SelectField(_section.label, choices=options(SECTION_AUDIENCES), default=""),
    )
for _code, _label in VOCABULARIES["criteria"].labels.items():
    setattr(PracticeForm, f"criterion_{_code}", LongText(_label, [Limit(CRITERION_LIMIT)]))


def form_of(practice: Practice | None, *, wide: bool, default_language: str = "en", sent: bool = True) -> PracticeForm:
    """The form with what is stored, or what was just sent; ``wide`` offers audiences beyond the network.

    ``sent=False`` passes over what this request brought: it was another form's.
    """
    if practice is None:
        form = PracticeForm(data={"language": default_language, "visibility": "network"})
    else:
        stored = stored_values(practice)
        form = PracticeForm(data=stored) if sent else PracticeForm(formdata=None, data=stored)
    shared_wide = practice is not None and practice.visibility not in dict(AUDIENCES)
    form.visibility.choices = options(WIDE_AUDIENCES if wide or shared_wide else AUDIENCES)
    return form


def stored_values(practice: Practice) -> dict[str, Any]:
    """The fields' data of a stored practice, with what the form is given out on."""
    return form_data(values_of(practice)) | {"version": str(practice.version), "base": base_of(practice)}


def form_data(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields' data of values as a service takes them."""
    data = flat(values)
    data["keywords"] = ", ".join(data["keywords"])
    data |= dict(zip(PLACE, map(_shown, data["latitude"]), strict=True))
    return data | {name: [{k: _shown(v) for k, v in row.items()} for row in data[name]] for name in TABLES}


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def control_texts(values: Mapping[str, Any], names: Collection[str] | None = None, rows: int = 0) -> TextsByControl:
    """Values as the texts of the form's controls, of the fields ``names`` or of all; small tables are ``rows`` long."""
    data = form_data(values)
    for table in TABLES:
        data[table] += [{}] * (rows - len(data[table]))
    form = PracticeForm(formdata=MultiDict(), data=data, meta={"csrf": False})
    texts: TextsByControl = {}
    for field in form:
        if names is not None and (PLACE[0] if field.name in PLACE else field.name) not in names:
            continue
        if isinstance(field, FieldList):
            texts |= {inner.name: [inner.data or ""] for row in field for inner in row.form}
        elif isinstance(field.data, list):
            texts[field.name] = list(field.data)
        elif field.name not in {"version", "key", "base", "csrf_token"}:
            texts[field.name] = [field.data or ""]
    return texts


class FileForm(Form):
    """A picture or a file for the record."""

    file = FileField(_l("File"))
    alt = Text(_l("Describe the image"), [Limit(250)], description=_l("For those who cannot see it, and for search."))
    title = Text(_l("Title of the file"), [Limit(200)], id="file-title")


class PictureForm(Form):
    """What a picture shows, and which part of it stays."""

    alt = Text(_l("Describe the image"), [Limit(250)], description=_l("For those who cannot see it, and for search."))
    title = Text(_l("Caption"), [Limit(200)], description=_l("Shown under the picture."))
    left = Text(_l("From the left, %"))
    top = Text(_l("From the top, %"))
    width = Text(_l("Width, %"))
    height = Text(_l("Height, %"))


def picture_form(document: Document, *, sent: bool = False) -> PictureForm:
    """The form of one picture; ``sent``: with what this request brought."""
    data = {"alt": document.alt, "title": document.title}
    prefix = f"p-{document.id}-"
    return PictureForm(prefix=prefix, data=data) if sent else PictureForm(formdata=None, prefix=prefix, data=data)
