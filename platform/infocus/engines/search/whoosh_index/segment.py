"""One segment of the index, which never changes: its terms, numbers and rows, read once and kept."""

from collections.abc import Iterator
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import Segment
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage

from infocus.engines.search.rows import Row
from infocus.engines.search.whoosh_index.mapping import MappedFiles
from infocus.engines.search.whoosh_index.postings import Ids, Postings, Terms
from infocus.engines.search.whoosh_index.schema import SCHEMA, TOKENS
from infocus.engines.search.whoosh_index.wordlists import LEAST, Words, open_words

_KEPT = 2_000_000
"""Postings a segment keeps in memory before it forgets them all (some 24 MB)."""

_NUMBERS = {"key": ">i8", "updated": ">i8", "standing": ">u1", "adopted": ">i8"}


class Column(NamedTuple):
    """A facet's values in a segment: document and value number of each pair."""

    ids: Ids
    codes: Ids
    values: tuple[str, ...]


class SegmentView:
    """Reads a segment. Threads may share it: reads copy, and what is kept is only ever replaced whole."""

    def __init__(self, storage: FileStorage, segment: Segment) -> None:
        self.size: int = segment.doc_count_all()
        self._codec: W3Codec = segment.codec()
        self._segment = segment
        self.path: Path = Path(storage.folder) / segment.make_filename(segment.COMPOUND_EXT)
        self._bytes = self.path.stat().st_size
        self._files = MappedFiles.open(self.path)
        name = segment.make_filename(W3Codec.TERMS_EXT)
        self._terms = Terms(
            self._codec,
            self._files.open_file(name),
            self._files.file_length(name),
            segment.open_file(self._files, W3Codec.POSTS_EXT),
        )
        self._documents = self._codec.per_document_reader(self._files, segment)
        self._postings: dict[tuple[str, str], Postings] = {}
        self._kept = 0
        self._columns: dict[str, Column] = {}
        self._words: dict[str, Words] = {}
        self.numbers = {name: self._column_of(name, kind) for name, kind in _NUMBERS.items()}
        """A number for each document, by name: record key, microseconds since 1970, standing, order of adoptions."""

    @classmethod
    def checked(cls, storage: FileStorage, segment: Segment) -> Self:
        """Open a segment and read what every query needs, so that damage shows at once."""
        view = cls(storage, segment)
        view.column("audience")
        view.column("tongue")
        for field in TOKENS:
            view.sizes(field)
        view.stored(view.size - 1)
        return view

    def is_whole(self) -> bool:
        """Whether the file on disk is still there and as long as when it was opened."""
        try:
            return bool(self.path.stat().st_size == self._bytes)
        except FileNotFoundError:
            return False

    def postings(self, field: str, term: str) -> Postings:
        """The documents of a term."""
        found = self._postings.get((field, term))
        if found is None:
            found = self._terms.postings(field, term, SCHEMA[field].format)
            if self._kept > _KEPT:
                self._postings, self._kept = {}, 0
            self._postings[field, term] = found
            self._kept += len(found.ids) + 4
        return found

    def has(self, field: str, term: str) -> bool:
        """Whether the dictionary has a term."""
        return (field, term.encode()) in self._terms

    def positions(self, field: str, term: str) -> tuple[bytes, ...]:
        """Encoded positions of a term, in the order of its postings."""
        return self._terms.positions(field, term)

    def terms(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        """Terms of a field from a prefix on, in byte order, each with the number of its documents."""
        wanted = prefix.encode()
        for (name, term), info in self._terms.items_from(field, wanted):
            if name != field or not term.startswith(wanted):
                return
            yield term.decode(), info.doc_frequency()

    def frequent(self, field: str, prefix: str, most: int) -> dict[str, int]:
        """The terms with a prefix that most documents have: by the segment's word list where it has one."""
        listed = self._words.get(field) or (open_words(self.path, field) if self.size >= LEAST else None)
        if listed is not None:
            self._words[field] = listed
            return listed.frequent(prefix, most)
        return dict(nlargest(most, self.terms(field, prefix), key=lambda item: item[1]))

    def column(self, field: str) -> Column:
        """All values of a term field as (document, value) pairs."""
        found = self._columns.get(field)
        if found is None:
            values = tuple(term for term, _ in self.terms(field, "")) if self.size else ()
            ids = [self.postings(field, value).ids for value in values]
            codes = [np.full(len(documents), code, np.int64) for code, documents in enumerate(ids)]
            empty = np.empty(0, np.int64)
            found = Column(np.concatenate([empty, *ids]), np.concatenate([empty, *codes]), values)
            self._columns[field] = found
        return found

    def sizes(self, field: str) -> NDArray[np.int64]:
        """How many tokens a field has in each document."""
        return self._column_of(f"{field}_size", ">u2")

    def stored(self, document: int) -> Row | int:
        """The row of a document, or the cursor."""
        value = self._documents.stored_fields(document)["row"]
        return value if isinstance(value, int) else Row(*value)

    def _column_of(self, field: str, kind: str) -> NDArray[np.int64]:
        """A column of numbers; Whoosh leaves out zeros at the end."""
        numbers: NDArray[np.int64] = np.zeros(self.size, np.int64)
        name = W3Codec.column_filename(self._segment, field)
        if self._files.file_exists(name):
            length = self._files.file_length(name)
            values = np.frombuffer(self._files.open_file(name).get(0, length), np.dtype(kind))
            numbers[: len(values)] = values
        return numbers
