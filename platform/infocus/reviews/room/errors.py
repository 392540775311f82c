"""What can go wrong in a room besides what goes wrong everywhere."""

from infocus.core.errors import NotAllowed


class PhaseClosed(NotAllowed):
    """Not in this phase, or the review is not live; the text goes back to its writer."""

    code = "phase_closed"


class Full(NotAllowed):
    """There is no room for one more of these; taking one away makes room. The text goes back to its writer."""

    code = "full"
