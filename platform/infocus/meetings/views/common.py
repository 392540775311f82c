"""What the views of meetings share."""

from flask import current_app
from sqlalchemy import select

from infocus.core.db import db
from infocus.meetings.models import Meeting, Output
from infocus.networks.models import Partner
from infocus.records.addresses import record_at


def the_meeting(network: str, handle: str) -> Meeting:
    """The meeting of an address. Raises ``NotFound``."""
    return record_at(network, handle, Meeting)


def the_output(network: str, handle: str) -> Output:
    """The output of an address. Raises ``NotFound``."""
    return record_at(network, handle, Output)


def max_upload() -> int:
    """The largest file taken, in bytes."""
    return int(current_app.extensions["infocus.settings"].max_upload_bytes)


def partner_choices(network_id: str) -> list[tuple[str, str]]:
    """The partners of a network for a select field."""
    rows = select(Partner.slug, Partner.label).where(Partner.network_id == network_id).order_by(Partner.label)
    return [("", "–"), *((slug, label) for slug, label in db.session.execute(rows))]
