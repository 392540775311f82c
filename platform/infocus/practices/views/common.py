"""What the views of practices share."""

from infocus.library.models import Document, DocumentRole
from infocus.library.reader import documents_of
from infocus.practices.models import Practice
from infocus.records.addresses import record_at


def the_practice(network: str, handle: str) -> Practice:
    """The practice of an address. Raises ``NotFound``, also when it belongs to another network."""
    return record_at(network, handle, Practice)


def files_of(practice: Practice) -> tuple[list[Document], list[Document]]:
    """The pictures and the other files of a practice, in order."""
    documents = documents_of(practice.id)
    images = [each for each in documents if each.role == DocumentRole.IMAGE]
    return images, [each for each in documents if each.role != DocumentRole.IMAGE]
