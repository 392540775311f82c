"""Written notes before a review: the page, the form, the answers to the page's script."""

import html
import json
import re
from typing import Any

import pytest

from infocus.core.db import db, unit_of_work
from infocus.records.urls import record_path
from infocus.reviews.candour import Candour
from infocus.reviews.models import PanelMember
from infocus.reviews.notes.models import Note
from infocus.reviews.preparing import queries as preparing
from infocus.reviews.vocabulary import NoteState, Seating
from tests.reviews.preparing.test_setting_up import add_version, edit
from tests.reviews.tables import Table, new_key

NOTE = {"kind": "concern", "text": "Who pays for it after 2020?", "importance": "2", "section": "k1", "question": "1"}
JSON = {"Accept": "application/json"}


@pytest.fixture
def read(table: Table) -> Table:
    """A review whose frozen version has two sections; the friend is given the first."""
    table.open()
    add_version(table, 1, ("k1", 1, "Money"), ("k2", 1, "People"))
    edit(table, plan_version=1, questions=("Is it enough?",))
    with unit_of_work():
        seat = db.session.query(PanelMember).filter_by(role=Seating.FRIEND).one()
        seat.sections, seat.question = ["k1"], "Who pays?"
    return table


def path(table: Table) -> str:
    return f"{record_path(table.review)}/notes"


def send(table: Table, who: str, **fields: str) -> dict[str, Any]:
    """What the page's script is answered."""
    typed = NOTE | {"key": new_key(), "person": table.people[who].id, "event": "note"} | fields
    answer = table.world.client(table.people[who]).post(path(table), data=typed, headers=JSON)
    assert answer.status_code == 200, answer.text
    return dict(answer.get_json())


def notes() -> list[Note]:
    db.session.rollback()
    return db.session.query(Note).all()


def test_the_plan_stands_by_section_and_says_what_is_yours(read: Table) -> None:
    page = table_page(read, Seating.FRIEND)
    assert page.index('id="k1"') < page.index('id="k2"')
    assert "Who pays?" in page
    assert page.count("yours to read") == 2
    for who, status in (("officer", 403), ("secretariat", 403), ("stranger", 404)):
        assert read.world.client(read.people[who]).get(path(read)).status_code == status, who


def table_page(table: Table, who: str) -> str:
    return str(table.world.client(table.people[who]).get(path(table)).text)


def test_the_host_reads_along_and_leaves_no_note_before(read: Table) -> None:
    assert "data-notes-form" not in table_page(read, Seating.HOST)
    assert "data-notes-form" in table_page(read, Seating.FRIEND)
    answer = read.world.client(read.people[Seating.HOST]).post(path(read), data=NOTE)
    assert answer.status_code == 403
    assert send(read, Seating.HOST)["error"]["code"] in {"not_allowed", "phase_closed"}
    assert not notes()


def test_without_a_script_a_form_sends_and_a_second_press_is_the_same_note(read: Table) -> None:
    client, key = read.world.client(read.people[Seating.FRIEND]), new_key()
    for _twice in range(2):
        assert client.post(path(read), data=NOTE | {"key": key, "signed": "name"}).status_code == 303
    (note,) = notes()
    assert (note.kind, note.section, note.section_title, note.importance) == ("concern", "k1", "Money", 2)
    assert note.state == NoteState.SENT
    assert NOTE["text"] in client.get(path(read)).text
    for other in (Seating.HOST, Seating.RAPPORTEUR, Seating.LEAD):
        assert NOTE["text"] not in table_page(read, other), other


@pytest.mark.parametrize("wrong", [{"text": ""}, {"text": "x" * 1001}, {"kind": "joke"}, {"section": "k9"}])
def test_what_is_wrong_is_said_and_kept(read: Table, wrong: dict[str, str]) -> None:
    client = read.world.client(read.people[Seating.FRIEND])
    answer = client.post(path(read), data=NOTE | {"quote": "as it stands", "signed": "name"} | wrong)
    assert answer.status_code == 422
    assert "as it stands" in answer.text
    assert not notes()


def test_the_script_is_answered_as_in_the_room(read: Table) -> None:
    key = new_key()
    first, again = (send(read, Seating.FRIEND, key=key, signed="name") for _twice in range(2))
    assert first == again
    assert first["ok"]
    assert send(read, Seating.FRIEND, key=key, signed="name", text="Other words.")["error"]["code"] == "conflict"
    assert send(read, Seating.FRIEND, text="")["error"]["code"] == "invalid"
    foreign = send(read, Seating.FRIEND, person=read.people["officer"].id)
    assert foreign["error"]["code"] == "unauthenticated"
    assert send(read, Seating.RAPPORTEUR, key=key, event="withdraw")["error"]["code"] == "not_found"
    assert send(read, Seating.FRIEND, key=key, event="withdraw")["ok"]
    assert [note.state for note in notes()] == [NoteState.WITHDRAWN]


def test_an_unsigned_note_is_listed_for_nobody_and_counted_for_nobody(read: Table) -> None:
    assert send(read, Seating.FRIEND, signed="anonymous")["ok"]
    assert NOTE["text"] not in table_page(read, Seating.FRIEND)
    (note,) = notes()
    assert (note.person_id, note.partner_id, note.created_at) == (None, None, None)
    found = preparing.readiness(read.actor(Seating.LEAD), read.network)
    assert found.reviews[0].notes == 1
    assert all(not each.unwritten for each in found.people)


def test_the_form_offers_what_the_table_agreed_on(read: Table) -> None:
    edit(read, plan_version=1, candour=Candour(notes="city"))
    page = table_page(read, Seating.FRIEND)
    assert re.findall(r'<option[^>]*value="(name|city|anonymous)"', page) == ["city"]
    assert send(read, Seating.FRIEND, signed="name")["error"]["code"] == "invalid"
    found = re.search(r'data-review-notes="([^"]*)"', page)
    assert found is not None
    config = json.loads(html.unescape(found[1]))
    assert config["person"] == read.people[Seating.FRIEND].id
