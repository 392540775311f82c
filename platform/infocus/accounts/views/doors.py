"""The guest's side of every door: say who you are, wait, go in, leave. A feature says what it is a door to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel.speaklater import LazyString

from infocus.accounts.forms import DoorForm
from infocus.accounts.guests import Arrival, GuestState
from infocus.accounts.own_data import export_visitor
from infocus.accounts.visitor_cookie import forget_visit, remember_visit, visiting
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.limits import limits
from infocus.core.web.actor import current_actor

LOOKS = "120/minute"
"""One address: a hotel's whole wifi is one."""
ARRIVALS = "60/10 minutes"
SECRET = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
HERE = frozenset({GuestState.WAITING, GuestState.ADMITTED})


@dataclass(frozen=True, slots=True)
class Door:
    """What the pages of a door need to know of its feature. Links and guests are the feature's own rows.

    ``name``: for the limits of rate. ``visit``: the endpoint of the page on which a guest waits. ``folder``: of the
    templates ``door.html``, ``visit.html`` and ``no_link.html``. ``place``: what a link or a guest belongs to, by id.
    """

    name: str
    visit: str
    folder: str
    by_key: Callable[[str], Any]
    guest_of: Callable[[str], Any]
    is_let_in: Callable[[str], bool]
    place: Callable[[Any], str]
    arrive: Callable[[str, str, str, str], Arrival[Any]]
    go: Callable[[Actor], None]
    way_in: Callable[[Any], str]
    about: Callable[[Any], Mapping[str, Any]]
    left: LazyString

    def open(self, key: str) -> ResponseReturnValue:
        """Say who you are and wait. A key that does not work is answered alike, whether or not there ever was one."""
        limits().hit(LOOKS, f"{self.name}-door", request.remote_addr or "")
        link = self.by_key(key)
        if link is None:
            return self._no_link()
        guest = self._guest()
        if guest is not None and self.place(guest) == self.place(link) and guest.state in HERE:
            return redirect(url_for(self.visit), 303)
        form = DoorForm()
        if not form.is_submitted():
            form.language.data = get_locale().language
            return self._door(link, form, 200)
        try:
            if form.validate():
                return self._arrive(key, form)
        except (Invalid, Conflict) as error:
            form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
        except NotFound:
            return self._no_link()
        return self._door(link, form, 422)

    def wait(self) -> ResponseReturnValue:
        """Where a guest stands: waiting, let in, not let in, or over."""
        guest = self._guest()
        if guest is None:
            return self._no_link()
        if self._is_in(guest):
            return redirect(self.way_in(guest), 303)
        context = {**self.about(guest.link), "guest": guest, "state": _state(guest)}
        return render_template(f"{self.folder}/visit.html", **context)

    def state(self) -> ResponseReturnValue:
        """For the waiting page: nothing new (204), or to be opened again."""
        guest = self._guest()
        now = "gone" if guest is None else "admitted" if self._is_in(guest) else _state(guest)
        if request.args.get("seen") == now:
            return "", 204
        return "", 200, {"HX-Redirect": url_for(self.visit)}

    def leave(self) -> ResponseReturnValue:
        """Leave for good: this browser's key counts no more, its open lines end."""
        if visiting() is not None:
            with unit_of_work():
                self.go(current_actor())
        response = redirect(url_for("home.index"), 303)
        forget_visit(response)
        flash(str(self.left), "success")
        return response

    def _arrive(self, key: str, form: DoorForm) -> ResponseReturnValue:
        limits().hit(ARRIVALS, f"{self.name}-arrival", request.remote_addr or "")
        with unit_of_work():
            typed = (form.name.data or "").strip(), (form.city.data or "").strip(), form.language.data or ""
            arrival = self.arrive(key, *typed)
        response = redirect(url_for(self.visit), 303)
        remember_visit(response, arrival.visit, arrival.key)
        return response

    def _door(self, link: Any, form: DoorForm, status: int) -> ResponseReturnValue:
        return render_template(f"{self.folder}/door.html", form=form, **self.about(link)), status, SECRET

    def _no_link(self) -> ResponseReturnValue:
        return render_template(f"{self.folder}/no_link.html"), 404, SECRET

    def _guest(self) -> Any:
        here = visiting()
        return self.guest_of(here.person_id) if here is not None else None

    def _is_in(self, guest: Any) -> bool:
        return guest.state == GuestState.ADMITTED and self.is_let_in(guest.person_id)


def own_data() -> ResponseReturnValue:
    """What is held about the guest who asks. Raises ``NotFound`` when nobody does."""
    here = visiting()
    if here is None:
        raise NotFound
    return jsonify(export_visitor(here.person))


def _state(guest: Any) -> str:
    """What the page says: an admission that ran out is over."""
    return GuestState.GONE if guest.state == GuestState.ADMITTED else str(guest.state)
