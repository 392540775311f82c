"""The floor: one queue, hands that others raise too, and the critical friends in turn."""

import pytest

from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed
from infocus.networks.models import Partner
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import floor
from infocus.reviews.vocabulary import Kind, Seating
from tests.reviews.tables import Table, new_key

CHAIR, FRIEND, HOST, OBSERVER = Seating.FACILITATOR, Seating.FRIEND, Seating.HOST, Seating.OBSERVER


@pytest.fixture
def room(table: Table) -> Table:
    """A guided review in a phase in which all may speak."""
    table.start()
    table.move(to="clarify")
    return table


def hand(room: Table, who: str, *, up: bool = True, person: str | None = None) -> int:
    with unit_of_work():
        other = room.people[person].id if person else None
        return floor.raise_hand(room.actor(who), room.review_id, new_key(), up=up, person=other).seq


def give(room: Table, person: str, who: str = CHAIR) -> int:
    with unit_of_work():
        return floor.give(room.actor(who), room.review_id, new_key(), room.people[person].id).seq


def state(room: Table) -> tuple[str | None, list[str], list[str]]:
    """Speaker, queue and hands by the seats of the table; the newest floor entry says the same as the room."""
    found = floor.floor_of(room.review.room)
    last = [row for row in room.log() if row.kind == Kind.FLOOR][-1]
    assert {name: last.data[name] for name in found} == found
    seats = {person.id: who for who, person in room.people.items()}
    speaker = seats[found["speaker"]["id"]] if found["speaker"] else None
    return speaker, [seats[each["id"]] for each in found["queue"]], [seats[each] for each in found["hands"]]


def test_who_raises_a_hand_waits_in_the_queue_until_it_is_their_turn(room: Table) -> None:
    for who in (HOST, FRIEND, HOST):
        hand(room, who)
    assert state(room) == (None, [HOST, FRIEND], [HOST, FRIEND])
    give(room, HOST)
    assert state(room) == (HOST, [FRIEND], [FRIEND])
    hand(room, FRIEND, up=False)
    assert state(room) == (HOST, [], [])
    with unit_of_work():
        floor.end(room.actor(Seating.LEAD), room.review_id, new_key())
    assert state(room) == (None, [], [])
    with pytest.raises(Conflict), unit_of_work():
        floor.end(room.actor(CHAIR), room.review_id, new_key())


def test_only_facilitators_raise_hands_for_others_and_the_log_says_who_did(room: Table) -> None:
    hand(room, CHAIR, person=HOST)
    entry = room.log()[-1]
    assert entry.data["person"]["name"] == room.people[HOST].name
    assert entry.data["by"] == {"id": room.people[CHAIR].id, "name": room.people[CHAIR].name}
    with pytest.raises(NotAllowed):
        hand(room, FRIEND, person=HOST)
    with pytest.raises(Invalid):
        hand(room, CHAIR, person="stranger")
    with pytest.raises(PhaseClosed):
        hand(room, CHAIR, person=OBSERVER)
    with pytest.raises(NotAllowed):
        hand(room, OBSERVER)


def test_in_the_round_critical_friends_are_queued_one_a_city_and_the_host_listens(room: Table) -> None:
    porto = db.session.query(Partner).filter_by(network_id=room.network.id, slug="porto").one()
    second = room.world.person(Role.OFFICER, porto)
    other = room.world.person(Role.OFFICER, room.world.partner(room.network, "torino"))
    room.people |= {"second of porto": second, "torino": other}
    for who in ("second of porto", "torino"):
        room.give(Seating.LEAD, who, FRIEND)
    hand(room, HOST)
    room.move(to="round")
    assert [row.kind for row in room.log()[-2:]] == [Kind.PHASE, Kind.FLOOR]
    assert state(room) == (None, [FRIEND, "torino"], [])
    for attempt in (lambda: hand(room, HOST), lambda: hand(room, CHAIR, person=HOST), lambda: give(room, HOST)):
        with pytest.raises(PhaseClosed):
            attempt()
    give(room, "torino")
    assert state(room) == ("torino", [FRIEND], [])
    room.move(to="experience")
    assert state(room) == (None, [], [])


def test_one_critical_friend_left_is_a_queue_of_one_and_none_is_no_queue(room: Table) -> None:
    room.move(to="round")
    assert state(room)[1] == [FRIEND]
    room.take(Seating.LEAD, FRIEND)
    room.move(to="clarify")
    seq = room.move(to="round")
    assert room.log()[-1].seq == seq


def test_everybody_can_say_that_they_do_not_hear(room: Table) -> None:
    room.move(to="round")
    for who in (HOST, OBSERVER, FRIEND):
        with unit_of_work():
            floor.cannot_hear(room.actor(who), room.review_id, new_key())
        assert room.log()[-1].data["person"]["id"] == room.people[who].id
    assert room.log()[-1].data["move"] == "cannot_hear"


def test_the_queue_is_put_in_order_by_the_facilitator(room: Table) -> None:
    for who in (HOST, FRIEND):
        hand(room, who)
    wanted = [room.people[who].id for who in (Seating.EXPERT, FRIEND)]
    with unit_of_work():
        floor.set_queue(room.actor(CHAIR), room.review_id, new_key(), wanted)
    assert state(room) == (None, [Seating.EXPERT, FRIEND], [FRIEND])
    with pytest.raises(NotAllowed), unit_of_work():
        floor.set_queue(room.actor(HOST), room.review_id, new_key(), [])
