"""The form that begins to watch a place."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from infocus.core.forms import Form, options
from infocus.notifications.watching.words import HOW_WORDS


class WatchForm(Form):
    """A city, a network or a theme; ``what`` is ``subject:id``."""

    what = SelectField(_l("City, network or theme"), validate_choice=False)
    how = SelectField(_l("Mail"), choices=options((how.value, words) for how, words in HOW_WORDS.items()))
