"""Forms before a review."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField

from infocus.core.fields import Ticks
from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.reviews.forms import ZONES
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.preparing.services.answering import WORD_LIMIT
from infocus.reviews.preparing.services.days import DayValues
from infocus.reviews.services.planning import PRESETS


class AnswerForm(Form):
    """Coming or not, with a word. The button pressed is the answer."""

    coming = HiddenField()
    word = Text(_l("A word with it (if you like)"), [Limit(WORD_LIMIT)])


class DayForm(Form):
    """A review day."""

    title = Text(_l("Title"), [Limit(200)])
    held_on = StringField(_l("Day"), description=_l("As 2018-01-24."))
    time_zone = SelectField(_l("Time zone"), choices=options((zone, zone) for zone in sorted(ZONES)))
    place = Text(_l("Place"), [Limit(200)])
    length = SelectField(
        _l("Length of each review"),
        choices=options((str(total), _l("%(minutes)s minutes", minutes=total)) for total in PRESETS),
        default="75",
    )
    slots = LongText(_l("Times at which reviews begin"), [Limit(200)], description=_l("One on a line, as 09:30."))
    facilitators = Ticks(_l("Facilitators, one for each table"), choices=[], validate_choice=False)

    def values(self) -> DayValues:
        """What was typed, for the service."""
        return DayValues(
            title=(self.title.data or "").strip(),
            held_on=(self.held_on.data or "").strip(),
            time_zone=self.time_zone.data or "",
            place=(self.place.data or "").strip(),
            length=int(self.length.data) if (self.length.data or "").isdigit() else 0,
            slots=tuple((self.slots.data or "").split()),
            facilitators=tuple(self.facilitators.data or ()),
        )

    def fill(self, day: ReviewDay) -> None:
        """Show what is stored."""
        self.process(obj=day, length=str(day.length), slots="\n".join(day.slots))


class TablesForm(Form):
    """Whose plans are reviewed on a day, and who reviews."""

    plans = Ticks(_l("Plans to review"), choices=[], validate_choice=False)
    people = Ticks(_l("People who review"), choices=[], validate_choice=False)
