"""Applies a batch to one build of the index: in a single commit, the cursor with it, and on disk when it returns."""

from collections.abc import Iterable
from pathlib import Path

from whoosh.codec.base import Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex, LockError
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from infocus.engines.search.port import Batch, IndexBusy
from infocus.engines.search.whoosh_index.folder import sync
from infocus.engines.search.whoosh_index.schema import CURSOR, SCHEMA, cursor_document, document
from infocus.engines.search.whoosh_index.segment import SegmentView

_WAIT = 10.0
"""Seconds to wait for another writer."""
_MEGABYTES = 64
"""Postings gathered in memory before they are sorted to disk."""
_TIER = 6
"""Segments of about one size before they are merged into one, and how much larger the next size is."""


class Writer:
    """The one writer of an index in this process. It keeps its segments open between batches."""

    def __init__(self) -> None:
        self._views: dict[str, SegmentView] = {}

    def apply(self, storage: FileStorage, batch: Batch) -> None:
        """Replace and delete records. Raises IndexBusy when another process keeps writing."""
        try:
            writer = FileIndex(storage, SCHEMA).writer(timeout=_WAIT, delay=0.05, limitmb=_MEGABYTES)
        except LockError as error:
            raise IndexBusy("another process is writing to the search index") from error
        try:
            upserts = dict(batch.upserts)
            self._delete(storage, writer, {*upserts, *batch.deletes, CURSOR})
            for entries in upserts.values():
                for number, entry in enumerate(entries):
                    writer.add_document(**document(entry, first=number == 0))
            writer.add_document(**cursor_document(batch.cursor))
            writer.commit(mergetype=merge_tiers)
        except BaseException:
            _cancel(writer)
            raise
        _sync_commit(Path(storage.folder), writer)

    def _delete(self, storage: FileStorage, writer: SegmentWriter, records: Iterable[str]) -> None:
        views = {segment.segment_id(): segment for segment in writer.segments}
        self._views = {name: self._views.get(name) or SegmentView(storage, segment) for name, segment in views.items()}
        base = 0
        for segment, view in zip(writer.segments, self._views.values(), strict=True):
            for record in records:
                for number in view.postings("record", record).ids:
                    writer.delete_document(base + int(number))
            base += segment.doc_count_all()


def merge_tiers(writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """Merge the segments of a size when there are many; drop those with nothing left. Returns those that stay.

    Each document is rewritten once for each of the few sizes, so adding stays cheap while segments stay few.
    """
    tiers: dict[int, list[Segment]] = {}
    for segment in segments:
        if segment.doc_count():
            tiers.setdefault(_tier(segment.doc_count()), []).append(segment)
    for tier in sorted(tiers):
        if len(tiers[tier]) >= _TIER:
            for segment in tiers.pop(tier):
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
            break
    kept = {segment.segment_id() for tier in tiers.values() for segment in tier}
    return [segment for segment in segments if segment.segment_id() in kept]


def _tier(documents: int) -> int:
    tier, limit = 0, 50
    while documents > limit:
        tier, limit = tier + 1, limit * _TIER
    return tier


def _cancel(writer: SegmentWriter) -> None:
    if not writer.is_closed:
        writer.cancel()


def _sync_commit(folder: Path, writer: SegmentWriter) -> None:
    name = writer.newsegment.segment_id()
    for path in (*folder.glob(f"{name}.*"), *folder.glob("*.toc"), folder):
        sync(path)
