"""Words of watching: how mail comes."""

from flask_babel import lazy_gettext as _l

from infocus.notifications.watching.models import How

HOW_WORDS = {
    How.USUAL: _l("with my usual mail"),
    How.AT_ONCE: _l("by mail at once"),
    How.DAILY: _l("in the daily mail"),
    How.WEEKLY: _l("in the weekly mail"),
    How.PAGE: _l("only here, no mail"),
}
