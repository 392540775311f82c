"""Files sent in a room."""

from flask import current_app, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.uploads import discard, received
from infocus.records.addresses import record_at, to_record
from infocus.reviews.room.models import RoomFiles
from infocus.reviews.room.services import files
from infocus.reviews.views.common import blueprint, the_review


@blueprint.post("/<network>/reviews/<handle>/room/files")
@requires(Permission.WRITE_IN_ROOM)
def upload(network: str, handle: str) -> ResponseReturnValue:
    """Keep up to eight files (`file`) for a message; the answer names them as the message's entry will."""
    actor = current_actor()
    files.check_upload(actor, the_review(network, handle))
    sent = [each for each in request.files.getlist("file") if each.filename]
    if not sent:
        raise Invalid({"file": _("Choose a file first.")})
    if len(sent) > files.AT_ONCE:
        raise Invalid({"file": _("At most %(most)s files in one message.", most=files.AT_ONCE)})
    limit, items = int(current_app.extensions["infocus.settings"].max_upload_bytes), []
    for each in sent:
        with received(each.stream, each.filename or "", limit) as kept, unit_of_work():
            document, new = files.add_file(actor, the_review(network, handle), kept)
            items.append(files.file_data(document))
        if not new:
            discard(kept)
    return jsonify({"items": items}), 201


@blueprint.get("/<network>/room-files/<handle>")
@requires(Permission.READ_RECORD)
def of_room(network: str, handle: str) -> ResponseReturnValue:
    """The place of a room's files is the room."""
    return to_record(record_at(network, handle, RoomFiles).review, "/room")
