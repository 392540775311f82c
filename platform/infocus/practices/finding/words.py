"""The choices of the list's filters in the reader's language."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from infocus.core.i18n import language_name
from infocus.networks.words import country_name
from infocus.practices.facts import Cost, Took
from infocus.practices.finding.queries import Adopted, Verified
from infocus.practices.models import PracticeState
from infocus.vocabularies.registry import label

COSTS: dict[str, object] = {
    Cost.UNDER_10K: _l("under €10,000"),
    Cost.TO_100K: _l("€10,000 to €100,000"),
    Cost.TO_1M: _l("€100,000 to €1 million"),
    Cost.OVER_1M: _l("€1 million and more"),
    Cost.OTHER: _l("in another currency"),
    Cost.NOT_STATED: _l("no amounts stated"),
}
TIMES: dict[str, object] = {
    Took.UNDER_1: _l("under a year"),
    Took.TO_3: _l("one to three years"),
    Took.OVER_3: _l("more than three years"),
    Took.GOING: _l("still going on"),
    Took.NOT_STATED: _l("dates not stated"),
}
ADOPTED: dict[str, object] = {
    Adopted.ONE: _l("by one city or more"),
    Adopted.THREE: _l("by three cities or more"),
    Adopted.MOVING: _l("a transfer is under way"),
    Adopted.NOBODY: _l("by no other city yet"),
}
VERIFIED: dict[str, object] = {
    Verified.FRESH: _l("in the last 12 months"),
    Verified.AGEING: _l("12 to 24 months ago"),
    Verified.OLD: _l("longer ago"),
    Verified.NEVER: _l("never"),
}
STATES: dict[str, object] = {
    PracticeState.DRAFT: _l("Draft"),
    PracticeState.SUBMITTED: _l("Submitted"),
    PracticeState.CHANGES_ASKED: _l("Changes asked"),
    PracticeState.VALIDATED: _l("Validated"),
    PracticeState.PUBLISHED: _l("Published"),
    PracticeState.NEEDS_VERIFICATION: _l("Needs re-verification"),
    PracticeState.WITHDRAWN: _l("Withdrawn"),
}
IN_ORDER: Mapping[str, Mapping[str, object]] = {
    "cost": COSTS,
    "time": TIMES,
    "adopted": ADOPTED,
    "verified": VERIFIED,
}
"""Filters whose values have an order of their own, from little to much."""


def word_of(name: str, value: str, partners: Mapping[str, str]) -> str:
    """What a value of a filter is called; one that nobody knows is answered as itself."""
    fixed: Mapping[str, Mapping[str, object]] = {**IN_ORDER, "state": STATES, "partner": partners}
    if name in fixed:
        return str(fixed[name].get(value, value))
    called: Mapping[str, Callable[[str], str]] = {
        "theme": lambda code: label("work_areas", code),
        "sector": lambda code: label("ecosystems", code),
        "country": country_name,
        "language": language_name,
        "like": lambda _mine: _("Cities like yours"),
    }
    return called[name](value) if name in called else value
