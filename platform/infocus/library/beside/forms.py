"""The forms beside a page: words of it, and what is said about them."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import InputRequired

from infocus.comments.models import TEXT_LIMIT
from infocus.comments.passages.finding import Words
from infocus.core.forms import Form, Limit, LongText
from infocus.core.numbers import whole


class WordsForm(Form):
    """Words of a page: ``quote``, its neighbours, its place."""

    version = HiddenField()
    page = HiddenField()
    quote = HiddenField()
    prefix = HiddenField()
    suffix = HiddenField()
    start = HiddenField()
    back = HiddenField()

    def words(self) -> Words:
        """The passage as it was sent."""
        page, start = whole(self.page.data) or 0, whole(self.start.data)
        return Words(self.quote.data or "", self.prefix.data or "", self.suffix.data or "", page, start)


class PassageForm(WordsForm):
    """The same with what is said about them."""

    text = LongText(_l("Your comment"), [InputRequired(_l("Write something first.")), Limit(TEXT_LIMIT)])
