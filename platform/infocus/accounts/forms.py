"""The forms of accounts."""

from collections.abc import Sequence
from zoneinfo import available_timezones

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, IntegerField, PasswordField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from infocus.accounts.guests import CITY, NAME
from infocus.accounts.passwords import LEAST
from infocus.accounts.services import Profile
from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.i18n import LANGUAGES

_MAIL = {"autocomplete": "username", "inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}
_OLD = {"autocomplete": "current-password"}
_NEW = {"autocomplete": "new-password"}
LANGUAGE_CHOICES = options(LANGUAGES.items())


def time_zones() -> Sequence[str]:
    """The zones a person may choose: places by continent, and UTC."""
    return [*sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")), "UTC"]


class TickBoxes(SelectMultipleField):
    """Several of a list, as tick boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class SignInForm(Form):
    """Address and password; without a password a link is sent."""

    email = Text(_l("Work address"), [InputRequired(_l("Your e-mail address.")), Limit(254)], render_kw=_MAIL)
    password = PasswordField(
        _l("Password"), description=_l("Leave it empty to have a link sent instead."), render_kw=_OLD
    )
    next = HiddenField()


class AddressForm(Form):
    """Only an address: to have a reset link sent."""

    email = Text(_l("Work address"), [InputRequired(_l("Your e-mail address.")), Limit(254)], render_kw=_MAIL)


class NewPasswordForm(Form):
    """A new password, set by a link."""

    password = PasswordField(
        _l("New password"),
        [InputRequired(_l("Choose a password."))],
        description=_l("At least %(least)s characters; four ordinary words do well.", least=LEAST),
        render_kw=_NEW,
    )


class ChangePasswordForm(Form):
    """A new password, set by somebody signed in."""

    present = PasswordField(_l("Present password"), render_kw=_OLD)
    new = PasswordField(
        _l("New password"),
        [InputRequired(_l("Choose a password."))],
        description=_l("At least %(least)s characters. Your other browsers are signed out.", least=LEAST),
        render_kw=_NEW,
    )


class NewEmailForm(Form):
    """Another address; a link is sent to it."""

    email = Text(_l("New address"), [InputRequired(_l("Your new e-mail address.")), Limit(254)], render_kw=_MAIL)
    password = PasswordField(_l("Your password"), render_kw=_OLD)


class ProfileForm(Form):
    """Who a person is to the others."""

    name = Text(_l("Name"), [InputRequired(_l("Your name.")), Limit(120)], render_kw={"autocomplete": "name"})
    city = Text(_l("City"), [Optional(), Limit(120)])
    about = LongText(
        _l("About you"), [Optional(), Limit(500)], description=_l("What you work on, and what people can ask you.")
    )
    language = SelectField(_l("Language of the pages"), choices=LANGUAGE_CHOICES)
    reads = TickBoxes(_l("Languages you read"), choices=LANGUAGE_CHOICES)
    time_zone = SelectField(_l("Time zone"), choices=options((zone, zone.replace("_", " ")) for zone in time_zones()))

    def profile(self) -> Profile:
        """The values as the service takes them."""
        return Profile(**self.data_of(("name", "city", "about", "language", "reads", "time_zone")))


class PictureForm(Form):
    """A picture of the person."""

    picture = FileField(
        _l("Picture"),
        [FileRequired(_l("Choose a picture."))],
        description=_l("JPEG, PNG or WebP, up to 8 MB. Where it was taken is removed."),
    )


class TokenForm(Form):
    """A key for a program."""

    name = Text(
        _l("Name"),
        [InputRequired(_l("Give it a name.")), Limit(80)],
        description=_l("So that you know it again, for example “Import of our city’s practices”."),
    )
    scopes = TickBoxes(
        _l("It may"), choices=options([("read", _l("read what I may read")), ("write", _l("write in my name"))])
    )
    days = IntegerField(_l("Days it lasts"), [InputRequired(_l("A number of days."))], default=90)


class DoorForm(Form):
    """Who comes."""

    name = Text(_l("Your name"), [InputRequired(_l("Your name.")), Limit(NAME)], render_kw={"autocomplete": "name"})
    city = Text(
        _l("Your city"), [InputRequired(_l("Your city.")), Limit(CITY)], render_kw={"autocomplete": "address-level2"}
    )
    language = SelectField(_l("Language of the pages"), choices=options(LANGUAGES.items()))
