"""The comment form."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import InputRequired

from infocus.comments.models import TEXT_LIMIT
from infocus.core.forms import Form, Limit, LongText


class CommentForm(Form):
    """New words on a record, or an answer; ``anchor_*`` tie them to a passage of a document."""

    text = LongText(_l("Your comment"), [InputRequired(_l("Write something first.")), Limit(TEXT_LIMIT)])
    on = HiddenField()
    reply_to = HiddenField()
    version = HiddenField()
    back = HiddenField()
