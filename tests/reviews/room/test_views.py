"""The pages of the room: the door, the narrow views, the stage, the plan beside the conversation, cards of links."""

import html
import re

import pytest

from infocus.core.db import db, unit_of_work
from infocus.plans.models import PlanSection, PlanVersion
from infocus.records.urls import record_path
from infocus.reviews.candour import Candour
from infocus.reviews.keeping.services.erasing import erase_log, erase_rest
from infocus.reviews.models import RoomVisit
from infocus.reviews.policy import SCRIBES
from infocus.reviews.room.services import phases, talk
from infocus.reviews.room.views.candour import agreed
from infocus.reviews.vocabulary import Coming, Mode, OpenTo, Seating
from tests.reviews.tables import Table, new_key


def client_of(table: Table, who: str):
    """A person's client, and the address of the room."""
    return table.world.client(table.people[who]), record_path(table.review) + "/room"


def enter(table: Table, who: str, view: str = "") -> str:
    """The room as this person sees it after the door."""
    client, path = client_of(table, who)
    assert client.post(f"{path}/enter", data={"view": view}).status_code == 303
    return str(client.get(path + (f"?view={view}" if view else "")).text)


def finish(table: Table) -> None:
    """The facilitator ends the review."""
    with unit_of_work():
        phases.finish(table.actor(Seating.FACILITATOR), table.review_id, new_key())


def test_what_is_agreed_is_read_once_and_again_when_it_changes(table: Table) -> None:
    table.start()
    client, path = client_of(table, Seating.FRIEND)
    door = client.get(path).text
    assert "Enter the room" in door
    assert "data-room" not in door
    assert "90 days after the summary" in door
    assert "Each writer chooses" in door
    assert client.post(f"{path}/enter").location.endswith("/room")
    assert "data-room" in client.get(path).text
    with unit_of_work():
        table.review.candour = {"notes": "anonymous", "keep_days": 30}
    changed = client.get(path).text
    assert "data-room" not in changed
    assert "30 days after the summary" in changed
    assert "Notes are anonymous" in changed
    client.post(f"{path}/enter")
    room = client.get(path).text
    assert re.findall(r'<option value="(name|city|anonymous)"', room) == ["anonymous"]
    assert db.session.query(RoomVisit).count() == 1


def test_the_door_says_what_the_settings_say_and_no_more(table: Table) -> None:
    table.start()
    with unit_of_work():
        table.review.candour = Candour(transcript="network", secretariat="room", hold=True).stored()
    lines = dict(agreed(table.review).lines)
    said = Candour.of(table.review.candour).sentences()
    assert list(lines.values())[1:] == said
    assert list(lines) == ["In the room", "Notes", "Who reads", "Secretariat", "How long", "Off the record"]
    client, path = client_of(table, Seating.FRIEND)
    door = html.unescape(client.get(path).text)
    assert all(sentence in door for sentence in said)


def test_the_network_reads_after_the_end_only_and_the_room_says_so(table: Table) -> None:
    table.start()
    assert agreed(table.review).short == "Panel only · kept until 90 days after the summary"
    with unit_of_work():
        table.review.candour = {"transcript": "network"}
    assert agreed(table.review).short.startswith("Panel now, the network afterwards · ")
    finish(table)
    assert agreed(table.review).short.startswith("Network · ")


def test_a_room_open_to_its_network_does_not_claim_that_the_table_only_reads(table: Table) -> None:
    table.start(Mode.OPEN)
    with unit_of_work():
        table.review.open_to = OpenTo.NETWORK
    lines = dict(agreed(table.review).lines)
    assert lines["In the room"].startswith("Everybody of the network")
    assert "Who reads" not in lines
    assert agreed(table.review).short.startswith("Network · ")


def test_a_room_whose_words_were_deleted_says_so_at_the_door_and_inside(table: Table) -> None:
    table.start(Mode.OPEN)
    with unit_of_work():
        talk.say(table.actor(Seating.FRIEND), table.review_id, new_key(), text="Who pays?")
    finish(table)
    assert "90 days after the summary" in enter(table, Seating.FRIEND)
    with unit_of_work():
        review = table.review
        erase_log(review.id)
        erase_rest(review.id)
    client, path = client_of(table, Seating.FRIEND)
    door = client.get(path).text
    assert "The transcript was deleted." in door
    assert "days after the summary" not in door
    room = enter(table, Seating.FRIEND)
    assert "transcript deleted" in room
    assert "kept until" not in room


@pytest.mark.parametrize("view", ["", "companion"])
def test_once_a_review_is_over_there_is_no_box_from_the_first_look_on(table: Table, view: str) -> None:
    table.start()
    assert "data-box>" in enter(table, Seating.FRIEND, view)
    finish(table)
    assert "data-box hidden>" in enter(table, Seating.FRIEND, view)


@pytest.mark.parametrize("who", ["officer", "secretariat", "stranger"])
def test_nobody_enters_who_may_not_read_the_room(table: Table, who: str) -> None:
    table.start()
    client, path = client_of(table, who)
    expected = 404 if who == "stranger" else 403
    assert client.post(f"{path}/enter").status_code == expected
    assert client.get(record_path(table.review) + "/stage").status_code == expected
    assert db.session.query(RoomVisit).count() == 0


@pytest.mark.parametrize("who", sorted(Seating))
def test_the_table_s_device_is_for_the_scribes(table: Table, who: str) -> None:
    table.start()
    page = enter(table, who, "table")
    assert ("data-table-form" in page) is (Seating(who) in SCRIBES)
    assert "data-room" in page


def test_the_companion_is_one_column(table: Table) -> None:
    table.start()
    page = enter(table, Seating.HOST, "companion")
    assert "data-compose" in page
    assert "data-board-part" not in page
    assert "data-plan-text" not in page


def test_the_stage_has_nothing_to_click(table: Table) -> None:
    table.start()
    client, _ = client_of(table, Seating.FACILITATOR)
    page = client.get(record_path(table.review) + "/stage").text
    body = page[page.index("<header") :]
    assert not re.search(r"<(button|input|a) ", body)
    assert "data-clock" in body


def test_the_plan_is_shown_by_chapter_and_what_is_one_s_own_to_read_first(table: Table) -> None:
    table.start()
    sections = [
        PlanSection(position=0, key="one", level=1, number="1", title="Logic", text="Land first."),
        PlanSection(position=1, key="two", level=1, number="2", title="Framework", text=""),
        PlanSection(position=2, key="two-a", level=2, number="2.1", title="Governance", text="Seven sit <b>here</b>."),
    ]
    with unit_of_work():
        review = table.review
        by = table.people[Seating.HOST].id
        db.session.add(PlanVersion(plan_id=review.plan_id, number=7, created_by=by, sections=sections))
        review.plan_version = 7
        seat = next(seat for seat in review.panel if seat.role == Seating.FRIEND)
        seat.task = "Who pays after 2020?"
    page = enter(table, Seating.FRIEND)
    assert re.findall(r'<option value="c-(\w+)"', page) == ["one", "two"]
    assert re.findall(r'id="s-([\w-]+)"', page) == ["one", "two", "two-a"]
    assert "Who pays after 2020?" in page
    assert "<b>here</b>" not in page
    assert "Who pays after 2020?" not in enter(table, Seating.EXPERT)


def test_whoever_declined_a_seat_is_asked_nothing_by_it(table: Table) -> None:
    table.start()
    table.give(Seating.EXPERT, Seating.EXPERT, Seating.FRIEND)
    with unit_of_work():
        expert = table.people[Seating.EXPERT].id
        seat = next(seat for seat in table.review.panel if seat.person_id == expert)
        seat.task, seat.question = "Read chapter four.", "Who pays?"
    assert "Read chapter four." in enter(table, Seating.EXPERT)
    with unit_of_work():
        next(seat for seat in table.review.panel if seat.person_id == expert).coming = Coming.NO
    page = enter(table, Seating.EXPERT)
    assert "Read chapter four." not in page
    assert "Who pays?" not in page
