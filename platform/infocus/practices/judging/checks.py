"""What an expert says of a practice: checked alike for the page and the API."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _

from infocus.core.errors import Invalid
from infocus.core.text import clean
from infocus.practices.sections import BY_NAME
from infocus.vocabularies.registry import VOCABULARIES

OPINION_LIMIT = 2_000
ASK_LIMIT = 600
WHY_LIMIT = 300
MARKS = ("yes", "partly", "no")
"""How far a criterion is met."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``text`` on the whole; ``criteria``: by code, ``{"met": …, "why": …}``; ``sections``: by name, what to change."""

    text: str = ""
    criteria: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)


def checked(judgement: Judgement, *, valid: bool) -> Judgement:
    """The same, clean. Raises ``Invalid`` with all that is wrong, beside ``text``, ``met_CODE``, ``ask_SECTION``.

    To validate takes words and, where the criteria are filled in at all, all four of them and none that is not met;
    to ask for changes takes words on the whole or on a section.
    """
    errors: dict[str, str] = {}
    text = words(errors, "text", judgement.text, OPINION_LIMIT)
    criteria = {code: _criterion(errors, code, said) for code, said in judgement.criteria.items() if said.get("met")}
    sections = {} if valid else _sections(errors, judgement.sections)
    if not text and not sections and "text" not in errors:
        errors["text"] = _("Write a sentence or two: the city learns from it.")
    if valid and criteria:
        for code in VOCABULARIES["criteria"].labels:
            if code not in criteria:
                errors[f"met_{code}"] = _("Say how far it is met.")
            elif criteria[code]["met"] == "no":
                errors[f"met_{code}"] = _("What is not met is asked to change before it is validated.")
    if errors:
        raise Invalid(errors)
    return Judgement(text, criteria, sections)


def words(errors: dict[str, str], name: str, text: str, limit: int) -> str:
    """Clean words within ``limit`` code points; what is wrong goes into ``errors`` under ``name``."""
    try:
        text = clean(text)
    except ValueError:
        errors[name] = _("This text holds control characters; please type it again.")
        return ""
    if len(text) > limit:
        errors[name] = _("%(length)s characters; %(most)s fit.", length=len(text), most=limit)
    return text


def _criterion(errors: dict[str, str], code: str, said: Mapping[str, str]) -> dict[str, str]:
    met = said["met"]
    if code not in VOCABULARIES["criteria"].labels or met not in MARKS:
        errors[f"met_{code}"] = _("There are four criteria; each is met, partly met or not met.")
    return {"met": met, "why": words(errors, f"why_{code}", said.get("why", ""), WHY_LIMIT)}


def _sections(errors: dict[str, str], given: Mapping[str, str]) -> dict[str, Any]:
    found = {name: words(errors, f"ask_{name}", text, ASK_LIMIT) for name, text in given.items()}
    for name in set(found) - set(BY_NAME):
        errors[f"ask_{name}"] = _("There is no such section.")
    return {name: text for name, text in found.items() if text}
