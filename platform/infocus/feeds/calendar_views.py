"""The addresses of calendars: a meeting, a person's, a network's; and where a person finds theirs."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import NotFound
from infocus.core.i18n import locale_of
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import absolute
from infocus.feeds import calendars
from infocus.networks.actors import actor_of_person
from infocus.networks.context import network_or_404
from infocus.networks.models import Network

blueprint = Blueprint("calendars", __name__)
LOOKS = "120/minute"


@blueprint.get("/calendar.ics")
@requires(Permission.READ_RECORD)
def person() -> ResponseReturnValue:
    """A person's dates in all their networks; ``key`` is the secret of the address."""
    return _answer(request.args.get("key", ""), None)


@blueprint.get("/<network>/calendar.ics")
@requires(Permission.READ_RECORD)
def network(network: str) -> ResponseReturnValue:
    """The dates of a network: the public ones, or with a person's ``key`` what that person may read."""
    return _answer(request.args.get("key"), network_or_404(network))


@blueprint.get("/me/calendar")
@requires(Permission.USE_ACCOUNT)
def mine() -> ResponseReturnValue:
    """The address of one's calendar, and of those of one's networks."""
    actor = current_actor()
    feed = calendars.feed_of(actor.person)
    key = calendars.secret_of(feed) if feed else ""
    networks = sorted({member.network_slug for member in actor.memberships})
    page = render_template(
        "feeds/calendar.html",
        address=absolute("calendars.person", key=key) if key else "",
        networks=[(slug, absolute("calendars.network", network=slug, key=key)) for slug in networks] if key else [],
    )
    return page, {"Cache-Control": "no-store"}


@blueprint.post("/me/calendar/<any(open,close):deed>")
@requires(Permission.USE_ACCOUNT)
def change(deed: str) -> ResponseReturnValue:
    """A calendar, another address for it, or none."""
    actor = current_actor()
    with unit_of_work():
        if deed == "open":
            calendars.open_feed(actor)
        else:
            calendars.close_feed(actor.person)
    flash(_("Your calendar has an address. An earlier one does not work any more.") if deed == "open"
          else _("Your calendar has no address any more."), "success")  # fmt: skip
    return redirect(url_for("calendars.mine"), 303)


def _answer(key: str | None, place: Network | None) -> ResponseReturnValue:
    limits().hit(LOOKS, "calendar", request.remote_addr or "")
    if key is None and place is not None:
        body = calendars.public(place)
    else:
        feed = calendars.by_secret(key or "")
        actor = actor_of_person(feed.person_id)
        if actor is None or (place is not None and not actor.roles(place.id)):
            raise NotFound
        with force_locale(locale_of(feed.language)):
            body = calendars.personal(actor, place)
    answer = Response(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.add_etag()
    return answer.make_conditional(request)
