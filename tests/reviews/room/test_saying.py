"""What a message can carry, the host's three takeaways, the grace, and what removing takes away."""

from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound, TooLarge
from infocus.notifications.models import Notification
from infocus.reviews.advice.services import recommending
from infocus.reviews.notes.models import Note
from infocus.reviews.notes.services import voting
from infocus.reviews.notes.services.clustering import set_cluster
from infocus.reviews.notes.services.writing import NoteValues, write_note
from infocus.reviews.room import queries
from infocus.reviews.room.errors import Full, PhaseClosed
from infocus.reviews.room.services import off_record, phases, talk
from infocus.reviews.room.services.talk import Extras
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key

CHAIR, FRIEND, HOST = Seating.FACILITATOR, Seating.FRIEND, Seating.HOST


def say(table: Table, who: str, text: str = "A line.", **extras) -> int:
    with unit_of_work():
        return talk.say(table.actor(who), table.review_id, new_key(), text, extras=Extras(**extras)).seq


def remove(table: Table, who: str, seq: int) -> None:
    with unit_of_work():
        talk.remove(table.actor(who), table.review_id, new_key(), seq)


def entry(table: Table, seq: int) -> dict:
    return queries.sync(table.actor(Seating.LEAD), table.review_id, seq - 1, 1).items[0]


def told(table: Table) -> list[tuple[str, str, str]]:
    db.session.rollback()
    rows = db.session.query(Notification).filter_by(kind="room-mention")
    return [(row.person_id, row.path.rpartition("/")[2], row.quote) for row in rows]


def test_who_is_named_hears_of_it_without_the_words_and_only_people_of_the_room_are(table: Table) -> None:
    table.start(Mode.OPEN)
    host, officer = table.people[HOST], table.people["officer"]
    seq = say(table, FRIEND, f"@{host.name} and @{officer.name}, do you know who owns the hill?")
    assert entry(table, seq)["mentions"] == [{"id": host.id, "name": host.name}]
    assert told(table) == [(host.id, f"room#e{seq}", "")]
    remove(table, FRIEND, seq)
    assert told(table) == []
    assert "mentions" not in entry(table, seq)


def test_the_host_takes_home_three_things_and_no_fourth(table: Table) -> None:
    table.start()
    table.move(to="takeaways")
    first, *_others = [say(table, HOST, f"Thing {number}.") for number in range(3)]
    assert entry(table, first)["takeaway"] is True
    with pytest.raises(Full) as refused:
        say(table, HOST, "A fourth.")
    assert refused.value.code == "full"
    with unit_of_work():
        talk.edit(table.actor(HOST), table.review_id, new_key(), first, "Thing one, said better.")
    with pytest.raises(Full):
        say(table, HOST, "Still a fourth.")
    remove(table, HOST, first)
    say(table, HOST, "Another third.")
    table.move(to="close")
    seq = say(table, FRIEND, "Thank you.")
    assert "takeaway" not in entry(table, seq)


@pytest.mark.usefixtures("still")
def test_what_was_on_its_way_when_its_phase_ended_is_taken_and_then_no_more(table: Table) -> None:
    table.start()
    table.move(to="clarify")
    table.move(to="round")
    say(table, HOST, "On its way.")
    clock.shift(timedelta(seconds=2.5))
    with pytest.raises(PhaseClosed):
        say(table, HOST, "Too late.")


@pytest.mark.usefixtures("still")
def test_a_takeaway_on_its_way_is_still_a_takeaway(table: Table) -> None:
    table.start()
    table.move(to="takeaways")
    table.move(to="close")
    assert "takeaway" not in entry(table, say(table, HOST, "In close all may write, and this is just a line."))
    table.move(to="takeaways")
    table.move(to="round")
    assert entry(table, say(table, HOST, "On its way."))["takeaway"] is True


@pytest.mark.parametrize("end", ["finish", "off_record"])
def test_there_is_no_grace_when_the_review_ends_or_leaves_the_record(table: Table, end: str) -> None:
    table.start()
    table.move(to="clarify")
    table.move(to="round")
    with unit_of_work():
        if end == "finish":
            phases.finish(table.actor(CHAIR), table.review_id, new_key())
        else:
            off_record.set_off_record(table.actor(CHAIR), table.review_id, new_key(), on=True)
    with pytest.raises(PhaseClosed):
        say(table, HOST)


def test_a_message_names_a_section_and_quotes_it(table: Table) -> None:
    table.start(Mode.OPEN)
    seq = say(table, FRIEND, "Who owns the hill?", quote="  The plan of\nthe hill ")
    assert entry(table, seq)["quote"] == "The plan of the hill"
    for extras, error in (({"section": "nope"}, Invalid), ({"quote": "x" * 301}, TooLarge)):
        with pytest.raises(error):
            say(table, FRIEND, **extras)


def test_the_role_is_handed_over_to_somebody_of_the_table(table: Table) -> None:
    table.start()
    friend, stranger = table.people[FRIEND], table.people["stranger"]
    seq = table.move(hand_over=friend.id)
    assert (entry(table, seq)["move"], entry(table, seq)["facilitator"]["id"]) == ("hand_over", friend.id)
    with unit_of_work():
        phases.move(table.actor(FRIEND), table.review_id, new_key(), to="pitch")
    with pytest.raises(Conflict):
        table.move(hand_over=friend.id)
    with pytest.raises(Invalid):
        table.move(hand_over=stranger.id)
    with pytest.raises(NotAllowed), unit_of_work():
        phases.move(table.actor(HOST), table.review_id, new_key(), hand_over=table.people[HOST].id)


def test_a_facilitator_takes_a_note_off_the_wall_and_its_words_are_nowhere(table: Table) -> None:
    table.start(Mode.OPEN)
    with unit_of_work():
        values = NoteValues(kind="concern", text="The mayor is a crook.", quote="the mayor", signed="anonymous")
        seq = write_note(table.actor(FRIEND), table.review_id, new_key(), values).seq
    assert seq is not None
    with pytest.raises(NotAllowed):
        remove(table, FRIEND, seq)  # not even its writer can be known as that
    remove(table, CHAIR, seq)
    (note,) = db.session.query(Note)
    assert (note.text, note.quote, entry(table, seq)["text"]) == ("", "", "")
    assert "quote" not in entry(table, seq)
    with pytest.raises(Conflict), unit_of_work():
        recommending.recommend(table.actor(CHAIR), table.review_id, new_key(), "From nothing.", source=seq)
    with pytest.raises(NotFound), unit_of_work():
        set_cluster(table.actor(CHAIR), table.review_id, new_key(), "Of nothing", [seq])
    with pytest.raises(Conflict), unit_of_work():
        voting.vote(table.actor(HOST), table.review_id, new_key(), seq, 1)
