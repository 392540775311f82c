"""The words of transfers, in the reader's language."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.practices.transfers.models import PLAN, Stage, Used

STAGES: dict[str, LazyString] = {
    Stage.BORROWED: _l("Borrowed"),
    Stage.INTERESTED: _l("Interested"),
    Stage.UNDERSTAND: _l("Understand"),
    Stage.ADAPT: _l("Adapt"),
    Stage.REUSE: _l("Re-use"),
}
CHOICES: dict[str, LazyString] = {
    Stage.UNDERSTAND: _l("Understand: we look into how it works"),
    Stage.ADAPT: _l("Adapt: we change it so that it fits here"),
    Stage.REUSE: _l("Re-use: it runs in our city"),
}
USED: dict[str, LazyString] = {
    Used.YES: _l("Yes, we used it"),
    Used.PARTLY: _l("Partly"),
    Used.NO: _l("No, we did not"),
}
_STEPS: dict[str, LazyString] = {
    "stopped": _l("Stopped"),
    "resumed": _l("Taken up again"),
    "used-yes": _l("Used"),
    "used-partly": _l("Used in part"),
    "used-no": _l("Not used"),
}


def step_word(what: str) -> str:
    """A step of a transfer's history."""
    return str(_STEPS.get(what) or STAGES.get(what) or what)


def month_word(month: int) -> str:
    """What a checkpoint is called."""
    return str(_("Plan") if month == PLAN else _("After %(number)s months", number=month))
