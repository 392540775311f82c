"""What people have said, in words."""

from flask_babel import lazy_gettext as _l

from infocus.meetings.models import Coming

COMING_WORDS = {
    Coming.YES: _l("Comes"),
    Coming.OPEN: _l("No answer yet"),
    Coming.WAITING: _l("Waits for a seat"),
    Coming.NO: _l("Does not come"),
}

OWN_WORDS = {
    Coming.YES: _l("You are expected."),
    Coming.OPEN: _l("You have not answered yet."),
    Coming.WAITING: _l("You are on the waiting list."),
    Coming.NO: _l("You said that you do not come."),
}
"""The same, to themselves."""
