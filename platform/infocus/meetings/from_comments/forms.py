"""An action made of a comment."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.validators import InputRequired

from infocus.core.forms import Form, Limit, StatedDateField, Text
from infocus.meetings.from_comments.values import WHAT_LIMIT


class ActionForm(Form):
    """What, who and by when."""

    what = Text(_l("What"), [InputRequired(_l("Say what will be done.")), Limit(WHAT_LIMIT)])
    partner = SelectField(_l("Who"), validate_choice=False)
    due = StatedDateField(_l("By"), description=_l("As it is stated: 2018, 2018-01 or 2018-01-19."))
    back = HiddenField()
