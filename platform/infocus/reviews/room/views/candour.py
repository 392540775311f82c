"""What is agreed on candour, as it is read before entering the room, and in short inside it."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.reviews.candour import Candour
from infocus.reviews.models import Review
from infocus.reviews.room.queries import is_emptied
from infocus.reviews.vocabulary import Mode, OpenTo, ReviewState, Signed


@dataclass(frozen=True, slots=True)
class Agreed:
    """``lines``: what about, and the sentence; ``short``: over the conversation.

    ``signatures``: how a note may be signed and how that is called, first the usual one.
    """

    lines: tuple[tuple[str, str], ...]
    short: str
    signatures: tuple[tuple[str, str], ...]


def agreed(review: Review) -> Agreed:
    """The settings of a review, or what holds where nobody has set any; and what has become of its transcript."""
    candour, deleted = Candour.of(review.candour), is_emptied(review.id)
    lines = {name: (str(about), sentence) for name, (about, sentence) in candour.lines().items()}
    if _everybody(review):
        del lines["transcript"]  # the whole network is in the room, and reads it afterwards, whatever is said there
    if deleted:
        lines["keep_days"] = lines["keep_days"][0], _("The transcript was deleted.")
    short = _("transcript deleted") if deleted else f"{_readers(review, candour)} · {_kept(candour)}"
    return Agreed((_in_the_room(review), *lines.values()), short, _signatures(candour))


def _everybody(review: Review) -> bool:
    return review.mode == Mode.OPEN and review.open_to == OpenTo.NETWORK


def _in_the_room(review: Review) -> tuple[str, str]:
    """The one thing that the mode says, not the settings."""
    if _everybody(review):
        return _("In the room"), _("Everybody of the network, during the review and after it.")
    return _("In the room"), _("The named table, the host’s city, the experts and the lead partner.")


def _readers(review: Review, candour: Candour) -> str:
    """Who reads; the network does not before the end."""
    if _everybody(review) or (candour.network_reads and review.state == ReviewState.FINISHED):
        return str(_("Network"))
    return str(_("Panel now, the network afterwards") if candour.network_reads else _("Panel only"))


def _kept(candour: Candour) -> str:
    if candour.hold:
        return str(_("kept until decided otherwise"))
    days = candour.keep_days
    return str(ngettext("kept until %(num)s day after the summary", "kept until %(num)s days after the summary", days))


def _signatures(candour: Candour) -> tuple[tuple[str, str], ...]:
    by = {Signed.NAME: _("by my name"), Signed.CITY: _("by my city"), Signed.ANONYMOUS: _("by nobody")}
    chosen = tuple((signed.value, words) for signed, words in by.items() if candour.notes == signed.value)
    return chosen or tuple((signed.value, words) for signed, words in by.items())
