"""How long the transcript is kept, on the review's page: for those who can read it."""

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, allows
from infocus.records.panels import Panel, record_panel
from infocus.reviews.candour import HELD
from infocus.reviews.keeping import queries
from infocus.reviews.keeping.forms import HoldForm
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import ReviewState


@record_panel(Review, 80)
def transcript_panel(actor: Actor, review: Review) -> Panel | None:
    """The date, the hold, what was deleted."""
    if review.state not in {ReviewState.LIVE, ReviewState.FINISHED} or not allows(actor, Permission.ENTER_ROOM, review):
        return None
    may = allows(actor, Permission.FACILITATE_ROOM, review)
    state = queries.kept(review)
    shown = {"state": state, "may_hold": may, "form": HoldForm(formdata=None) if may else None, "agreed_hold": HELD}
    return Panel("reviews/keeping/panel.html", shown, "aside")
