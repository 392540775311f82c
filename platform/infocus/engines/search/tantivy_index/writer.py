"""Applies a batch to one build of the index: in a single commit, the cursor with it, and on disk when it returns."""

import errno
import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

import tantivy

from infocus.engines.search.port import Batch, IndexBusy, SearchUnavailable
from infocus.engines.search.rows import CURSOR, prepare
from infocus.engines.search.tantivy_index.schema import SCHEMA, cursor_document, document, prepare_index

_WAIT = 10.0
_PAUSE = 0.05
"""Seconds to wait for another writer, and between tries."""
_ROOM = 1_000_000
"""A disk with fewer bytes free is full."""
_HEAP = 48_000_000
"""Bytes that new documents may take before they are written to disk."""


def create(folder: Path) -> None:
    """Make an empty index in an empty folder."""
    try:
        tantivy.Index(SCHEMA, path=str(folder), reuse=False)
    except ValueError as error:
        _raise_of_system(error, folder)
        raise


class Writer:
    """The one writer of an index in this process; tantivy's own lock keeps others out for as long as a batch takes."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._index: tantivy.Index | None = None

    def apply(self, folder: Path, batch: Batch) -> None:
        """Replace and delete records. Raises IndexBusy when another process keeps writing."""
        writer = self._open(folder)
        try:
            for record in {*dict(batch.upserts), *batch.deletes, CURSOR}:
                writer.delete_documents_by_term("record", record)
            for entries in dict(batch.upserts).values():
                for number, entry in enumerate(entries):
                    writer.add_document(document(prepare(entry, first=number == 0)))
            writer.add_document(cursor_document(batch.cursor))
            writer.commit()
        except BaseException as error:
            with suppress(ValueError):
                writer.rollback()
            if isinstance(error, ValueError):
                _raise_of_system(error, folder)
            raise
        finally:
            writer.wait_merging_threads()

    def close(self) -> None:
        """Let go of the index."""
        self._folder = self._index = None

    def _open(self, folder: Path) -> tantivy.IndexWriter:
        if self._index is not None and self._folder == folder:
            return self._writer_of(self._index, folder)
        index = prepare_index(tantivy.Index.open(str(folder)))
        writer = self._writer_of(index, folder)
        writer.garbage_collect_files()  # a killed writer leaves files by names that the next commit would take
        self._index, self._folder = index, folder
        return writer

    @staticmethod
    def _writer_of(index: tantivy.Index, folder: Path) -> tantivy.IndexWriter:
        deadline = time.monotonic() + _WAIT
        while True:
            try:
                return index.writer(_HEAP, 1)
            except ValueError as error:
                _raise_of_system(error, folder)
                if "lock" not in str(error).lower():
                    raise SearchUnavailable(f"the search index is damaged: {error}") from error
                if time.monotonic() > deadline:
                    raise IndexBusy("another process is writing to the search index") from error
                time.sleep(_PAUSE)


def _raise_of_system(error: ValueError, folder: Path) -> None:
    """Raise OSError when the system refused (no room, no right): tantivy only has words for it, or none at all."""
    found = re.search(r"Os \{ code: (\d+)|\(os error (\d+)\)", str(error))
    if found:
        code = int(found[1] or found[2])
    elif "writer was killed" in str(error):
        code = errno.ENOSPC if shutil.disk_usage(folder).free < _ROOM else errno.EIO
    else:
        return
    raise OSError(code, os.strerror(code)) from error
