"""The actor of the present request, loaded once."""

from collections.abc import Callable
from typing import cast

from flask import Flask, current_app, g, has_request_context

from infocus.core.actor import ANONYMOUS, Actor

_LOADER = "infocus.actor_loader"


def set_loader(app: Flask, loader: Callable[[], Actor]) -> None:
    """Say how the actor of a request is found (session cookie)."""
    app.extensions[_LOADER] = loader


def current_actor() -> Actor:
    """Who acts in this request; ``ANONYMOUS`` outside of one."""
    if not has_request_context():
        return ANONYMOUS
    if "actor" not in g:
        loader = current_app.extensions.get(_LOADER)
        g.actor = ANONYMOUS if loader is None else loader()
    return cast(Actor, g.actor)


def set_current_actor(actor: Actor) -> None:
    """Let ``actor`` act for the rest of this request (after sign-in, or by API token)."""
    g.actor = actor


def forget_actor() -> None:
    """Load the actor anew at the next use, after a change of memberships or sign-out."""
    g.pop("actor", None)
