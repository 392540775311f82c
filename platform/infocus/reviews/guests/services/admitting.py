"""Letting guests in, refusing them, showing them out, and forgetting their names."""

from flask_babel import gettext as _

from infocus.accounts import visits
from infocus.accounts.guests import GuestState, forget_guest
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.errors import Conflict
from infocus.networks.audit import note
from infocus.reviews.guests import queries
from infocus.reviews.guests.models import Guest
from infocus.reviews.models import Review

FROM = {
    GuestState.ADMITTED: {GuestState.WAITING, GuestState.REFUSED},
    GuestState.REFUSED: {GuestState.WAITING},
    GuestState.GONE: {GuestState.ADMITTED, GuestState.WAITING},
}
"""What a guest must be to become this."""


def decide(actor: Actor, review: Review, guest_id: str, state: GuestState) -> Guest:
    """Let somebody in (``admitted``), not in (``refused``) or out (``gone``); the same decision twice is one.

    Raises ``NotFound``, ``NotAllowed``; ``Conflict`` when the guest has left meanwhile or the link is no good any more.
    """
    guest = queries.get_guest(actor, review, guest_id)
    if guest.state == state:
        return guest
    if guest.state not in FROM.get(state, set()) or (state is GuestState.ADMITTED and not queries.works(guest.link)):
        raise Conflict(_("This guest is not waiting any more."))
    if state is GuestState.GONE:
        part(actor, guest, state)
    else:
        _set(actor, guest, state)
        guest.admitted_at = clock.now() if state is GuestState.ADMITTED else guest.admitted_at
    note(actor, f"guests.{state.value}", "review", review.id, review.network_id, guest=guest.person_id)
    return guest


def part(actor: Actor, guest: Guest, state: GuestState) -> None:
    """The end of a guest's time here: their browser is signed out and their lines are closed at once."""
    _set(actor, guest, state)
    visits.end(guest.person_id)


def forget(actor: Actor, review: Review, guest_id: str) -> None:
    """Erase a guest's name and city, on request: what they wrote stays under "former guest". They leave with it."""
    guest = queries.get_guest(actor, review, guest_id)
    if guest.state in {GuestState.ADMITTED, GuestState.WAITING}:
        part(actor, guest, GuestState.GONE)
    forget_guest(guest.person)
    changed("review", review.id)
    note(actor, "guests.forget", "review", review.id, review.network_id, guest=guest.person_id)


def _set(actor: Actor, guest: Guest, state: GuestState) -> None:
    guest.state, guest.decided_at, guest.decided_by = state, clock.now(), actor.person_id
