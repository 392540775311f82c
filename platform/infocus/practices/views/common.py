"""What the views of practices share."""

from flask import redirect, request
from flask.typing import ResponseReturnValue

from infocus.core.errors import NotFound
from infocus.core.numbers import whole
from infocus.core.web.actor import current_actor
from infocus.library.models import Document, DocumentRole
from infocus.library.reader import documents_of
from infocus.practices.models import Practice
from infocus.records.queries import get_record
from infocus.records.urls import id_of, record_path


def the_practice(network: str, handle: str) -> Practice:
    """The practice of an address. Raises ``NotFound``, also when it belongs to another network."""
    practice = get_record(current_actor(), id_of(handle), Practice)
    if practice.network.slug != network:
        raise NotFound
    return practice


def files_of(practice: Practice) -> tuple[list[Document], list[Document]]:
    """The pictures and the other files of a practice, in order."""
    documents = documents_of(practice.id)
    images = [each for each in documents if each.role == DocumentRole.IMAGE]
    return images, [each for each in documents if each.role != DocumentRole.IMAGE]


def expected_version() -> int | None:
    """The version the form was filled in on."""
    return whole(request.form.get("version"))


def to_practice(practice: Practice, tail: str = "") -> ResponseReturnValue:
    """Go to the practice's page, or to a page under it."""
    return redirect(record_path(practice) + tail, 303)
