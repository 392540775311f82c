"""How notes may be signed at a table, as its candour settings say."""

from infocus.reviews.candour import Candour, Notes
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Signed


def allowed_signatures(review: Review) -> tuple[Signed, ...]:
    """How a note may be signed here; the first is what counts when the writer says nothing."""
    setting = Candour.of(review.candour).notes
    return tuple(Signed) if setting == Notes.CHOICE else (Signed(setting),)
