"""Who else has the editor of a practice open: seen by the others, never in their way."""

from datetime import UTC, datetime, timedelta

from flask import jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import format_time
from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.holds import be_seen, holders, release_hold

ALIVE = timedelta(minutes=2)
"""A page with scripts says every half minute that it is still open; one without is counted for ``holds.LASTS``."""


def also_here(actor: Actor, practice: Practice) -> list[str]:
    """A sentence for each of the others."""
    city = practice.partner.label if practice.partner else practice.network.name
    others = holders(practice, but=actor.person)
    return [
        _(
            "%(name)s (%(city)s) is editing too, since %(time)s.",
            name=hold.person.shown_name,
            city=city,
            time=format_time(hold.since, "HH:mm"),
        )
        for hold in others
    ]


@blueprint.post("/<network>/practices/<handle>/presence")
@requires(Permission.EDIT_PRACTICE)
def presence(network: str, handle: str) -> ResponseReturnValue:
    """A sign of life from an open editor; answers who else is there, and ``until`` when one counts as being there.

    ``leave`` says that the page which was answered this ``until`` was shut; a page opened since then is not left by it.
    """
    actor, practice = current_actor(), the_practice(network, handle)
    require(actor, Permission.EDIT_PRACTICE, practice)
    until, left = None, request.form.get("leave")
    with unit_of_work():
        practice = the_practice(network, handle)
        if left is None:
            until = be_seen(actor, practice, lasts=ALIVE).isoformat()
        else:
            release_hold(actor, practice, seen=_moment(left))
    here = also_here(actor, the_practice(network, handle))
    return jsonify(here=here, version=practice.version, until=until)


def _moment(text: str) -> datetime:
    """The time that a page was told; one that nobody told is long over."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return clock.now() - ALIVE
