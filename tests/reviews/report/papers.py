"""A review that was held, entry by entry, as the room's services write its log."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.records.urls import record_path
from infocus.reviews import queries
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.models import LogEntry, Review, Room
from infocus.reviews.notes.models import Cluster, Note, Vote
from infocus.reviews.room.services import phases, talk
from infocus.reviews.vocabulary import Kind, NoteState, Seating, Signed
from tests.reviews.tables import Table, new_key

MARKER = "Quicksilver"
"""Stands in every kind of words of the room, and in nothing that stays."""


@dataclass
class Held:
    """The table and where things stand in its log."""

    table: Table
    seq: dict[str, int] = field(default_factory=dict)

    @property
    def review(self) -> Review:
        return self.table.review

    @property
    def path(self) -> str:
        return record_path(self.review)

    def client(self, who: str):
        return self.table.world.client(self.table.people[who])

    def post(self, who: str, tail: str, **form: Any):
        return self.client(who).post(self.path + tail, data=form)

    def page(self, who: str, tail: str = "") -> str:
        answer = self.client(who).get(self.path + tail)
        assert answer.status_code == 200, (who, tail, answer.status_code)
        return answer.text

    def status(self, who: str, tail: str = "") -> int:
        return self.client(who).get(self.path + tail).status_code

    def found(self, who: str) -> Review:
        return queries.get_review(self.table.actor(who), self.table.review_id)


def hold(table: Table) -> Held:
    """From the opening to the end, in 30 minutes."""
    held = Held(table.start())
    table.move(to="clarify")
    held.seq["message"] = _say(table, Seating.FRIEND, f"Who pays for the desks? {MARKER}")
    held.seq["regretted"] = _say(table, Seating.FRIEND, f"Nobody does, {MARKER} says.")
    with unit_of_work():
        talk.remove(table.actor(Seating.FRIEND), table.review_id, new_key(), held.seq["regretted"])
    clock.shift(timedelta(minutes=10))
    table.move(to="round")
    with unit_of_work():
        note_taker, friend = table.actor(Seating.NOTE_TAKER), table.people[Seating.FRIEND].id
        words = f"We lost a year with the same plan. {MARKER}"
        held.seq["spoken"] = talk.spoken(note_taker, table.review_id, new_key(), friend, words, "experience").seq
    _notes(held)
    clock.shift(timedelta(minutes=20))
    table.move(to="takeaways")
    held.seq["takeaway"] = _say(table, Seating.HOST, f"We ask the owners first. {MARKER}")
    clock.shift(timedelta(minutes=30))
    with unit_of_work():
        phases.finish(table.actor(Seating.FACILITATOR), table.review_id, new_key())
    return held


def _say(table: Table, who: str, text: str) -> int:
    with unit_of_work():
        return talk.say(table.actor(who), table.review_id, new_key(), text).seq


def _notes(held: Held) -> None:
    """Two notes, one anonymous, a cluster, two dots, a recommendation: the entries of docs/realtime.md."""
    table = held.table
    friend, porto = table.people[Seating.FRIEND].id, _partner(table)
    with unit_of_work():
        room = db.session.get(Room, table.review_id)
        assert room is not None
        for name, person, partner, signed in (
            ("note", friend, porto, Signed.NAME),
            ("anonymous", None, None, Signed.ANONYMOUS),
        ):
            text = f"The {name} says: start with one floor. {MARKER}"
            data: dict[str, Any] = {
                "note": "suggestion",
                "signed": signed,
                "section": "s1",
                "section_title": f"Actions {MARKER}",
            }
            data |= {"quote": f"Seven floors {MARKER}", "importance": 2, "question": 0}
            row = Note(
                review_id=table.review_id, key_hash=new_id(), fingerprint="f", person_id=person, partner_id=partner,
                signed=signed, kind="suggestion", section="s1", section_title=data["section_title"],
                quote=data["quote"], text=text, state=NoteState.SHOWN,
            )  # fmt: skip
            db.session.add(row)
            row.seq = held.seq[name] = _entry(room, Kind.NOTE, person, partner, text, data | {"id": row.id})
        shown = [held.seq["note"], held.seq["anonymous"]]
        title = f"Begin small {MARKER}"
        held.seq["cluster"] = _entry(
            room, Kind.CLUSTER, friend, porto, None, {"cluster": room.last_seq + 1, "title": title, "notes": shown}
        )
        db.session.add(Cluster(review_id=table.review_id, seq=held.seq["cluster"], title=title))
        db.session.add(Vote(review_id=table.review_id, person_id=friend, target=held.seq["cluster"], dots=2))
        _entry(room, Kind.VOTE, friend, porto, None, {"change": 2}, target=held.seq["cluster"])
        hidden = Note(review_id=table.review_id, key_hash=new_id(), person_id=friend, kind="concern", text=MARKER)
        hidden.state = NoteState.DRAFT
        db.session.add(hidden)
        _recommend(held, room, friend, porto)


def _recommend(held: Held, room: Room, friend: str, porto: str | None) -> None:
    advice = Recommendation(
        review_id=held.table.review_id, number=1, text="Begin with one floor.", source=held.seq["note"],
        source_kind=Kind.NOTE, person_id=friend, partner_id=porto, created_by=friend,
    )  # fmt: skip
    db.session.add(advice)
    db.session.flush()
    data = {"recommendation": advice.id, "number": 1, "text": advice.text, "source": advice.source, "withdrawn": False}
    held.seq["advice"] = _entry(room, Kind.RECOMMENDATION, friend, porto, None, data)


def _entry(
    room: Room, kind: Kind, person: str | None, partner: str | None, text: str | None, data: dict, target=None
) -> int:
    room.last_seq += 1
    row = LogEntry(
        review_id=room.review_id, seq=room.last_seq, kind=kind, key=new_key(), person_id=person, partner_id=partner,
        role="critical-friend", text=text, data=data, target=target, fingerprint="f" * 64,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    return row.seq


def _partner(table: Table) -> str | None:
    return table.actor(Seating.FRIEND).partner_in(table.network.id)
