"""The forms of saved searches."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField
from wtforms.validators import DataRequired

from infocus.core.forms import Form, Limit, Text, options
from infocus.library.saved.models import Alert, FeedAudience

ALERTS = options(
    (
        (Alert.PAGE, _l("Among my notifications")),
        (Alert.MAIL, _l("There, and in the daily mail")),
        (Alert.NONE, _l("Not at all; I look myself")),
    )
)
AUDIENCES = options(
    (
        (FeedAudience.PUBLIC, _l("Public records only")),
        (FeedAudience.OWN, _l("Everything I may read: whoever has the address reads it too")),
    )
)


class NameForm(Form):
    """What it is called, and how one hears of something new."""

    name = Text(
        _l("Name of the search"),
        validators=[DataRequired(_l("Give it a name, so that you know it again.")), Limit(120)],
    )
    alert = RadioField(_l("Tell me when something new answers"), choices=ALERTS, default=Alert.PAGE.value)


class SaveForm(NameForm):
    """A search to be saved: its query string comes along unseen."""

    search = HiddenField()


class FeedForm(Form):
    """What a feed carries."""

    audience = RadioField(_l("The feed carries"), choices=AUDIENCES, default=FeedAudience.PUBLIC.value)
