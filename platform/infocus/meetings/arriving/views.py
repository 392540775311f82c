"""Sending a file in pieces, as the tus protocol 1.0.0 does it (https://tus.io/protocols/resumable-upload).

Core, creation and termination: a client that speaks it, ours is tus-js-client, asks with HEAD how much is here and
goes on with PATCH from there.
"""

from flask import Response, current_app, flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.bound import engines
from infocus.engines.storage.port import TooLarge
from infocus.meetings.arriving import services
from infocus.meetings.arriving.headers import MEDIA_TYPE, VERSION, metadata, number
from infocus.meetings.arriving.models import ArrivingFile, Purpose
from infocus.meetings.arriving.pieces import AsFarAsItGot
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.urls import record_path
from infocus.settings import Settings


@blueprint.post("/<network>/meetings/<handle>/uploads")
@requires(Permission.UPLOAD_OUTPUT)
def begin_upload(network: str, handle: str) -> ResponseReturnValue:
    """Announce a file: its length, its name and what is said of it. Answers with the address to send it to."""
    actor, meeting = current_actor(), the_meeting(network, handle)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    length, given = number(request.headers.get("Upload-Length")), metadata(request.headers.get("Upload-Metadata", ""))
    if length is None:
        raise Invalid({"Upload-Length": _("Say how long the file is.")})
    purpose = Purpose.IMPORT if given.get("purpose") == Purpose.IMPORT else Purpose.OUTPUT
    settings: Settings = current_app.extensions["infocus.settings"]
    with unit_of_work():
        meeting = the_meeting(network, handle)
        arriving = services.begin(actor, meeting, purpose, given.get("filename", ""), length, given, settings)
        place = url_for("meetings.upload_state", arriving_id=arriving.id)
    return _answer(201, Location=place)


@blueprint.get("/uploads/<arriving_id>")
@requires(Permission.UPLOAD_OUTPUT)
def upload_state(arriving_id: str) -> ResponseReturnValue:
    """How much is here (HEAD, in headers), and what became of it (GET, as JSON)."""
    arriving = services.get_own(current_actor(), arriving_id)
    headers = {"Upload-Offset": str(arriving.arrived), "Upload-Length": str(arriving.length)}
    return _answer(200, None if request.method == "HEAD" else _state(arriving), **headers)


@blueprint.patch("/uploads/<arriving_id>")
@requires(Permission.UPLOAD_OUTPUT)
def receive_piece(arriving_id: str) -> ResponseReturnValue:
    """Take the bytes from ``Upload-Offset`` on, as many as arrive; a cut connection loses none of them."""
    actor, offset = current_actor(), number(request.headers.get("Upload-Offset"))
    if request.mimetype != MEDIA_TYPE or offset is None:
        raise Invalid({"Upload-Offset": _("A piece of a file names its place and its type.")})
    with unit_of_work():
        room = services.room_at(actor, arriving_id, offset)
    try:
        stored = engines().storage.put(AsFarAsItGot(request.stream), room)
    except TooLarge:
        raise Conflict(_("This is more than the file was said to have.")) from None
    try:
        with unit_of_work():
            here = services.note_piece(actor, arriving_id, offset, stored) if stored.size else offset
    except BaseException:
        engines().storage.delete(stored.key)
        raise
    if not stored.size:
        engines().storage.delete(stored.key)
    return _answer(204, None, **{"Upload-Offset": str(here)})


@blueprint.delete("/uploads/<arriving_id>")
@requires(Permission.UPLOAD_OUTPUT)
def end_upload(arriving_id: str) -> ResponseReturnValue:
    """Give a file up, as a program does."""
    with unit_of_work():
        services.discard(current_actor(), arriving_id)
    return _answer(204)


@blueprint.post("/uploads/<arriving_id>/discard")
@requires(Permission.UPLOAD_OUTPUT)
def discard_upload(arriving_id: str) -> ResponseReturnValue:
    """Give a file up, by a button."""
    with unit_of_work():
        target = f"{record_path(services.discard(current_actor(), arriving_id))}/outputs/add"
    flash(_("What there was of the file is removed."), "success")
    return redirect(target, 303)


def _state(arriving: ArrivingFile) -> dict[str, object]:
    return {
        "state": arriving.state,
        "arrived": arriving.arrived,
        "length": arriving.length,
        "href": arriving.target,
        "why": arriving.why,
    }


def _answer(status: int, body: dict[str, object] | None = None, **headers: str) -> Response:
    response = jsonify(body) if body is not None else Response(status=status)
    response.status_code = status
    response.headers.update(headers | {"Tus-Resumable": VERSION, "Cache-Control": "no-store"})
    return response
