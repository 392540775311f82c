"""Forms of a meeting's people."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField

from infocus.accounts.guests import LABEL
from infocus.core.fields import Ticks
from infocus.core.forms import Form, Limit, LongText, Text
from infocus.meetings.people.services.answering import WORD_LIMIT, Needs

MOST_PASTED = 2_000_000


class AnswerForm(Form):
    """Coming or not, with a word and with needs. The button pressed is the answer."""

    coming = HiddenField()
    word = Text(_l("A word with it (if you like)"), [Limit(WORD_LIMIT)])
    diet = Text(_l("What you eat, or do not"), [Limit(WORD_LIMIT)], description=_l("Vegetarian, halal, no nuts …"))
    access = Text(
        _l("What you need to come in and take part"), [Limit(WORD_LIMIT)], description=_l("A step-free way, a loop …")
    )
    consent = BooleanField(_l("The host’s coordinator and the lead may read these two answers, for this meeting only."))

    @property
    def needs(self) -> Needs:
        """What was told."""
        return Needs(self.diet.data or "", self.access.data or "", bool(self.consent.data))

    def fill(self, needs: Needs, word: str) -> None:
        """Show what was told before."""
        self.word.data, self.diet.data, self.access.data, self.consent.data = (
            word, needs.diet, needs.access, needs.consent,
        )  # fmt: skip


class MembersForm(Form):
    """Whom to put on the list, out of the network."""

    whole = BooleanField(_l("Everybody of the network"))
    cities = Ticks(_l("Everybody of these cities"), choices=[], validate_choice=False)
    people = Ticks(_l("People"), choices=[], validate_choice=False)


class PasteForm(Form):
    """A range out of a spreadsheet."""

    rows = LongText(
        _l("Rows"),
        [Limit(MOST_PASTED)],
        description=_l(
            "Copy the cells in Excel and paste them here. Columns in any order, best with a header: name, e-mail, "
            "city, organisation. Commas and semicolons do, too."
        ),
    )


class GuestLinkForm(Form):
    """A new link for guests."""

    label = Text(_l("What it is for"), [Limit(LABEL)], description=_l("For your own list: “Speaker”, “Deputies”."))
    last_day = Text(
        _l("Last day"),
        description=_l("As 2018-01-24; empty: the day after the meeting. It works until midnight."),
    )
