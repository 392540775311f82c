"""Documents: the files of a record, their versions, the text of their pages. Rights to all of it are the record's."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.records.models import Record


class DocumentRole(StrEnum):
    """What a document is to its record. An image is shown in the page and needs words beside it (``alt``).

    A source is what the record was made from: it is its makers' (``Record.source_keys``), and stands in no list.
    """

    OUTPUT = "output"
    PLAN = "plan"
    IMAGE = "image"
    ATTACHMENT = "attachment"
    SOURCE = "source"


class ReadingState(StrEnum):
    """How far the text of a version is: waiting, page by page, done, or failed with a reason."""

    PENDING = "pending"
    READING = "reading"
    READY = "ready"
    FAILED = "failed"


class Document(Model):
    """A file of a record through all its versions. ``title`` may be empty where the record's own title says it."""

    __tablename__ = "documents"
    __table_args__ = (Index("ix_documents_record", "record_id", "role", "position"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(12))
    title: Mapped[str] = mapped_column(String(200), default="")
    alt: Mapped[str] = mapped_column(String(300), default="")
    position: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(String(8), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    removed_at: Mapped[datetime | None]

    record: Mapped[Record] = relationship()
    versions: Mapped[list["DocumentVersion"]] = relationship(
        back_populates="document", order_by="DocumentVersion.number", lazy="selectin", passive_deletes=True
    )

    @property
    def latest(self) -> "DocumentVersion":
        """The newest version, read or not."""
        return self.versions[-1]

    @property
    def shown(self) -> "DocumentVersion":
        """The version a reader is given: the newest that is read, else the newest."""
        return next((each for each in reversed(self.versions) if each.state == ReadingState.READY), self.latest)

    def version(self, number: int | None) -> "DocumentVersion | None":
        """The version of that number; without one, the version a reader is given."""
        if number is None:
            return self.shown
        return next((each for each in self.versions if each.number == number), None)


class DocumentVersion(Model):
    """One uploaded file. ``sha256`` is of the bytes as uploaded; an image is kept re-encoded, without camera data.

    ``pages`` is how many the file has (0: not known yet), ``pages_read`` how many of them are stored so far,
    ``truncated`` that a limit ended the reading, ``reason`` why it failed (``engines.extraction.port.Reason``),
    ``recognised`` how many pages got their text by OCR since: the text of a version that is read changes by that only;
    ``previewed`` that the picture an office file carries is kept as its thumbnail.
    """

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("document_id", "number"), Index("ix_document_versions_state", "state"))

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    number: Mapped[int]
    storage_key: Mapped[str] = mapped_column(String(80))
    file_name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8), default="")
    state: Mapped[str] = mapped_column(String(8), default=ReadingState.PENDING)
    reason: Mapped[str] = mapped_column(String(20), default="")
    pages: Mapped[int] = mapped_column(default=0)
    pages_read: Mapped[int] = mapped_column(default=0)
    truncated: Mapped[bool] = mapped_column(default=False)
    recognised: Mapped[int] = mapped_column(default=0)
    previewed: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(300), default="")
    uploaded_by: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    document: Mapped[Document] = relationship(back_populates="versions")
    uploader: Mapped[Person | None] = relationship()


class DocumentPage(Model):
    """The text of one page, slide or section; ``label`` is the file's own name of it ("iv"), ``language`` detected.

    ``scanned``: it has no text. ``ocr``: empty, ``read`` where its text was read by OCR, or why that gave none
    (``engines.extraction.ocr.tesseract.NoText``).
    """

    __tablename__ = "document_pages"

    version_id: Mapped[str] = mapped_column(ForeignKey("document_versions.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    label: Mapped[str] = mapped_column(String(40), default="")
    heading: Mapped[str] = mapped_column(String(300), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    scanned: Mapped[bool] = mapped_column(default=False)
    ocr: Mapped[str] = mapped_column(String(16), default="")
    language: Mapped[str] = mapped_column(String(8), default="")


class PageImage(Model):
    """A picture of a page at one width, made when it was first asked for and kept in the store."""

    __tablename__ = "page_images"

    version_id: Mapped[str] = mapped_column(ForeignKey("document_versions.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    width: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    storage_key: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]


class PageWords(Model):
    """Where the words of a page are, found when it was first asked for and kept in the store (``library.boxes``)."""

    __tablename__ = "page_words"

    version_id: Mapped[str] = mapped_column(ForeignKey("document_versions.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    storage_key: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
