"""What two people changed in two ways: shown side by side in the form, and the choice that comes back with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import gettext as _
from wtforms import SelectField

from infocus.accounts.models import Person
from infocus.core.forms import LongText
from infocus.practices.content import TABLES, TERMS
from infocus.practices.forms import PracticeForm, form_data
from infocus.practices.merging import PLACE, Clash, nested
from infocus.practices.together import Saved, base_of, read_base
from infocus.vocabularies.registry import label

MINE, THEIRS, BOTH = "mine", "theirs", "both"
WAY = "way-"


@dataclass(frozen=True, slots=True)
class Open:
    """A field to decide: both texts, and whether one can stand below the other."""

    name: str
    label: str
    mine: str
    theirs: str
    joinable: bool


def take_choices(form: PracticeForm) -> None:
    """Put what was chosen between two texts into the form; what the others said is what it was given out on."""
    base = read_base(request.form.get("base"))
    if base is None or not any(name.startswith(WAY) for name in request.form):
        return
    stored = form_data(base)
    for name in (name for name in stored if request.form.get(f"{WAY}{name}") in {THEIRS, BOTH}):
        if request.form[f"{WAY}{name}"] == THEIRS:
            for each in PLACE if name == PLACE[0] else (name,):
                form.put(each, stored[each])
        elif isinstance(form[name], LongText):
            form.put(name, "\n\n".join(text for text in (stored[name], form[name].data) if text))


def put_joined(form: PracticeForm, saved: Saved) -> list[Open]:
    """Have the form say what could be joined, with one's own words where both changed; those come back."""
    data = form_data(nested({**saved.fields, **{clash.name: clash.mine for clash in saved.clashes}}))
    for name in (name for name in data if name in form):
        form.put(name, data[name])
    form.version.data, form.base.data = str(saved.practice.version), base_of(saved.practice)
    return [_open(form, clash) for clash in saved.clashes]


def labels(form: PracticeForm, names: Sequence[str]) -> str:
    """Fields in words."""
    return ", ".join(_label(form, name) for name in names)


def people(by: Sequence[Person]) -> str:
    """Who it was, in words."""
    return ", ".join(person.shown_name for person in by) or str(_("somebody else"))


def _open(form: PracticeForm, clash: Clash) -> Open:
    mine, theirs = (_shown(form, clash.name, value) for value in (clash.mine, clash.theirs))
    return Open(clash.name, _label(form, clash.name), mine, theirs, isinstance(form[clash.name], LongText))


def _label(form: PracticeForm, name: str) -> str:
    words = str(form[name].label.text)
    if name == PLACE[0]:
        return str(_("Place on the map"))
    return str(_("Who may read: %(field)s", field=words)) if name.startswith("level_") else words


def _shown(form: PracticeForm, name: str, value: Any) -> str:
    """A value as the page says it."""
    field = form[name]
    if name in TABLES:
        return "\n".join(" · ".join(str(cell) for cell in row.values() if cell not in (None, "")) for row in value)
    if name in TERMS:
        return ", ".join(label(TERMS[name], code) for code in value)
    if isinstance(field, SelectField):
        return _choice(field, value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(each) for each in value if each is not None)
    return str(value)


def _choice(field: SelectField, value: str) -> str:
    return next((str(choice.label) for choice in field.iter_choices() if choice.value == value), value)
