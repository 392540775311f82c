"""Deleting a transcript: every word is gone from the store, the index, files and mails; what stays is said."""

from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from infocus.core import changes, outbox
from infocus.core.db import Base, db, unit_of_work
from infocus.core.ids import new_id
from infocus.engines.bound import engines
from infocus.engines.search.tantivy_index.index import TantivyIndex
from infocus.engines.search.whoosh_index.index import WhooshIndex
from infocus.library.batches import Walk
from infocus.library.models import Document, DocumentRole, DocumentVersion
from infocus.library.purging import Purging
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.notifications.models import Notification
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.keeping.jobs import erase_transcript
from infocus.reviews.keeping.models import TranscriptKeeping
from infocus.reviews.keeping.services import erasing, holding
from infocus.reviews.models import LogEntry, RoomVisit
from infocus.reviews.notes.models import Cluster, Note, Vote
from infocus.reviews.report import queries as papers
from infocus.reviews.report.material import gather
from infocus.reviews.report.models import SummaryVersion
from infocus.reviews.report.services import summing
from infocus.reviews.room import queries as room
from infocus.reviews.room.models import RoomFiles
from infocus.reviews.vocabulary import Seating
from tests.reviews.report.papers import MARKER, Held

FACILITATOR, FRIEND = Seating.FACILITATOR, Seating.FRIEND


def begin(held: Held) -> None:
    with unit_of_work():
        holding.delete_now(held.table.actor(FACILITATOR), held.found(FACILITATOR))


def dump() -> str:
    """Every value of every table, and the counts of what was deleted apart."""
    db.session.rollback()
    names = sorted(Base.metadata.tables)
    return "\n".join(str([tuple(row) for row in db.session.execute(sql(f'SELECT * FROM "{name}"'))]) for name in names)


def file_of_the_room(held: Held) -> str:
    """A file that was sent with a line, and the key of what is stored of it."""
    stored = engines().storage.put(BytesIO(f"{MARKER} on the wall".encode()), 1_000)
    review = held.review
    with unit_of_work():
        holder = RoomFiles(
            id=new_id(),
            review_id=review.id,
            network_id=review.network_id,
            title="Files",
            visibility="panel",
            state="shown",
        )
        db.session.add(holder)
        db.session.flush()
        document = Document(record_id=holder.id, role=DocumentRole.ATTACHMENT, title=f"Wall {MARKER}")
        document.versions.append(
            DocumentVersion(
                number=1,
                storage_key=stored.key,
                file_name=f"{MARKER}.txt",
                media_type="text/plain",
                size=stored.size,
                sha256=stored.sha256,
                state="ready",
            )
        )
        db.session.add(document)
        db.session.flush()
        line = db.session.get_one(LogEntry, (held.table.review_id, held.seq["message"]))
        line.data = {**line.data, "file": {"id": document.id, "name": f"{MARKER}.txt"}}
    return stored.key


def traces(held: Held) -> None:
    """What else repeats words of the room: a notification, a mail that never went out, drafts of the summary."""
    person, where = held.table.people[FRIEND].id, f"{held.path}/room#e{held.seq['message']}"
    with unit_of_work():
        told = Notification(person_id=person, kind="mention", record_id=held.table.review_id, path=where, quote=MARKER)
        visit = RoomVisit(review_id=held.table.review_id, person_id=person, read_seq=5)
        failed = outbox.OutboxRow(kind="mail.send", payload={"text": f"{where} {MARKER}"}, state="failed")
        other = outbox.OutboxRow(kind="mail.send", payload={"text": f"{held.path}#kept"}, state="failed")
        db.session.add_all([told, visit, failed, other])
    for words in (f"First words, {MARKER}.", "What counts."):
        with unit_of_work():
            actor = held.table.actor(Seating.RAPPORTEUR)
            summing.save_summary(actor, held.found(Seating.RAPPORTEUR), words, keep=True)


def files_with(folder: Path, word: str) -> list[str]:
    """The files under a folder that hold the word, in any case."""
    found = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".eml"]  # sent: in a mailbox now
    return [path.name for path in found if word.lower().encode() in path.read_bytes().lower()]


def test_no_word_and_no_speaker_is_left_anywhere(held: Held, work) -> None:
    key = file_of_the_room(held)
    traces(held)
    work()
    assert dump().count(MARKER) > 10
    assert files_with(Path(held.table.world.app.instance_path), MARKER)
    begin(held)
    work()
    assert MARKER not in dump()
    assert not engines().storage.exists(key)
    assert db.session.query(Document).count() == 0
    names = {held.table.people[who].id for who in held.table.people}
    for row in held.table.log():
        assert row.person_id is None
        assert row.partner_id is None
        assert row.key == ""
        assert not any(name in str(row.data) for name in names), row.data
    assert db.session.query(Vote).count() == db.session.query(RoomVisit).count() == 0
    assert [row.title for row in db.session.query(Cluster)] == [""]
    assert [(row.person_id, row.text, row.kind) for row in db.session.query(Note)] == [(None, "", "suggestion")] * 2
    assert [row.text for row in db.session.query(SummaryVersion)] == ["What counts."]
    assert [row.payload["text"][-5:] for row in db.session.query(outbox.OutboxRow).filter_by(kind="mail.send")] == [
        "#kept"
    ]


def test_the_file_of_the_database_and_the_folder_of_the_instance_hold_no_word(held: Held, work) -> None:
    file_of_the_room(held)
    traces(held)
    work()
    folder = Path(held.table.world.app.instance_path)
    before = files_with(folder, MARKER)
    if db.engine.dialect.name == "sqlite":  # PostgreSQL keeps its files elsewhere
        assert any(name.endswith((".sqlite", ".sqlite-wal", ".db", ".db-wal")) for name in before), before
    begin(held)
    work()
    assert files_with(folder, MARKER) == []


def test_what_stays_is_there(held: Held, work) -> None:
    before = [(row.seq, row.kind, row.at) for row in held.table.log()]
    begin(held)
    work()
    assert [(row.seq, row.kind, row.at) for row in held.table.log()] == before
    found = gather(room.transcript(held.table.actor(FRIEND), held.table.review_id))
    assert [(s.phase, s.minutes) for s in found.stretches if s.phase != "opening"] == [
        ("clarify", 10), ("round", 10), ("takeaways", 10)
    ]  # fmt: skip
    assert found.deleted
    assert [cluster.dots for cluster in found.clusters if cluster.notes] == []
    (advice,) = papers.advice_of(held.table.review_id)
    assert (advice.text, advice.of) == ("Begin with one floor.", "Porto")
    row = db.session.get_one(TranscriptKeeping, held.table.review_id)
    assert (row.counts["notes"], row.counts["message"], row.counts["vote"]) == (3, 3, 1)
    assert row.deleted_at is not None


def test_readers_of_the_room_see_deleted_entries_without_a_gap(held: Held, work) -> None:
    begin(held)
    work()
    items = room.sync(held.table.actor(FRIEND), held.table.review_id, 0).items
    assert [item["seq"] for item in items] == list(range(1, len(items) + 1))
    message = next(item for item in items if item["seq"] == held.seq["message"])
    assert (message["deleted"], message["text"], message["author"], message["partner"]) == (True, "", None, None)
    advice = next(item for item in items if item["kind"] == "recommendation")
    assert (advice["text"], advice["author"], advice.get("deleted")) == ("Begin with one floor.", None, None)
    phase = next(item for item in items if item["kind"] == "phase")
    assert (phase["move"], phase.get("deleted")) == ("to", None)


def test_it_is_gone_from_the_search_at_once(held: Held, work) -> None:
    work()
    reader = held.table.actor(FRIEND)
    assert search(reader, SearchForm(text="desks")).items
    begin(held)
    assert not search(reader, SearchForm(text="desks")).items  # before any worker has moved
    work()
    assert not search(reader, SearchForm(text="desks")).items
    assert [item.hit.record for item in search(reader, SearchForm(text="Bielsko-Biala's plan")).items]


@pytest.mark.parametrize("cut", range(1, 9))
def test_cut_off_anywhere_it_goes_on(held: Held, work, monkeypatch, cut: int) -> None:
    monkeypatch.setattr(erasing, "BATCH", 4)
    file_of_the_room(held)
    traces(held)
    begin(held)
    done, commits = [], erasing.STEPS

    def breaking(step):
        def run(review_id: str) -> bool:
            more = step(review_id)
            done.append(step)
            if len(done) == cut:
                raise KeyboardInterrupt  # as a killed worker: the batch is not committed
            return more

        return run

    monkeypatch.setattr("infocus.reviews.keeping.jobs.STEPS", tuple(breaking(step) for step in commits))
    db.session.rollback()
    with pytest.raises(KeyboardInterrupt):
        erase_transcript({"review": held.table.review_id})
    monkeypatch.setattr("infocus.reviews.keeping.jobs.STEPS", commits)
    db.session.rollback()
    erase_transcript({"review": held.table.review_id})
    erase_transcript({"review": held.table.review_id})  # once more changes nothing
    assert MARKER not in dump()
    assert db.session.get_one(TranscriptKeeping, held.table.review_id).deleted_at is not None


def test_a_recommendation_keeps_whose_advice_it_was(held: Held, work) -> None:
    begin(held)
    work()
    (row,) = db.session.query(Recommendation)
    assert (row.person_id, row.source) == (held.table.people[FRIEND].id, held.seq["note"])


@pytest.mark.parametrize("adapter", [WhooshIndex, TantivyIndex])
def test_the_files_of_an_index_forget_too(held: Held, work, tmp_path, adapter) -> None:
    index = adapter(tmp_path / "index")
    index.rebuild(Walk().to_this_moment())
    begin(held)
    work()
    index.rebuild(Walk().to_this_moment())
    assert changes.last_erased()
    purging = Purging()
    (tmp_path / "host").mkdir()
    assert purging.is_due(tmp_path / "host", changes.last_seq())
    purging.run(index, tmp_path / "host")
    assert not purging.is_due(tmp_path / "host", changes.last_seq())
    assert files_with(tmp_path / "index", MARKER) == []
    index.close()
