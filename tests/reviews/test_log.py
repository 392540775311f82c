"""The room's log: keys, order, replaced and removed words, limits."""

import itertools
import unicodedata

import pytest

from infocus.core.db import unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotAllowed, NotFound, TooLarge
from infocus.networks.models import NetworkState
from infocus.reviews.room import queries
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import phases, talk
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key

FRIEND, HOST = Seating.FRIEND, Seating.HOST


@pytest.fixture
def room(table: Table) -> Table:
    """An open review that is live; entry 1 says so."""
    return table.start(Mode.OPEN)


def say(room: Table, who: str, text: str = "A line.", key: str | None = None, **more) -> int:
    """The seq under which the line is stored."""
    with unit_of_work():
        return talk.say(room.actor(who), room.review_id, key or new_key(), text, **more).seq


def texts(room: Table) -> list[str | None]:
    return [row.text for row in room.log()]


def test_a_retry_gets_its_seq_and_stores_nothing(room: Table) -> None:
    key = new_key()
    first = say(room, FRIEND, "Once.", key)
    assert [say(room, FRIEND, "Once.", key) for _ in range(3)] == [first] * 3
    assert texts(room) == [None, "Once."]


def test_the_same_key_with_another_content_is_a_conflict(room: Table) -> None:
    key = new_key()
    say(room, FRIEND, "One thing.", key)
    with pytest.raises(Conflict):
        say(room, FRIEND, "Another thing.", key)
    with pytest.raises(Conflict), unit_of_work():
        talk.react(room.actor(FRIEND), room.review_id, key, 2, "👍", on=True)
    assert texts(room) == [None, "One thing."]


def test_a_key_belongs_to_its_person(room: Table) -> None:
    key = new_key()
    assert say(room, FRIEND, "Mine.", key) != say(room, HOST, "Mine too.", key)


def test_a_retry_is_answered_even_when_the_right_has_gone(room: Table) -> None:
    key = new_key()
    seq = say(room, FRIEND, "Before the door closed.", key)
    room.take(Seating.LEAD, FRIEND)
    with unit_of_work():
        phases.finish(room.actor(Seating.FACILITATOR), room.review_id, new_key())
    assert say(room, FRIEND, "Before the door closed.", key) == seq
    with pytest.raises(NotAllowed):
        say(room, FRIEND, "After.")


def test_seq_has_no_gaps_even_when_tries_fail(room: Table) -> None:
    for text in ("one", "", "two", "x" * 4_001, "three", "bell\x07", "four"):
        try:
            say(room, FRIEND, text)
        except AppError:
            continue
    assert [row.seq for row in room.log()] == [1, 2, 3, 4, 5]


def test_replaced_words_are_blanked_everywhere(room: Table) -> None:
    seq = say(room, FRIEND, "Ana Sousa takes bribes.")
    with unit_of_work():
        talk.edit(room.actor(FRIEND), room.review_id, new_key(), seq, "Ana Sousa takes notes.")
    with unit_of_work():
        talk.edit(room.actor(FRIEND), room.review_id, new_key(), seq, "The note-taker takes notes.")
    assert texts(room) == [None, "", "", "The note-taker takes notes."]
    rows = room.log()
    assert [rows[1].blanked_by, rows[2].blanked_by, rows[3].blanked_by] == [3, 4, None]
    assert rows[1].fingerprint is None
    page = queries.sync(room.actor(HOST), room.review_id, 0)
    assert "bribes" not in str(page.items)
    assert page.items[3]["target"] == seq


def test_a_removed_line_leaves_a_trace_and_no_words(room: Table) -> None:
    key = new_key()
    seq = say(room, FRIEND, "I take this back.", key)
    with unit_of_work():
        talk.remove(room.actor(FRIEND), room.review_id, new_key(), seq)
    assert texts(room) == [None, "", None]
    assert say(room, FRIEND, "I take this back.", key) == seq  # the retry finds its entry, blanked
    with pytest.raises(Conflict), unit_of_work():
        talk.remove(room.actor(FRIEND), room.review_id, new_key(), seq)
    with pytest.raises(Conflict), unit_of_work():
        talk.edit(room.actor(FRIEND), room.review_id, new_key(), seq, "New words.")


def test_only_the_author_edits_and_only_author_and_facilitator_remove(room: Table) -> None:
    seq = say(room, FRIEND)
    for who in (HOST, Seating.FACILITATOR, Seating.LEAD):
        with pytest.raises(NotAllowed), unit_of_work():
            talk.edit(room.actor(who), room.review_id, new_key(), seq, "Other words.")
    with pytest.raises(NotAllowed), unit_of_work():
        talk.remove(room.actor(HOST), room.review_id, new_key(), seq)
    with unit_of_work():
        assert talk.remove(room.actor(Seating.FACILITATOR), room.review_id, new_key(), seq).new


def test_text_limits_count_code_points_after_normalising(room: Table) -> None:
    decomposed = unicodedata.normalize("NFD", "é" * 4_000)
    assert len(decomposed) == 8_000
    say(room, FRIEND, decomposed)
    say(room, FRIEND, "👍" * 4_000)
    say(room, FRIEND, "a\r\n" * 1_333 + "b")
    with pytest.raises(TooLarge):
        say(room, FRIEND, "a" * 4_001)
    for nothing in ("", "  \n\t ", "\x00", "a\x00b"):
        with pytest.raises(Invalid):
            say(room, FRIEND, nothing)
    assert len(room.log()) == 4


def test_replies_and_reactions_need_a_line(room: Table) -> None:
    seq = say(room, FRIEND)
    answer = say(room, HOST, "An answer.", reply_to=seq)
    with unit_of_work():
        reaction = talk.react(room.actor(HOST), room.review_id, new_key(), answer, "👍🏽", on=True).seq
    for wrong in (1, reaction, 99):  # the start, a reaction, nothing
        with pytest.raises(NotFound):
            say(room, HOST, "To what?", reply_to=wrong)
    for sign in ("", "a b", "<b>", "x" * 17, "\n"):
        with pytest.raises(Invalid), unit_of_work():
            talk.react(room.actor(HOST), room.review_id, new_key(), seq, sign, on=True)


def test_a_spoken_line_has_a_voice_of_the_table(room: Table) -> None:
    note_taker = room.actor(Seating.NOTE_TAKER)
    with unit_of_work():
        stored = talk.spoken(note_taker, room.review_id, new_key(), room.people[HOST].id, "We listen.", "strength")
    entry = queries.sync(note_taker, room.review_id, stored.seq - 1).items[0]
    assert (entry["kind"], entry["text"], entry["note"]) == ("spoken", "We listen.", "strength")
    assert entry["speaker"]["id"] == room.people[HOST].id
    assert entry["author"]["id"] == room.people[Seating.NOTE_TAKER].id
    for who, speaker, note in (
        (FRIEND, HOST, None),
        (Seating.NOTE_TAKER, "stranger", None),
        (Seating.NOTE_TAKER, HOST, "x"),
    ):
        with pytest.raises(AppError), unit_of_work():
            talk.spoken(room.actor(who), room.review_id, new_key(), room.people[speaker].id, "No.", note)


def test_who_may_not_enter_neither_reads_nor_writes(room: Table) -> None:
    for who, refusal in (("stranger", NotFound), ("officer", NotAllowed), ("secretariat", NotAllowed)):
        with pytest.raises(refusal):
            say(room, who)
        with pytest.raises(refusal):
            queries.sync(room.actor(who), room.review_id, 0)
    with pytest.raises(NotAllowed):
        say(room, Seating.OBSERVER)
    assert queries.sync(room.actor(Seating.OBSERVER), room.review_id, 0).items
    assert len(room.log()) == 1


def test_nothing_is_written_before_after_or_in_a_closed_network(table: Table) -> None:
    room = table.open(Mode.OPEN)
    with pytest.raises(PhaseClosed):
        say(room, FRIEND)
    with unit_of_work():
        phases.start(room.actor(Seating.FACILITATOR), room.review_id, new_key())
    seq = say(room, FRIEND)
    with unit_of_work():
        phases.finish(room.actor(Seating.FACILITATOR), room.review_id, new_key())
    with pytest.raises(PhaseClosed):
        say(room, FRIEND)
    with unit_of_work():
        table.review.network.state = NetworkState.CLOSED
    with pytest.raises(NotAllowed) as caught, unit_of_work():
        talk.remove(room.actor(FRIEND), room.review_id, new_key(), seq)
    assert caught.value.code == "network_closed"


def test_sync_pages_in_order(room: Table) -> None:
    for number in range(7):
        say(room, FRIEND, f"Line {number}.")
    pages, after = [], 0
    while True:
        page = queries.sync(room.actor(HOST), room.review_id, after, limit=3)
        pages.append([item["seq"] for item in page.items])
        if not page.more:
            break
        after = pages[-1][-1]
    assert pages == [[1, 2, 3], [4, 5, 6], [7, 8]]
    assert list(itertools.chain(*pages)) == [
        item["seq"] for item in queries.transcript(room.actor(HOST), room.review_id)
    ]
