"""The content of a practice: one checked dictionary, alike for the form, the API, revisions and imports."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _

from infocus.core.dates import StatedDate
from infocus.core.errors import Invalid
from infocus.core.i18n import LANGUAGES
from infocus.core.text import clean
from infocus.practices.sections import (
    CRITERION_LIMIT,
    LIMITED_TO_NETWORK,
    NARROWER,
    SECTIONS,
    SUMMARY_LIMIT,
    TITLE_LIMIT,
)
from infocus.vocabularies.registry import VOCABULARIES

TERMS = {"themes": "work_areas", "sectors": "ecosystems", "nace": "nace", "sdgs": "sdgs"}
TABLES = {"amounts": "resources", "indicators": "evidence"}
"""The small tables, each with the section it is read with."""
ROWS_LIMIT = 20
KEYWORDS_LIMIT = 12
SHORT = 160
LICENCES = ("CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0")
Values = Mapping[str, Any]


class Checker:
    """Collects the errors of one content, so that a person sees all of them at once."""

    def __init__(self) -> None:
        self.errors: dict[str, str] = {}

    def text(self, name: str, value: object, limit: int) -> str:
        """A clean text within ``limit`` code points; an error beside the field otherwise."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.errors[name] = _("This must be text.")
            return ""
        try:
            text = clean(value)
        except ValueError:
            self.errors[name] = _("This text holds control characters; please type it again.")
            return ""
        if len(text) > limit:
            self.errors[name] = _("%(length)s characters; %(most)s fit.", length=len(text), most=limit)
        return text

    def number(self, name: str, value: object, *, grouped: bool = True) -> float | None:
        """A finite number from a number or from text such as ``84,000`` or ``2.5``; degrees are never ``grouped``."""
        if value in (None, ""):
            return None
        try:
            number = float(value) if isinstance(value, (int, float)) else _parse_number(str(value), grouped)
        except (ValueError, OverflowError):
            number = math.nan
        if not math.isfinite(number) or isinstance(value, bool):
            self.errors[name] = _("Write a number, for example 84000 or 2.5. What you typed is kept.")
            return None
        return number

    def codes(self, name: str, vocabulary: str, value: object) -> list[str]:
        """Codes of one vocabulary, each once."""
        if not isinstance(value, (list, tuple)) or not all(isinstance(code, str) for code in value):
            self.errors[name] = _("This must be a list of codes.")
            return []
        unknown = [code for code in value if code not in VOCABULARIES[vocabulary]]
        if unknown:
            self.errors[name] = _("Not in the list: %(codes)s.", codes=", ".join(unknown)[:200])
        return list(dict.fromkeys(value))

    def date(self, name: str, value: object) -> str:
        """A stated date as text; empty when none is stated."""
        text = self.text(name, value, 10)
        if text:
            try:
                StatedDate(text)
            except ValueError:
                self.errors[name] = _("Write a date as 2017, 2017-09 or 2017-09-13.")
        return text

    def rows(self, name: str, value: object, fields: Iterable[str]) -> list[tuple[int, dict[str, Any]]]:
        """Rows of a small table with their numbers; wholly empty ones are dropped."""
        if not isinstance(value, (list, tuple)) or not all(isinstance(row, Mapping) for row in value):
            self.errors[name] = _("This must be a list of rows.")
            return []
        wanted = set(fields)
        filled = [any(row.get(field) not in (None, "") for field in wanted) for row in value]
        kept = [(at, dict(row)) for at, (row, some) in enumerate(zip(value, filled, strict=True)) if some]
        if len(kept) > ROWS_LIMIT:
            self.errors[name] = _("%(count)s rows; %(most)s fit.", count=len(kept), most=ROWS_LIMIT)
        if any(set(row) - wanted for _at, row in kept):
            self.errors[name] = _("A row has a field that is not known.")
        return kept[:ROWS_LIMIT]


def _parse_number(text: str, may_group: bool) -> float:
    """A number as Europeans type it: spaces group, and the last of ``,`` and ``.`` is decimal unless it groups."""
    plain = "".join(text.split())
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and point >= 0:
        group, mark = (",", ".") if point > comma else (".", ",")
        plain = plain.replace(group, "").replace(mark, ".")
    elif max(comma, point) >= 0:
        mark = "," if comma >= 0 else "."
        parts = plain.split(mark)
        grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0] != "0"
        plain = "".join(parts) if grouped and may_group else plain.replace(mark, ".")
    return float(plain)


def check_head(values: Values, *, needs_title: bool = False) -> dict[str, str]:
    """Title, summary and language out of ``values``; only those that are given. Raises ``Invalid``."""
    checker = Checker()
    head: dict[str, str] = {}
    for name, limit in (("title", TITLE_LIMIT), ("summary", SUMMARY_LIMIT)):
        if name in values:
            head[name] = checker.text(name, values[name], limit)
    if needs_title and not head.get("title"):
        checker.errors.setdefault("title", _("A practice needs a title."))
    if "title" in head and "\n" in head["title"]:
        checker.errors.setdefault("title", _("One line, please."))
    if "language" in values:
        if not isinstance(values["language"], str) or values["language"] not in LANGUAGES:
            checker.errors["language"] = _("Choose one of the ten working languages.")
        else:
            head["language"] = str(values["language"])
    if checker.errors:
        raise Invalid(checker.errors)
    return head


def check_content(values: Values) -> dict[str, Any]:
    """The parts of a practice's content that are in ``values``, clean. Raises ``Invalid`` with every error found."""
    checker = Checker()
    content: dict[str, Any] = {
        section.name: checker.text(section.name, values[section.name], section.limit)
        for section in SECTIONS
        if section.name in values
    }
    for name in ("institution", "place_name"):
        if name in values:
            content[name] = checker.text(name, values[name], SHORT)
    for name in ("started", "ended"):
        if name in values:
            content[name] = checker.date(name, values[name])
    for name, vocabulary in TERMS.items():
        if name in values:
            content[name] = checker.codes(name, vocabulary, values[name])
    _check_rows(checker, values, content)
    _check_small(checker, values, content)
    if checker.errors:
        raise Invalid(checker.errors)
    return content


def _check_rows(checker: Checker, values: Values, content: dict[str, Any]) -> None:
    """Both small tables; what is wrong in a cell is told as ``indicators-2-value``, with the number of its row."""
    if "amounts" in values:
        content["amounts"] = [
            {
                "what": checker.text(f"amounts-{at}-what", row.get("what"), SHORT),
                "value": checker.number(f"amounts-{at}-value", row.get("value")),
                "currency": _currency(checker, f"amounts-{at}-currency", row.get("currency")),
            }
            for at, row in checker.rows("amounts", values["amounts"], ("what", "value", "currency"))
            if row.get("what") or row.get("value") not in (None, "")
        ]
    if "indicators" in values:
        content["indicators"] = [
            {
                "name": checker.text(f"indicators-{at}-name", row.get("name"), SHORT),
                "value": checker.number(f"indicators-{at}-value", row.get("value")),
                "unit": checker.text(f"indicators-{at}-unit", row.get("unit"), 40),
                "year": _year(checker, f"indicators-{at}-year", row.get("year")),
            }
            for at, row in checker.rows("indicators", values["indicators"], ("name", "value", "unit", "year"))
        ]


def _currency(checker: Checker, name: str, value: object) -> str:
    code = checker.text(name, value or "EUR", 3).upper()
    if name not in checker.errors and not (len(code) == 3 and code.isascii() and code.isalpha()):
        checker.errors[name] = _("Three letters, such as EUR or CZK.")
    return code


def _year(checker: Checker, name: str, value: object) -> int | None:
    number = checker.number(name, value)
    if number is not None and not (number.is_integer() and 1900 <= number <= 2100):
        checker.errors[name] = _("Write the year with four digits.")
        return None
    return None if number is None else int(number)


def _check_small(checker: Checker, values: Values, content: dict[str, Any]) -> None:
    if "keywords" in values:
        given = values["keywords"]
        if not isinstance(given, (str, list, tuple, type(None))):
            checker.errors["keywords"] = _("This must be a list of words.")
            given = None
        words = given.split(",") if isinstance(given, str) else list(given or ())
        cleaned = [checker.text("keywords", word, 40) for word in words]
        content["keywords"] = list(dict.fromkeys(word for word in cleaned if word))
        if len(content["keywords"]) > KEYWORDS_LIMIT:
            checker.errors["keywords"] = _("At most %(most)s keywords.", most=KEYWORDS_LIMIT)
    if "criteria" in values:
        given = values["criteria"] if isinstance(values["criteria"], Mapping) else {"": ""}
        if set(given) - set(VOCABULARIES["criteria"].labels):
            checker.errors["criteria"] = _("There are four criteria.")
        content["criteria"] = {str(k): checker.text("criteria", v, CRITERION_LIMIT) for k, v in given.items()}
    if "section_visibility" in values:
        _check_levels(checker, values, content)
    _check_place(checker, values, content)


def _check_levels(checker: Checker, values: Values, content: dict[str, Any]) -> None:
    given = values["section_visibility"] if isinstance(values["section_visibility"], Mapping) else {"": ""}
    names = {section.name for section in SECTIONS}
    if any(name not in names or level not in ("", *NARROWER) for name, level in given.items()):
        checker.errors["section_visibility"] = _("A section is for your city, the network, or as the record.")
    content["section_visibility"] = {name: level for name, level in given.items() if level}


def _check_place(checker: Checker, values: Values, content: dict[str, Any]) -> None:
    for name, least, most in (("latitude", -90, 90), ("longitude", -180, 180)):
        if name in values:
            number = checker.number(name, values[name], grouped=False)
            if number is not None and not least <= number <= most:
                checker.errors[name] = _("Between %(least)s and %(most)s.", least=least, most=most)
            content[name] = number
    if "licence" in values:
        if values["licence"] not in LICENCES:
            checker.errors["licence"] = _("Choose one of the licences offered.")
        content["licence"] = values["licence"]


def section_level(content: Values, name: str) -> str:
    """The narrower audience of a section: ``partner``, ``network`` or empty for the record's own."""
    level = str((content.get("section_visibility") or {}).get(name, ""))
    return level or ("network" if name in LIMITED_TO_NETWORK else "")
