"""A meeting with many outputs and a record with a long discussion, into the tables of a filled installation."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert, select

from infocus.app import create_app
from infocus.core import clock
from infocus.core.changes import changed
from infocus.core.db import Base, db, unit_of_work
from infocus.core.ids import new_id
from infocus.meetings.models import KIND_WORDS, Meeting, MeetingSession, Output
from infocus.networks.models import MembershipRow, Network, Partner
from infocus.practices.models import Practice
from infocus.records.models import Record
from infocus.records.services import save
from infocus.records.urls import record_path
from infocus.settings import load
from tests.bench.seed import SEED, WORDS, Rows

SESSIONS, DAYS = 20, 3
LANGUAGES = ("en", "pt", "de", "fr")
ANSWERS = 4
"""Answers of each shorter thread; the longest thread has half of all comments."""


@dataclass(frozen=True)
class Crowd:
    """Addresses: the meeting, the record that is talked about, and one comment in the middle of its longest thread."""

    meeting: str
    session: str
    talk: str
    comment: str
    middle: str


def gather(instance: Path, *, outputs: int, comments: int) -> Crowd:
    """Add a meeting with so many outputs in 20 sessions, and so many comments on one practice."""
    app = create_app(load({"INFOCUS_INSTANCE": str(instance)}))
    with app.app_context():
        rng = random.Random(SEED)
        with unit_of_work():
            meeting = _meeting(rng)
            path, sessions = record_path(meeting), [each.id for each in meeting.sessions]
            _outputs(rng, meeting, sessions, outputs)
        with unit_of_work():
            practice = db.session.scalars(select(Practice).order_by(Record.id).limit(1)).unique().one()
            talk, said = record_path(practice), _discussion(rng, practice, comments)
        return Crowd(path, sessions[7], talk, said[comments // 4], said[comments * 3 // 4])


def _text(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize()


def _meeting(rng: random.Random) -> Meeting:
    network = db.session.scalars(select(Network)).one()
    host = db.session.scalars(select(Partner).order_by(Partner.id).limit(1)).one()
    author = db.session.scalars(select(MembershipRow.person_id).order_by(MembershipRow.id).limit(1)).one()
    meeting = Meeting(
        network=network,
        network_id=network.id,
        partner=host,
        partner_id=host.id,
        author_id=author,
        title="A long meeting",
        summary=_text(rng, 30),
        starts="2026-10-12",
        ends="2026-10-14",
        state="held",
        minutes="\n\n".join(_text(rng, 60) for _ in range(12)),
    )
    for number in range(SESSIONS):
        begins = 9 + number // DAYS
        meeting.sessions.append(
            MeetingSession(
                day=number % DAYS + 1,
                starts=f"{begins:02}:00",
                ends=f"{begins:02}:45",
                title=_text(rng, 6),
                kind="workshop",
                speakers=f"Speaker {number}",
                place="A hall",
            )
        )
    save(meeting)
    db.session.flush()
    return meeting


def _outputs(rng: random.Random, meeting: Meeting, sessions: list[str], count: int) -> None:
    partners = list(db.session.scalars(select(Partner.id).order_by(Partner.id)))
    rows: Rows = {name: [] for name in ("records", "outputs", "record_audience", "documents", "document_versions")}
    for number in range(count):
        own_id, partner = new_id(), rng.choice(partners)
        _output_rows(rng, rows, meeting, own_id, partner)
        session = rng.choice(sessions) if number % 10 else None
        kind = rng.choice(list(KIND_WORDS))
        rows["outputs"].append(
            {"id": own_id, "meeting_id": meeting.id, "session_id": session, "kind": kind, "illustrative": True}
        )
    for name, lines in rows.items():
        db.session.execute(insert(Base.metadata.tables[name]), lines)
    for row in rows["records"]:
        changed("output", str(row["id"]))


def _output_rows(rng: random.Random, rows: Rows, meeting: Meeting, own_id: str, partner: str) -> None:
    common = {"network_id": meeting.network_id, "partner_id": partner, "author_id": meeting.author_id}
    record = {"id": own_id, "type": Output.__mapper_args__["polymorphic_identity"], "title": _text(rng, 8), **common}
    record |= {"language": rng.choice(LANGUAGES), "state": "current", "summary": _text(rng, 20)}
    rows["records"].append(record)
    keys = (f"network:{meeting.network_id}", f"author:{meeting.network_id}:{meeting.author_id}", f"guest:{meeting.id}")
    rows["record_audience"] += [{"record_id": own_id, "key": key} for key in keys]
    document = new_id()
    rows["documents"].append({"id": document, "record_id": own_id, "role": "output"})
    version = {"document_id": document, "number": 1, "storage_key": "none", "file_name": "paper.pdf", "size": 1}
    version |= {"media_type": "application/pdf", "sha256": "0" * 64, "state": "ready", "pages": 12, "pages_read": 12}
    rows["document_versions"].append(version)


def _discussion(rng: random.Random, practice: Practice, count: int) -> list[str]:
    """The ids of the comments: half of them one thread, the rest threads of five; some settled, some naming people."""
    people = list(db.session.scalars(select(MembershipRow.person_id).order_by(MembershipRow.id).limit(20)))
    begun = clock.now() - timedelta(days=90)
    ids = [new_id(int((begun + timedelta(minutes=number)).timestamp() * 1000)) for number in range(count)]
    lines: list[dict[str, object]] = []
    named: list[dict[str, object]] = []
    for number, (own, thread) in enumerate(zip(ids, _threads(ids), strict=True)):
        at, author = begun + timedelta(minutes=number), rng.choice(people)
        settled = at if own == thread and number % 3 == 0 else None
        text = f"{_text(rng, 30)}, **{_text(rng, 3)}**."
        if number % 5 == 0:
            text = f"@Person 3 {text}"
            named.append({"comment_id": own, "person_id": people[3], "name": "Person 3"})
        lines.append(
            {
                "id": own,
                "record_id": practice.id,
                "thread_id": thread,
                "reply_to": None if own == thread else thread,
                "author_id": author,
                "partner_id": practice.partner_id,
                "text": text,
                "created_at": at,
                "resolved_at": settled,
                "resolved_by_id": author if settled else None,
            }
        )
    db.session.execute(insert(Base.metadata.tables["comments"]), lines)
    db.session.execute(insert(Base.metadata.tables["comment_mentions"]), named)
    return ids


def _threads(ids: list[str]) -> Iterator[str]:
    """The thread of each comment."""
    long = len(ids) // 2
    for number in range(len(ids)):
        yield ids[0] if number < long else ids[number - (number - long) % (ANSWERS + 1)]
