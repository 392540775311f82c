"""What the page of a proposal says: the names of fields and tables, and why there is no proposal."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from infocus.engines.extraction.reasons import sentence
from infocus.practices.fiches.models import NoProposal
from infocus.practices.sections import SECTIONS

LABELS: dict[str, LazyString] = {
    "title": _l("Title"),
    "summary": _l("Short summary"),
    **{section.name: section.label for section in SECTIONS},
    "institution": _l("Main institution"),
    "place_name": _l("Place"),
    "started": _l("Began"),
    "ended": _l("Ended"),
    "amounts": _l("Amounts"),
    "indicators": _l("Figures"),
}
_WHY: dict[str, LazyString] = {
    NoProposal.NO_TEXT: _l(
        "Its pages are pictures without text. Run text recognition on the file, or copy the text by hand. "
        "Where this site reads scans itself, the proposal comes later."
    ),
    NoProposal.TOO_LONG: _l(
        "It is much longer than a fiche. Take out the pages on this practice and start from those, or copy by hand."
    ),
}


def why(reason: str) -> LazyString:
    """Why a file gives no proposal, for a code of ``NoProposal`` or of the extraction."""
    return _WHY.get(reason) or sentence(reason)
