"""Forms of what is written about a review."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from infocus.core.forms import Form, Limit, LongText
from infocus.reviews.report.vocabulary import SUMMARY_LIMIT


class SummaryForm(Form):
    """The text of the summary and the version it was typed over."""

    text = LongText(_l("Summary"), [Limit(SUMMARY_LIMIT)])
    version = HiddenField()
