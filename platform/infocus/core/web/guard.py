"""Every route carries a permission. The decorator refuses strangers; the service behind it checks the record."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from infocus.core.errors import NotAllowed, Unauthenticated
from infocus.core.permissions import TABLE, WITHOUT_SIGN_IN, Permission, allows
from infocus.core.web.actor import current_actor

P = ParamSpec("P")
R = TypeVar("R")


def requires(permission: Permission, *, by_subject: bool = True) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a view with the permission it needs and refuse whoever is not signed in where that is needed.

    ``by_subject=False``: the permission has no subject, so it is decided here; else the service decides on the record.
    """

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            actor = current_actor()
            known = actor.has_account if permission == Permission.USE_ACCOUNT else actor.signed_in
            if permission not in WITHOUT_SIGN_IN and not known:
                raise Unauthenticated
            if not by_subject and not allows(actor, permission):
                raise NotAllowed
            return view(*args, **kwargs)

        vars(guarded)["permission"] = permission
        return guarded

    return decorate


def permission_of(view: Callable[..., object]) -> Permission | None:
    """The permission a view carries, if any."""
    return getattr(view, "permission", None)


def unregistered() -> set[Permission]:
    """Permissions without a predicate: these are denied to everyone."""
    return set(Permission) - set(TABLE)
