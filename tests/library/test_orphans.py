"""Files that no row speaks of are removed, and no others."""

import io
from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.library import orphans
from infocus.library.models import DocumentVersion


def _put(data: bytes) -> str:
    return engines().storage.put(io.BytesIO(data), 100).key


def _sweep_what_other_tests_left() -> None:
    clock.shift(timedelta(days=3))
    orphans.sweep_orphans(even_most=True)
    clock.shift(timedelta(0))


def test_an_upload_whose_transaction_failed_is_removed_after_a_safe_age_and_nothing_else_is(shelf, work):
    _sweep_what_other_tests_left()
    document = shelf.add(shelf.note(), b"Some words.", "one.txt")
    work()
    shown = shelf.version(document).storage_key
    left = _put(b"stored, never committed")
    orphans.sweep()
    assert engines().storage.exists(left)  # it may be just about to be committed
    clock.shift(timedelta(days=3))
    orphans.sweep()
    assert not engines().storage.exists(left)
    assert engines().storage.exists(shown)


def test_a_store_that_is_mostly_unknown_is_left_alone_unless_somebody_means_it(shelf, app):
    _sweep_what_other_tests_left()
    left = [_put(b"x") for _ in range(orphans.MANY + 1)]
    clock.shift(timedelta(days=3))
    with pytest.raises(orphans.NotOurStore):
        orphans.sweep_orphans()
    orphans.sweep()
    assert all(engines().storage.exists(key) for key in left)
    runner = app.test_cli_runner()
    assert "is this the database" in runner.invoke(args=["files", "sweep"]).output.lower()
    assert f"{len(left)} files removed" in runner.invoke(args=["files", "sweep", "--even-most"]).output
    assert not any(engines().storage.exists(key) for key in left)


def test_every_column_that_holds_a_key_counts(app):
    with app.app_context():
        names = {f"{column.table.name}.{column.name}" for column in orphans.key_columns()}
        assert {
            "document_versions.storage_key", "page_images.storage_key", "page_words.storage_key", "persons.picture_key",
            "arriving_pieces.storage_key", "output_imports.storage_key",
        } <= names  # fmt: skip
        assert db.session.query(DocumentVersion).count() == 0
