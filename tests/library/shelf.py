"""A network with records that have files: a kind of record of the tests' own, so that no feature is needed."""

from dataclasses import dataclass, field
from io import BytesIO

from infocus.accounts.models import Person
from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.engines.search.port import Entry
from infocus.library.documents import record_entries
from infocus.library.models import Document, DocumentRole, DocumentVersion
from infocus.library.services import add_document, add_version
from infocus.library.uploads import Upload, store_upload
from infocus.networks.models import Network, Partner
from infocus.records.entries import indexes
from infocus.records.models import Record, Visibility
from infocus.records.services import save
from tests.support.world import World

LIMIT = 5_000_000


_IDENTITY = {"polymorphic_identity": "note"}


class Note(Record):
    """A record without fields of its own."""

    KIND = "notes"
    __mapper_args__ = _IDENTITY


@indexes("note")
def note_entries(record_id: str) -> list[Entry] | None:
    record = db.session.get(Note, record_id)
    if record is None or record.removed_at:
        return None
    return record_entries(record, record.summary, {"themes": ("workspace-provision",), "year": 2017})


def kept(data: bytes, name: str) -> Upload:
    """A file taken in, as a view would."""
    return store_upload(BytesIO(data), name, LIMIT)


@dataclass
class Shelf:
    """Makes records with files; ids are handed out, since every look at the database is a new one."""

    world: World
    network: Network
    partner: Partner
    author: Person
    people: dict[str, Person] = field(default_factory=dict)

    def note(self, title: str = "Spaces", visibility: Visibility = Visibility.NETWORK, summary: str = "") -> str:
        """The id of a new record."""
        with unit_of_work():
            note = Note(
                title=title,
                summary=summary,
                state="published",
                visibility=visibility,
                network_id=self.network.id,
                partner_id=self.partner.id,
                author_id=self.author.id,
            )
            save(note)
            return note.id

    def add(self, note_id: str, data: bytes, name: str, role: DocumentRole = DocumentRole.OUTPUT, **more: str) -> str:
        """The id of a new document of the record."""
        upload = kept(data, name)
        with unit_of_work():
            record = db.session.get_one(Note, note_id)
            return add_document(record, role, upload, by=self.author.id, **more).id

    def add_newer(self, document_id: str, data: bytes, name: str) -> int:
        """The number of a new version."""
        upload = kept(data, name)
        with unit_of_work():
            return add_version(db.session.get_one(Document, document_id), upload, by=self.author.id).number

    def show_to(self, note_id: str, visibility: Visibility) -> None:
        """Change who may read a record."""
        with unit_of_work():
            note = db.session.get_one(Note, note_id)
            note.visibility = visibility
            save(note)

    def document(self, document_id: str) -> Document:
        """The document as stored now."""
        db.session.rollback()
        db.session.expire_all()
        return db.session.get_one(Document, document_id)

    def version(self, document_id: str) -> DocumentVersion:
        """Its newest version as stored now."""
        return self.document(document_id).latest

    def actor(self, who: str) -> Actor:
        """One of the people, with the rights of this moment."""
        return self.world.actor(self.people[who])
