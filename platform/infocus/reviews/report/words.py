"""The words of summaries, reports and rubrics as people read them."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.reviews.report.vocabulary import Criterion

CRITERIA: dict[str, LazyString] = {
    Criterion.PROBLEM: _l("Problem and evidence"),
    Criterion.VISION: _l("Vision and logic"),
    Criterion.INTEGRATION: _l("Integration"),
    Criterion.PARTICIPATION: _l("Participation"),
    Criterion.ACTIONS: _l("Detail of the actions"),
    Criterion.FUNDING: _l("Funding"),
    Criterion.RISK: _l("Risk"),
    Criterion.GOVERNANCE: _l("Governance and monitoring"),
    Criterion.LEARNING: _l("Transnational learning"),
}
HINTS: dict[str, LazyString] = {
    Criterion.PROBLEM: _l("Is the problem shown with figures and voices, not only stated?"),
    Criterion.VISION: _l("Does each action follow from the vision, and would it lead there?"),
    Criterion.INTEGRATION: _l("Economic, social, environmental and spatial sides, and the regional strategy (RIS3)."),
    Criterion.PARTICIPATION: _l("Did the local group shape the plan, and will it carry it?"),
    Criterion.ACTIONS: _l("Who does what, by when, at what cost, measured how?"),
    Criterion.FUNDING: _l("Is the money named, and is it likely?"),
    Criterion.RISK: _l("Are the risks named, with who watches them?"),
    Criterion.GOVERNANCE: _l("Who decides, who checks, and who hears of it?"),
    Criterion.LEARNING: _l("What of the other cities is in the plan, and how was it changed?"),
}
MARK_WORDS: tuple[LazyString, ...] = (
    _l("0: not there"),
    _l("1: begun"),
    _l("2: half way"),
    _l("3: good"),
    _l("4: convincing"),
)
ANSWERS: dict[str, LazyString] = {
    "accept": _l("Accepted"),
    "adapt": _l("Adapted"),
    "park": _l("Parked"),
    "reject": _l("Rejected"),
}
