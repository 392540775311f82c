"""The form of a guest link."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from infocus.accounts.guests import LABEL
from infocus.core.forms import Form, Limit, Text, options
from infocus.reviews.guests.models import GUEST_ROLES
from infocus.reviews.words import SEATS


class LinkForm(Form):
    """A new link."""

    role = SelectField(
        _l("Whoever comes by it sits as"),
        choices=options((role.value, SEATS[role]) for role in GUEST_ROLES),
        description=_l("Observer listens. Note-taker suits a shared device on a table."),
    )
    label = Text(_l("What it is for"), [Limit(LABEL)], description=_l("For your own list: “Speaker”, “Table 2”."))
    last_day = Text(_l("Last day"), description=_l("As 2018-01-24. The link works to the end of this day."))
