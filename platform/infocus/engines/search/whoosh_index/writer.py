"""Applies a batch to one build of the index: in a single commit, the cursor with it, and on disk when it returns."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh.codec.base import Segment
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.util.filelock import try_for
from whoosh.writing import SegmentWriter

from infocus.engines.search.builds import sync
from infocus.engines.search.port import Batch, IndexBusy
from infocus.engines.search.rows import CURSOR, prepare
from infocus.engines.search.whoosh_index.schema import SCHEMA, cursor_document, document
from infocus.engines.search.whoosh_index.segment import SegmentView
from infocus.engines.search.whoosh_index.wordlists import FIELDS, LEAST, write_words

_WAIT = 10.0
"""Seconds to wait for another writer."""
_MEGABYTES = 64
"""Postings gathered in memory before they are sorted to disk."""
_BLOCK = 2_048
"""Postings that are written and read at once: whole lists are read, and uncompressed ones a third faster to write."""
_TIER = 6
"""Segments of about one size before they are merged into one, and how much larger the next size is."""
_NIGHT = 2
"""The size from which on segments are merged in a quiet hour only: from 300 documents on."""
_LARGE, _MUCH = 20_000, 0.2
"""Documents of a segment that is left alone until so large a part of it is deleted."""


Merge = Callable[[SegmentWriter, list[Segment]], list[Segment]]
"""Decides which segments a commit rewrites; returns those that stay."""


class Writer:
    """The one writer of an index in this process. It keeps its segments open between batches."""

    def __init__(self) -> None:
        self._views: dict[str, SegmentView] = {}

    def apply(self, storage: FileStorage, batch: Batch, merge: Merge | None = None) -> None:
        """Replace and delete records. Raises IndexBusy when another process keeps writing."""
        with _writing(storage) as writer:
            upserts = dict(batch.upserts)
            self._delete(storage, writer, {*upserts, *batch.deletes, CURSOR})
            for entries in upserts.values():
                for number, entry in enumerate(entries):
                    writer.add_document(**document(prepare(entry, first=number == 0)))
            writer.add_document(**cursor_document(batch.cursor))
            writer.commit(mergetype=merge or merge_tiers)
            _settle(storage, writer)

    def optimise(self, storage: FileStorage) -> bool:
        """Merge what is small or holds much that was deleted; whether there was anything to merge. Raises IndexBusy."""
        return self._rewrite(storage, worn, merge_worn)

    def purge(self, storage: FileStorage) -> bool:
        """Rewrite every segment in which something was deleted; whether there was any. Raises IndexBusy."""
        return self._rewrite(storage, deleted_from, merge_deleted)

    def _rewrite(self, storage: FileStorage, choose: Callable[[list[Segment]], list[Segment]], merge: Merge) -> bool:
        with _writing(storage) as writer:
            if not choose(writer.segments):
                return False
            writer.commit(mergetype=merge)
            _settle(storage, writer)
        return True

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
        if len(tiers[tier]) >= _TIER and tier < _NIGHT:
            _take_over(writer, tiers.pop(tier))
            break
    kept = {segment.segment_id() for tier in tiers.values() for segment in tier}
    return [segment for segment in segments if segment.segment_id() in kept]


def merge_nothing(_writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """Leave all segments as they are: an index that is being built is merged when it is quiet."""
    return segments


def merge_worn(writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """Merge the worn segments into one; the others stay. Takes a minute at most."""
    chosen = worn(segments)
    _take_over(writer, chosen)
    return [segment for segment in segments if segment not in chosen]


def deleted_from(segments: list[Segment]) -> list[Segment]:
    """The segments that still hold entries which were deleted."""
    return [segment for segment in segments if segment.has_deletions()]


def merge_deleted(writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """Write the segments with deletions anew; the others stay."""
    chosen = deleted_from(segments)
    _take_over(writer, chosen)
    return [segment for segment in segments if segment not in chosen]


def worn(segments: list[Segment]) -> list[Segment]:
    """The segments worth merging, smallest first: small ones, and those of which much is deleted; a minute's work."""
    chosen: list[Segment] = []
    for segment in sorted(segments, key=lambda each: each.doc_count_all()):
        deleted = segment.deleted_count() / max(1, segment.doc_count_all())
        if (segment.doc_count_all() < _LARGE and sum(each.doc_count() for each in chosen) < _LARGE) or deleted > _MUCH:
            chosen.append(segment)
    return chosen if len(chosen) > 1 or any(segment.has_deletions() for segment in chosen) else []


def _take_over(writer: SegmentWriter, segments: list[Segment]) -> None:
    for segment in segments:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()


def _tier(documents: int) -> int:
    tier, limit = 0, 50
    while documents > limit:
        tier, limit = tier + 1, limit * _TIER
    return tier


@contextlib.contextmanager
def _writing(storage: FileStorage) -> Iterator[SegmentWriter]:
    """A writer, undone where it does not come to its commit. Raises IndexBusy when another process keeps writing.

    The lock is ours and not the writer's: a writer that fails, on a full disk even while it is made or undone, would
    keep it, and its files, until the collector finds it.
    """
    held = _Held(str(storage.folder), [])
    index = FileIndex(held, SCHEMA)
    lock = index.lock("WRITELOCK")
    if not try_for(lock.acquire, timeout=_WAIT, delay=0.05):
        raise IndexBusy("another process is writing to the search index")
    try:
        writer = index.writer(_lk=False, limitmb=_MEGABYTES, codec=W3Codec(blocklimit=_BLOCK, compression=0))
        try:
            yield writer
        finally:
            if not writer.is_closed:
                with contextlib.suppress(OSError):
                    writer.cancel()
    finally:
        held.close_files()
        lock.release()


class _Held(FileStorage):
    """The folder of a build that knows which files were opened in it to write."""

    def __init__(self, folder: str, opened: list[StructFile]) -> None:
        super().__init__(folder)
        self._opened = opened

    def create_file(self, *args: Any, **options: Any) -> StructFile:
        """A new file to write."""
        self._opened.append(super().create_file(*args, **options))
        return self._opened[-1]

    def temp_storage(self, name: str | None = None) -> "_Held":
        """A folder for what a writer gathers on its way."""
        return _Held(super().temp_storage(name).folder, self._opened)

    def close_files(self) -> None:
        """Close what a writer that failed has left open; what cannot be flushed is lost as meant."""
        for file in self._opened:
            if not file.is_closed:
                with contextlib.suppress(OSError):
                    file.close()


def _settle(storage: FileStorage, writer: SegmentWriter) -> None:
    """Have the commit on the disk itself, and list the words of a large new segment beside it."""
    folder = Path(storage.folder)
    segment = writer.newsegment
    name = segment.segment_id()
    for path in (*folder.glob(f"{name}.*"), *folder.glob("*.toc"), folder):
        sync(path)
    if segment.doc_count_all() >= LEAST:
        view = SegmentView(storage, segment)
        for field in FIELDS:
            write_words(view.path, field, view.terms(field, ""))
