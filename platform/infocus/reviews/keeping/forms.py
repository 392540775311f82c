"""Forms of keeping a transcript."""

from flask_babel import lazy_gettext as _l

from infocus.core.forms import Form, Limit, Text
from infocus.reviews.keeping.services.holding import REASON_LIMIT


class HoldForm(Form):
    """Why a transcript is kept for longer."""

    reason = Text(_l("Why it is kept"), [Limit(REASON_LIMIT)])
