"""What a curator writes, checked alike for every way in."""

from collections.abc import Collection as Known
from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from flask_babel import gettext as _

from infocus.core import markup
from infocus.core.errors import Invalid
from infocus.core.i18n import LANGUAGES
from infocus.practices.collections.models import INTRODUCTION_LIMIT, LINE_LIMIT, SUMMARY_LIMIT, TITLE_LIMIT
from infocus.practices.content import Checker

LINE = "line-"


def checked(values: Mapping[str, Any], levels: Known[str]) -> dict[str, str]:
    """The columns that are in ``values``, clean, with the summary that follows. Raises ``Invalid``, every error found.

    ``levels``: how far this person may share.
    """
    checker, found = Checker(), dict[str, str]()
    if "title" in values:
        found["title"] = " ".join(checker.text("title", values["title"], TITLE_LIMIT).split())
        if not found["title"] and "title" not in checker.errors:
            checker.errors["title"] = _("A collection needs a title.")
    if "introduction" in values:
        found["introduction"] = checker.text("introduction", values["introduction"], INTRODUCTION_LIMIT)
    if "language" in values:
        found["language"] = str(values["language"])
        if found["language"] not in LANGUAGES:
            checker.errors["language"] = _("Choose a language from the list.")
    if "visibility" in values:
        found["visibility"] = str(values["visibility"])
        if found["visibility"] not in levels:
            checker.errors["visibility"] = _("Only your coordinator, the lead expert or the lead shares it so far.")
    if checker.errors:
        raise Invalid(checker.errors)
    if "introduction" in found:
        plain = markup.plain(found["introduction"])
        found["summary"] = shorten(plain, SUMMARY_LIMIT, placeholder=" …")
    return found


def checked_lines(lines: Mapping[str, object]) -> dict[str, str]:
    """Pick id → why it is here, clean: one line. Raises ``Invalid`` with the fields' names (``line-ID``)."""
    checker = Checker()
    found = {key: " ".join(checker.text(f"{LINE}{key}", text, LINE_LIMIT).split()) for key, text in lines.items()}
    if checker.errors:
        raise Invalid(checker.errors)
    return found
