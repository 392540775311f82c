"""Forms: one base class, fields that keep our limits in code points, and the bridge from errors to fields."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from infocus.core.dates import StatedDate
from infocus.core.errors import Invalid
from infocus.core.text import clean


def options(pairs: Iterable[tuple[str, object]]) -> list[SelectChoice]:
    """Choices of a select field from ``(value, label)`` pairs; lazy labels are read in each reader's language."""
    return [SelectChoice(value=value, label=label) for value, label in pairs]


class Form(FlaskForm):
    """A form whose errors can also come from a service."""

    def take_errors(self, error: Invalid) -> None:
        """Put a service's messages beside their fields; those without a field go to the top of the form."""
        for name, message in error.fields.items():
            field = self._fields.get(name)
            if field is not None:
                field.errors = [*field.errors, message]
            else:
                self.form_errors.append(message)

    def data_of(self, names: Iterable[str]) -> dict[str, Any]:
        """The values of some fields."""
        return {name: self[name].data for name in names}


class _Clean:
    """Normalises typed text before validators see it."""

    data: str | None

    def process_formdata(self, values: list[str]) -> None:
        """NFC, LF; control characters are an error beside the field."""
        if values:
            self.data = values[0]
            try:
                self.data = clean(values[0])
            except ValueError:
                raise ValueError(_l("This text holds control characters; please type it again.")) from None


class Text(_Clean, StringField):
    """One line of text."""


class LongText(_Clean, TextAreaField):
    """Several lines of Markdown."""


class Limit:
    """At most ``most`` code points; the counter in the page reads ``maxlength``."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.field_flags = {"maxlength": most}

    def __call__(self, form: object, field: Field) -> None:
        """Raise beside the field."""
        length = len(field.data or "")
        if length > self.most:
            raise ValidationError(_l("%(length)s characters; %(most)s fit.", length=length, most=self.most))


class StatedDateField(Text):
    """A date as it is stated: 2017, 2017-09 or 2017-09-13; ``data`` is text, ``stated`` the value."""

    def pre_validate(self, form: object) -> None:
        """Raise beside the field when it is no date."""
        if not self.data:
            return
        try:
            StatedDate(self.data)
        except ValueError:
            raise ValidationError(_l("Write a date as 2017, 2017-09 or 2017-09-13.")) from None
