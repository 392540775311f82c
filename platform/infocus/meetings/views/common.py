"""What the views of meetings share."""

from flask import current_app, request
from sqlalchemy import select

from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.numbers import whole
from infocus.core.web.actor import current_actor
from infocus.meetings.models import Meeting, Output
from infocus.networks.models import Partner
from infocus.records.queries import get_record
from infocus.records.urls import id_of


def the_meeting(network: str, handle: str) -> Meeting:
    """The meeting of an address. Raises ``NotFound``."""
    meeting = get_record(current_actor(), id_of(handle), Meeting)
    if meeting.network.slug != network:
        raise NotFound
    return meeting


def the_output(network: str, handle: str) -> Output:
    """The output of an address. Raises ``NotFound``."""
    output = get_record(current_actor(), id_of(handle), Output)
    if output.network.slug != network:
        raise NotFound
    return output


def expected_version() -> int | None:
    """The version the form was filled in on."""
    return whole(request.form.get("version"))


def max_upload() -> int:
    """The largest file taken, in bytes."""
    return int(current_app.extensions["infocus.settings"].max_upload_bytes)


def partner_choices(network_id: str) -> list[tuple[str, str]]:
    """The partners of a network for a select field."""
    rows = select(Partner.slug, Partner.label).where(Partner.network_id == network_id).order_by(Partner.label)
    return [("", "–"), *((slug, label) for slug, label in db.session.execute(rows))]
