"""What every page shows around its content: the places in the bar, and how much is unread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, g, has_request_context, request, url_for
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.core.actor import Actor

Counter = Callable[[Actor], int]
_KEY = "infocus.unread"


@dataclass(frozen=True, slots=True)
class Place:
    """One of the seven places. ``also``: blueprints whose pages belong to it; ``public``: shown to visitors."""

    endpoint: str
    name: LazyString
    public: bool = True
    also: tuple[str, ...] = ()

    @property
    def blueprints(self) -> tuple[str, ...]:
        """The blueprints whose pages are at this place."""
        return (self.endpoint.partition(".")[0], *self.also)


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as the bar shows it."""

    name: str
    url: str
    current: bool


PLACES = (
    Place("home.index", _l("Home"), public=False),
    Place("practices.index", _l("Practices")),
    Place("meetings.index", _l("Meetings")),
    Place("plans.index", _l("Plans & reviews"), also=("reviews",)),
    Place("library.index", _l("Library"), also=("documents",)),
    Place("networks.index", _l("Network")),
    Place("accounts.me", _l("Me"), public=False, also=("notifications",)),
)
SHELL_ENDPOINTS = frozenset(
    {place.endpoint for place in PLACES} | {"home.accessibility", "home.privacy", "home.check", "accounts.sign_in"}
)


def counts_unread(app: Flask, counter: Counter) -> None:
    """Say how many things wait unread for a person (the notifications feature does)."""
    app.extensions[_KEY] = counter


def unread_count(actor: Actor) -> int:
    """How many things wait unread; 0 for visitors and without notifications."""
    counter: Counter | None = current_app.extensions.get(_KEY)
    return counter(actor) if counter is not None and actor.has_account else 0


def shown_places(actor: Actor, network: str | None) -> list[ShownPlace]:
    """The places this person sees; those that are a network's lead to ``network`` (its slug), and need one."""
    here = g.get("place") or (request.blueprint if has_request_context() else None)
    shown = []
    for place in PLACES:
        address = _address(place.endpoint, network)
        if address and (place.public or actor.has_account):
            shown.append(ShownPlace(str(place.name), address, here in place.blueprints))
    return shown


def _address(endpoint: str, network: str | None) -> str | None:
    """The place's address; ``None`` when this app has no such feature, or no network to show."""
    if endpoint not in current_app.view_functions:
        return None
    if not current_app.url_map.is_endpoint_expecting(endpoint, "network"):
        return url_for(endpoint)
    return url_for(endpoint, network=network) if network else None


def init_app(app: Flask) -> None:
    """Let an app with fewer features still render the shell: links to what is not there lead to the front."""

    def missing(error: Exception, endpoint: str, values: dict[str, Any]) -> str:
        if endpoint in SHELL_ENDPOINTS and endpoint not in app.view_functions:
            return "/"
        raise error

    app.url_build_error_handlers.append(missing)
