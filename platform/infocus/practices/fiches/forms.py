"""The forms: one file to start from, and the proposal as fields to be checked."""

from collections.abc import Iterator
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, FileField, FormField, HiddenField, SelectField

from infocus.core.fields import Rows
from infocus.core.forms import Form, Limit, LongText, StatedDateField, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.core.numbers import whole
from infocus.practices.fiches.found import LIMITS, PLAIN, TABLES, USE, Found, still_open
from infocus.practices.fiches.services import Sent
from infocus.practices.fiches.words import LABELS
from infocus.practices.forms import AmountForm, IndicatorForm

_DATES = frozenset({"started", "ended"})


class StartForm(Form):
    """One file, and the language it is written in."""

    file = FileField(_l("File"), description=_l("Word, PDF, PowerPoint or OpenDocument: the text of one practice."))
    language = SelectField(_l("Language of the text"), choices=options(LANGUAGES.items()))


class _AmountRow(AmountForm):
    use = BooleanField(_l("Take this row"), default=True)


class _IndicatorRow(IndicatorForm):
    use = BooleanField(_l("Take this row"), default=True)


class ProposalForm(Form):
    """The proposed texts and rows; a field a practice has is a field here, added below from the table of limits."""

    seen = HiddenField()
    amounts = Rows(FormField(_AmountRow))
    indicators = Rows(FormField(_IndicatorRow))

    def sent(self, posted: MultiDict[str, str]) -> Sent:
        """What was sent, for the service: only fields that were on the page."""
        texts = {name: self[name].data or "" for name in LIMITS if name in posted}
        rows = {name: list(_typed(self[name])) for name in TABLES if any(key.startswith(f"{name}-") for key in posted)}
        replace = frozenset(name for name in posted.getlist("replace") if name in LIMITS)
        return Sent(seen=whole(self.seen.data) or 0, texts=texts, rows=rows, replace=replace)


def _typed(rows: Rows) -> Iterator[dict[str, str]]:
    for row in rows:
        yield {name: value or "" for name, value in row.data.items() if name != USE} | {USE: USE * row.data[USE]}


for _name, _limit in LIMITS.items():
    _kind: Any = StatedDateField if _name in _DATES else Text if _name in PLAIN - {"summary"} else LongText
    setattr(ProposalForm, _name, _kind(LABELS[_name], [Limit(_limit)]))


def proposal_form(found: Found, seen: int) -> ProposalForm:
    """The form with what is proposed, or what was just sent."""
    shown = still_open(found)
    data: dict[str, Any] = {name: found["fields"][name]["text"] for name in LIMITS if name in shown}
    data |= {
        name: [{**row, USE: bool(row.get(USE, USE))} for row in found["tables"][name]["rows"]]
        for name in TABLES
        if name in shown
    }
    return ProposalForm(data={**data, "seen": str(seen)})
