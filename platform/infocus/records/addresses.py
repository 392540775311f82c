"""Records by the addresses people open: ``/<network>/<kind>/<id>-<slug>``."""

from typing import TypeVar

from flask import redirect, request
from flask.typing import ResponseReturnValue

from infocus.core.errors import NotFound
from infocus.core.numbers import whole
from infocus.core.web.actor import current_actor
from infocus.networks.context import network_or_404
from infocus.records.models import Record
from infocus.records.queries import get_record
from infocus.records.urls import id_of, record_path

R = TypeVar("R", bound=Record)


def record_at(network: str, handle: str, kind: type[R]) -> R:
    """The record of this address, as the present person may read it. Raises ``NotFound``, also in another network."""
    place = network_or_404(network)
    record = get_record(current_actor(), id_of(handle), kind)
    if record.network_id != place.id:
        raise NotFound
    return record


def to_record(record: Record, tail: str = "") -> ResponseReturnValue:
    """Go to the record's page after a form, or to a page under it."""
    return redirect(record_path(record) + tail, 303)


def moved(record: Record) -> ResponseReturnValue | None:
    """Where an old slug leads to; ``None`` when the request already has the present address."""
    path = record_path(record)
    return None if request.path == path else redirect(path, 301)


def expected_version() -> int | None:
    """The version the form of this request was filled in on."""
    return whole(request.form.get("version"))
