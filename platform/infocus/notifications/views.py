"""The list of notifications."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from infocus.core.db import unit_of_work
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.notifications import queries, services

blueprint = Blueprint("notifications", __name__, url_prefix="/notifications")


@blueprint.get("")
@requires(Permission.USE_ACCOUNT)
def index() -> ResponseReturnValue:
    """One's notifications, newest first."""
    page = queries.own_notifications(current_actor(), cursor=request.args.get("cursor"))
    return render_template("notifications/index.html", page=page, first=not request.args.get("cursor"))


@blueprint.post("/read")
@requires(Permission.USE_ACCOUNT)
def read_all() -> ResponseReturnValue:
    """Mark all as read."""
    with unit_of_work():
        services.mark_read(current_actor())
    return redirect(url_for("notifications.index"), 303)


@blueprint.get("/<notification_id>")
@requires(Permission.USE_ACCOUNT)
def open_one(notification_id: str) -> ResponseReturnValue:
    """Mark one as read and go where it happened."""
    with unit_of_work():
        row = queries.get_own(current_actor(), notification_id)
        services.mark_read(current_actor(), [row.id])
        path = row.path
    return redirect(path, 303)
