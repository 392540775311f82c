"""Clusters and dots: a note is where it was named last; three dots a person; nobody is told whose a dot is."""

import json

import pytest

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound, TooLarge
from infocus.reviews.notes import queries as notes
from infocus.reviews.notes.models import Note, Vote
from infocus.reviews.notes.services import voting
from infocus.reviews.notes.services.clustering import set_cluster
from infocus.reviews.notes.services.writing import NoteValues, write_note
from infocus.reviews.room import queries
from infocus.reviews.vocabulary import Kind, Seating
from tests.reviews.tables import Table, new_key

FRIEND, HOST, RAPPORTEUR = Seating.FRIEND, Seating.HOST, Seating.RAPPORTEUR


@pytest.fixture
def wall(table: Table) -> Table:
    """Four notes on the wall, entries 4 to 7."""
    table.start()
    table.move(to="notes")
    for text in ("one", "two", "three", "four"):
        with unit_of_work():
            write_note(table.actor(FRIEND), table.review_id, new_key(), NoteValues(kind="concern", text=text))
    table.move(to="cluster")
    return table


def put(wall: Table, title: str, *seqs: int, cluster: int | None = None, who: str = RAPPORTEUR) -> int:
    with unit_of_work():
        return set_cluster(wall.actor(who), wall.review_id, new_key(), title, list(seqs), cluster).seq


def dot(wall: Table, who: str, target: int, dots: int, key: str | None = None) -> int:
    with unit_of_work():
        return voting.vote(wall.actor(who), wall.review_id, key or new_key(), target, dots).seq


def dots(wall: Table, who: str) -> dict[str, int]:
    return notes.own_dots(wall.people[who].id, wall.review_id)


def places(wall: Table) -> dict[int, int | None]:
    db.session.rollback()
    return {note.seq or 0: note.cluster for note in db.session.query(Note)}


def test_a_note_is_in_the_cluster_that_named_it_last(wall: Table) -> None:
    money = put(wall, "Money", 4, 5)
    people = put(wall, "People", 5, 6)
    assert places(wall) == {4: money, 5: people, 6: people, 7: None}
    put(wall, "Money and time", 4, 7, 4, cluster=money)
    entry = wall.log()[-1]
    assert entry.data == {"cluster": money, "title": "Money and time", "notes": [4, 7]}
    put(wall, "", cluster=people)
    assert places(wall) == {4: money, 5: None, 6: None, 7: money}


def test_what_makes_no_cluster_is_refused(wall: Table) -> None:
    for title, seqs, cluster, error in (
        ("", (4,), None, Invalid), ("Empty", (), None, Invalid), ("x" * 121, (4,), None, TooLarge),
        ("No note", (2,), None, NotFound), ("No cluster", (4,), 4, NotFound),
    ):  # fmt: skip
        with pytest.raises(error):
            put(wall, title, *seqs, cluster=cluster)
    with pytest.raises(NotAllowed):
        put(wall, "Not mine to do", 4, who=FRIEND)
    assert len(wall.log()) == 7


def test_three_dots_a_person_wherever_they_lie(wall: Table) -> None:
    dot(wall, HOST, 4, 2)
    dot(wall, HOST, 5, 1)
    with pytest.raises(Invalid):
        dot(wall, HOST, 6, 1)
    dot(wall, HOST, 4, 1)
    dot(wall, HOST, 6, 1)
    assert dots(wall, HOST) == {"4": 1, "5": 1, "6": 1}
    changes = [(row.target, row.data["change"]) for row in wall.log() if row.kind == Kind.VOTE]
    assert changes == [(4, 2), (5, 1), (4, -1), (6, 1)]
    assert dots(wall, FRIEND) == {}


def test_a_dot_is_sent_once_whatever_is_repeated(wall: Table) -> None:
    key = new_key()
    assert {dot(wall, HOST, 4, 3, key) for _ in range(3)} == {8}
    with pytest.raises(Conflict):
        dot(wall, HOST, 5, 3, key)
    assert dots(wall, HOST) == {"4": 3}


def test_dots_on_a_note_go_with_it_into_its_cluster_and_come_back_from_a_dissolved_one(wall: Table) -> None:
    dot(wall, HOST, 4, 1)
    dot(wall, HOST, 5, 1)
    dot(wall, FRIEND, 5, 2)
    cluster = put(wall, "Together", 4, 5)
    assert (dots(wall, HOST), dots(wall, FRIEND)) == ({str(cluster): 2}, {str(cluster): 2})
    with pytest.raises(Conflict):
        dot(wall, HOST, 4, 1)
    with pytest.raises(Invalid):
        dot(wall, HOST, 6, 2)
    put(wall, "", cluster=cluster)
    assert dots(wall, HOST) == {}
    with pytest.raises(Conflict):
        dot(wall, HOST, cluster, 1)
    dot(wall, HOST, 6, 3)


def test_nobody_reads_whose_a_dot_is(wall: Table) -> None:
    dot(wall, HOST, 4, 1)
    (entry,) = queries.sync(wall.actor(Seating.FACILITATOR), wall.review_id, 7).items
    assert (entry["author"], entry["partner"]) == (None, None)
    assert wall.people[HOST].id not in json.dumps(entry)
    assert [row.person_id for row in db.session.query(Vote)] == [wall.people[HOST].id]
