"""The forms of networks."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    IntegerField,
    PasswordField,
    SelectField,
    SelectMultipleField,
)
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from infocus.core.actor import Role
from infocus.core.forms import Form, Limit, LongText, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.networks.models import NetworkState, Partner
from infocus.networks.priorities import Priorities, Priority
from infocus.networks.services import PartnerValues
from infocus.networks.words import ROLES, STATES
from infocus.vocabularies.registry import VOCABULARIES


def _ticks(label: object, vocabulary: str) -> SelectMultipleField:
    return SelectMultipleField(
        label,
        choices=options(VOCABULARIES[vocabulary].labels.items()),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


class PriorityForm(PlainForm):
    """One priority; without a text it is left out."""

    text = LongText(_l("Priority"), [Optional(), Limit(600)])
    year = IntegerField(_l("Year"), [Optional()])
    source = Text(_l("Source"), [Optional(), Limit(160)], description=_l("For example the city strategy, or the RIS3."))
    regional_tie = LongText(_l("How it ties to the regional strategy"), [Optional(), Limit(400)])
    ecosystems = _ticks(_l("Sectors"), "ecosystems")
    objectives = _ticks(_l("Policy objectives"), "policy_objectives")
    nabs = SelectMultipleField(_l("Scientific domains"), choices=options(VOCABULARIES["nabs"].labels.items()))
    nace = SelectMultipleField(
        _l("Economic activities"),
        choices=lambda: options((code, f"{code} {label}") for code, label in VOCABULARIES["nace"].labels.items()),
    )
    emerging = BooleanField(_l("Emerging: it only begins to grow"))

    def priority(self) -> Priority:
        """The values as the service takes them."""
        return Priority(
            text=self.text.data or "",
            year=self.year.data,
            source=self.source.data or "",
            regional_tie=self.regional_tie.data or "",
            ecosystems=tuple(self.ecosystems.data or ()),
            nace=tuple(self.nace.data or ()),
            nabs=tuple(self.nabs.data or ()),
            objectives=tuple(self.objectives.data or ()),
            emerging=bool(self.emerging.data),
        )


class PartnerForm(Form):
    """A partner's profile and priorities."""

    version = HiddenField()
    mailbox = Text(
        _l("Functional mailbox"),
        [Optional(), Limit(254)],
        description=_l("It outlives people. A mail goes there; it counts once somebody has confirmed it."),
    )
    population = IntegerField(
        _l("How many people live there"),
        [Optional()],
        description=_l("About; it finds cities of a similar size, and is never a rank."),
    )
    summary = LongText(_l("In a few sentences"), [Optional(), Limit(600)])
    themes = _ticks(_l("Themes"), "work_areas")
    items = FieldList(FormField(PriorityForm))

    def fill(self, partner: Partner, priorities: Priorities) -> None:
        """Show what is stored, and room for one priority more."""
        self.version.data = str(partner.version)
        self.mailbox.data, self.summary.data = partner.mailbox, priorities.summary
        self.themes.data, self.population.data = list(priorities.themes), partner.population
        for item in (*priorities.items, Priority(text="")):
            self.items.append_entry(item)

    def values(self) -> PartnerValues:
        """The values as the service takes them."""
        items = tuple(entry.form.priority() for entry in self.items if entry.form.text.data)
        priorities = Priorities(self.summary.data or "", tuple(self.themes.data or ()), items)
        return PartnerValues(self.mailbox.data or "", priorities, self.population.data)

    def seen_version(self) -> int | None:
        """The version the person was looking at."""
        text = self.version.data or ""
        return int(text) if text.isdecimal() and len(text) < 10 else None


class StateForm(Form):
    """Move the network on, or back with a reason."""

    state = SelectField(_l("The network is"), choices=options((state.value, words) for state, words in STATES.items()))
    reason = Text(
        _l("Reason"), [Optional(), Limit(300)], description=_l("Needed when it goes back; it is written down.")
    )

    def chosen(self) -> NetworkState:
        """The state as the service takes it."""
        return NetworkState(self.state.data)


class InvitationForm(Form):
    """Whom to invite, to which role, in which language."""

    email = Text(_l("E-mail address"), [InputRequired(_l("Their e-mail address.")), Limit(254)])
    name = Text(_l("Name"), [Optional(), Limit(120)], description=_l("As the letter should greet them."))
    role = SelectField(_l("Role"))
    partner = SelectField(_l("City"), description=_l("For the roles of a city; leave it open for the others."))
    language = SelectField(_l("Language of the letter"), choices=options(LANGUAGES.items()))

    def offer(self, roles: Iterable[Role], partners: Iterable[Partner], *, whole_network: bool) -> None:
        """Offer only what this person may give."""
        self.role.choices = options((role.value, ROLES[role]) for role in roles)
        places = [(partner.slug, partner.label) for partner in partners]
        self.partner.choices = options([("", "–"), *places] if whole_network else places)


class AcceptForm(Form):
    """Who somebody new is."""

    name = Text(_l("Your name"), [InputRequired(_l("Your name.")), Limit(120)], render_kw={"autocomplete": "name"})
    language = SelectField(_l("Language of the pages"), choices=options(LANGUAGES.items()))
    password = PasswordField(
        _l("Password"),
        [InputRequired(_l("Choose a password."))],
        description=_l("At least 10 characters; four ordinary words do well."),
        render_kw={"autocomplete": "new-password"},
    )
