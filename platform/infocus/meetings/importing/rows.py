"""What a row of the table says of its file, and what of it was not understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _

from infocus.core.i18n import LANGUAGES
from infocus.core.text import clean
from infocus.meetings.importing.dates import stated
from infocus.meetings.importing.table import folded, kind_of
from infocus.meetings.values import SUMMARY_LIMIT, TITLE_LIMIT


@dataclass(slots=True)
class Said:
    """Values for the output, its stated date and where that was read, and remarks on what was left out."""

    values: dict[str, str] = field(default_factory=dict)
    date: str = ""
    source: str = ""
    remarks: list[str] = field(default_factory=list)


def understood(row: Mapping[str, str], table_name: str, sessions: Mapping[str, str]) -> Said:
    """Read a row; ``sessions``: folded title → id of those of the programme. What cannot be read is a remark."""
    said = Said()
    for name, most in (("title", TITLE_LIMIT), ("summary", SUMMARY_LIMIT)):
        if text := _text(row.get(name, ""), one_line=name == "title"):
            said.values[name] = text[:most]
            if len(text) > most:
                said.remarks.append(_("The text was cut after %(most)s characters.", most=most))
    _choose(said, "kind", row.get("kind", ""), kind_of(row.get("kind", "")))
    _choose(said, "language", row.get("language", ""), _language(row.get("language", "")))
    _choose(said, "session", row.get("session", ""), sessions.get(folded(row.get("session", ""))))
    if date := row.get("date", ""):
        try:
            said.date = stated(date)
        except ValueError:
            said.remarks.append(_("“%(text)s” is no date that is known.", text=date[:40]))
        said.source = _text(row.get("source", ""), one_line=True) or table_name
    return said


def _choose(said: Said, name: str, text: str, found: str | None) -> None:
    if found:
        said.values[name] = str(found)
    elif text:
        unknown = {
            "kind": _("“%(text)s” is no kind of output.", text=text[:40]),
            "language": _("“%(text)s” is none of the ten languages.", text=text[:40]),
            "session": _("“%(text)s” is no session of the programme.", text=text[:40]),
        }
        said.remarks.append(unknown[name])


def _language(text: str) -> str | None:
    wanted = folded(text)
    return next((code for code, name in LANGUAGES.items() if wanted in {code, folded(name)}), None)


def _text(text: str, *, one_line: bool) -> str:
    try:
        found = clean(text)
    except ValueError:
        return ""
    return " ".join(found.split()) if one_line else found
