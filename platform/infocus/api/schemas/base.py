"""Bases of all shapes, text with its limit in code points, and errors in our words."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from flask_babel import gettext as _
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationError,
)
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from infocus.core.errors import Invalid
from infocus.core.ids import LENGTH
from infocus.core.text import clean

ID_PATTERN = rf"^[0-9a-hjkmnp-tv-z]{{{LENGTH}}}$"
LANGUAGE_PATTERN = r"^(en|es|eu|pt|it|cs|ro|pl|de|fr)$"


class Sent(BaseModel):
    """A JSON body: types are not guessed, names that are not known are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


def _without_defaults(schema: dict[str, Any]) -> None:
    for part in schema["properties"].values():
        part.pop("default", None)


CHANGES = ConfigDict(json_schema_extra=_without_defaults)
"""For bodies of which only what is sent counts: the defaults of their fields mean nothing and are not described."""


class Typed(BaseModel):
    """The text fields of a multipart body, or a query string: everything arrives as text."""

    model_config = ConfigDict(extra="forbid")


class Shown(BaseModel):
    """What is answered."""

    model_config = ConfigDict(from_attributes=True)


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it is stored: NFC, one kind of line end, no control characters, ``least`` to ``most`` code points.

    ``lines``: it may have several; ``exact``: white space around it is kept, because the text is compared with.
    """

    most: int
    least: int = 0
    lines: bool = True
    exact: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        shown = handler(schema)
        return shown | {"maxLength": self.most} | ({"minLength": self.least} if self.least else {})

    def _check(self, value: str) -> str:
        try:
            text = clean(f"|{value}|")[1:-1] if self.exact else clean(value)
        except ValueError:
            raise _wrong(_("This text holds control characters; please type it again.")) from None
        if len(text) > self.most:
            raise _wrong(_("%(length)s characters; %(most)s fit.", length=len(text), most=self.most))
        if len(text) < self.least:
            raise _wrong(_("This cannot be empty."))
        if not self.lines and "\n" in text:
            raise _wrong(_("One line, please."))
        return text


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("words", "{message}", {"message": str(message)})


RecordId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN), Field(description="One of the ten: BCP 47.")]
StatedDate = Annotated[
    str,
    StringConstraints(pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"),
    Field(description="2017, 2017-09 or 2017-09-13."),
]
Audience = Literal["partner", "network", "all", "public"]


def invalid_of(error: ValidationError) -> Invalid:
    """A schema's complaints as ours: one message a field, named as in the body (``anchor.page``)."""
    fields: dict[str, str] = {}
    for each in error.errors(include_url=False, include_input=False):
        fields.setdefault(".".join(str(part) for part in each["loc"]), _message(each))
    return Invalid(fields)


def _message(error: ErrorDetails) -> str:
    known = {
        "missing": _("This is needed."),
        "extra_forbidden": _("There is no such field."),
        "string_type": _("This must be text."),
        "bool_type": _("This must be true or false."),
        "int_type": _("This must be a whole number."),
        "int_parsing": _("This must be a whole number."),
        "float_type": _("This must be a number."),
        "finite_number": _("This must be a number."),
        "list_type": _("This must be a list."),
        "dict_type": _("This must be an object."),
        "model_type": _("This must be an object."),
        "model_attributes_type": _("This must be an object."),
        "string_pattern_mismatch": _("This does not have the form it should have."),
    }
    if error["type"] in {"enum", "literal_error"}:
        return str(_("One of: %(choices)s.", choices=error["ctx"]["expected"]))
    return str(known.get(error["type"], error["msg"]))
