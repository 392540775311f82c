"""Whom the coordinator asks for the city's approval, and for which readers."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField

from infocus.accounts.asked import EMAIL_LIMIT, NAME_LIMIT, Addressee
from infocus.core.forms import Form, Limit, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.practices.approval.models import PracticeApproval
from infocus.practices.models import Practice
from infocus.records.models import Visibility

AUDIENCES = [(Visibility.PUBLIC, _l("Everyone")), (Visibility.ALL, _l("All networks"))]


class AskForm(Form):
    """A name, a mail address, a language, an audience."""

    name = Text(_l("Name"), [Limit(NAME_LIMIT)], description=_l("Whoever may say yes for the city."))
    email = Text(_l("E-mail"), [Limit(EMAIL_LIMIT)])
    language = SelectField(_l("Language of the mail and its page"), choices=options(LANGUAGES.items()))
    visibility = SelectField(_l("Who would read it"), choices=options(AUDIENCES))
    version = HiddenField()

    def addressee(self) -> Addressee:
        """What was typed, for the service."""
        return Addressee(name=self.name.data or "", email=self.email.data or "", language=self.language.data or "")


def ask_form(practice: Practice, last: PracticeApproval | None) -> AskForm:
    """The form, with whom the city asked last."""
    wide = practice.visibility if practice.visibility in dict(AUDIENCES) else Visibility.PUBLIC.value
    form = AskForm(formdata=None, data={"language": practice.language, "visibility": wide})
    if last is not None:
        form.process(name=last.name, email=last.email, language=last.language, visibility=last.visibility)
    form.version.data = str(practice.version)
    return form
