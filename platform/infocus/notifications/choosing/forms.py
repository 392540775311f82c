"""The form of what one chooses about mail."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField

from infocus.core.forms import Form, options
from infocus.notifications.choosing.services import Choices

HOURS = options((str(hour), f"{hour}:00") for hour in range(24))
OFTEN_WORDS: Sequence[tuple[str, object]] = (
    ("daily", _l("One mail a day, at seven in the morning")),
    ("weekly", _l("One mail a week, on Monday at seven")),
    ("at-once", _l("At once, a mail each")),
    ("never", _l("No mail")),
)


class MailForm(Form):
    """How often, mail about oneself, quiet hours."""

    often = RadioField(_l("What happens in your networks, and to what you watch"), choices=options(OFTEN_WORDS))
    direct = BooleanField(_l("Mail me at once when somebody names or invites me, or when something is due tomorrow"))
    quiet_from = SelectField(_l("No mail at once from"), choices=HOURS, coerce=int)
    quiet_until = SelectField(_l("until"), choices=HOURS, coerce=int)

    def choices(self) -> Choices:
        """What was chosen."""
        return Choices(self.often.data, self.direct.data, self.quiet_from.data, self.quiet_until.data)
