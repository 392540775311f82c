"""Words of what is told: the states records can get, and why somebody is told."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from infocus.vocabularies.registry import label

STATE_WORDS = {
    "submitted": _l("“%(title)s” is with the experts"),
    "changes-asked": _l("The experts ask for changes in “%(title)s”"),
    "validated": _l("“%(title)s” is validated"),
    "published": _l("“%(title)s” is published"),
    "needs-verification": _l("“%(title)s” needs to be verified again"),
    "withdrawn": _l("“%(title)s” is withdrawn"),
    "planned": _l("“%(title)s” is planned"),
    "held": _l("“%(title)s” has taken place"),
    "cancelled": _l("“%(title)s” is cancelled"),
    "preparing": _l("“%(title)s” is in preparation"),
    "live": _l("“%(title)s” has begun"),
    "finished": _l("“%(title)s” is over"),
}
THEMES = "work_areas"
"""The vocabulary whose codes can be watched."""


def said_why(why: str, about: str, otherwise: str) -> str:
    """Why somebody is told; ``about`` names what they watch (the code of a theme), ``otherwise`` is the kind's own."""
    match why:
        case "record":
            return str(_("because you watch it"))
        case "own":
            return str(_("because you wrote it"))
        case "commented":
            return str(_("because you commented on it"))
        case "within" | "partner" | "network":
            return str(_("because you watch “%(what)s”", what=about))
        case "theme":
            return str(_("because you watch the theme “%(what)s”", what=label(THEMES, about)))
        case _:
            return otherwise
