"""Words for roles and states, in the reader's language."""

from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from infocus.core.actor import Role
from infocus.networks.models import NetworkState

ROLES = {
    Role.LEAD: _l("Lead partner"),
    Role.EXPERT: _l("Lead expert"),
    Role.ADHOC_EXPERT: _l("Ad hoc expert"),
    Role.COORDINATOR: _l("Local coordinator"),
    Role.OFFICER: _l("Officer"),
    Role.ULG: _l("Local group member"),
    Role.OBSERVER: _l("Observer"),
}
STATES = {
    NetworkState.ACTIVE: _l("Active"),
    NetworkState.AFTERCARE: _l("In aftercare: owners still update what is theirs"),
    NetworkState.CLOSED: _l("Closed: to read, not to change"),
}


def role_name(role: str) -> str:
    """The name of a role; a code nobody knows is answered as itself."""
    return str(ROLES[Role(role)]) if role in set(Role) else role


def state_name(state: str) -> str:
    """What a network's state means."""
    return str(STATES[NetworkState(state)])


def country_name(code: str) -> str:
    """The name of a country by its two letters, in the reader's language."""
    locale = get_locale()
    return str(locale.territories.get(code.upper(), code)) if locale else code
