"""The facilitator's side: links and codes, who waits, who is let in, shown out, forgotten."""

from contextvars import Context
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask_socketio import SocketIO

from infocus.accounts.guests import GuestState
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.qr import qr_svg
from infocus.networks.audit import AuditEntry
from infocus.reviews.guests.models import GuestLink
from infocus.reviews.guests.services.links import key_of
from infocus.reviews.room.services import talk
from infocus.reviews.services.seats import voices
from infocus.reviews.vocabulary import NAMESPACE, Mode, Seating
from tests.reviews.guests.comings import Comer, come, decide, let_in, make_link, path
from tests.reviews.tables import Table, new_key

MAKERS = {Seating.FACILITATOR, Seating.EXPERT, Seating.LEAD, Seating.HOST}


@pytest.fixture
def room(table: Table) -> Table:
    """An open review that is live."""
    return table.start(Mode.OPEN)


def line(app: Flask, comer: Comer) -> Any:
    """The guest's open line."""
    io = app.extensions["socketio"]
    assert isinstance(io, SocketIO)
    db.session.rollback()
    return Context().run(io.test_client, app, namespace=NAMESPACE, flask_test_client=comer.client)


def ask(raw: Any, event: str, **payload: Any) -> dict:
    answer = Context().run(raw.emit, event, payload, namespace=NAMESPACE, callback=True)
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("who", [*Seating, "officer", "secretariat", "stranger"])
def test_links_are_made_and_guests_let_in_by_whoever_sets_the_table(room, who):
    client = room.world.client(room.people[who])
    made = client.post(f"{path(room)}/guests", data={"role": "observer", "label": "Speaker"})
    comer = come(room, make_link(room))
    admitted = decide(room, comer, "admit", by=who)
    listed = client.get(f"{path(room)}/guests/waiting")
    if who in MAKERS:
        assert (made.status_code, admitted, listed.status_code) == (303, 303, 200)
        assert client.get(made.location).status_code == 200
    else:
        refused = 404 if who == "stranger" else 403
        assert (made.status_code, admitted, listed.status_code) == (refused, refused, refused)
        assert comer.guest.state == GuestState.WAITING


@pytest.mark.parametrize("role", ["facilitator", "rapporteur", "host", "lead", "expert", "x", ""])
def test_a_link_gives_no_other_seat_than_listener_friend_and_note_taker(room, role):
    client = room.world.client(room.people[Seating.FACILITATOR])
    assert client.post(f"{path(room)}/guests", data={"role": role}).status_code == 422
    assert db.session.query(GuestLink).count() == 0


@pytest.mark.parametrize("day", ["2018-01-24", "2999-01-01", "tomorrow", "2018-13-40"])
def test_a_link_ends_on_a_day_to_come_within_sixty_days(room, day):
    client = room.world.client(room.people[Seating.FACILITATOR])
    assert client.post(f"{path(room)}/guests", data={"role": "observer", "last_day": day}).status_code == 422


def test_a_link_and_its_code_can_be_shown_again(room):
    client = room.world.client(room.people[Seating.FACILITATOR])
    where = client.post(f"{path(room)}/guests", data={"role": "observer"}).location
    link = db.session.query(GuestLink).one()
    for _ in range(2):
        page = client.get(where)
        assert f"/guest/{key_of(link)}" in page.text
        assert page.headers["Cache-Control"] == "no-store"
        code = client.get(f"{where}/code.svg")
        assert code.mimetype == "image/svg+xml"
        assert code.text.startswith("<svg")


def test_a_code_is_drawn_without_anything_our_policy_refuses():
    svg = qr_svg("https://exchange.example/guest/" + "a" * 32)
    assert "<script" not in svg
    assert "style=" not in svg
    assert 'fill="#fff"' in svg


def test_who_waits_is_told_to_pages_that_ask_only_when_it_changed(room):
    client = room.world.client(room.people[Seating.FACILITATOR])
    assert client.get(f"{path(room)}/guests/waiting").get_json() == {"waiting": [], "admitted": 0}
    assert client.get(f"{path(room)}/guests/waiting?seen=").status_code == 204
    comer = come(room, make_link(room))
    told = client.get(f"{path(room)}/guests/waiting").get_json()["waiting"]
    assert [each["name"] for each in told] == ["Ana Silva, Braga, guest"]
    piece = client.get(f"{path(room)}/guests/waiting?seen=")
    assert "Ana Silva, Braga, guest" in piece.text
    assert "<html" not in piece.text
    answer = client.post(told[0]["admit"], headers={"Accept": "application/json"})
    assert answer.get_json() == {"ok": True, "message": ""}
    assert client.get(f"{path(room)}/guests/waiting").get_json() == {"waiting": [], "admitted": 1}
    assert comer.guest.state == GuestState.ADMITTED


def test_the_reviews_page_shows_who_waits_to_those_who_let_in_and_to_nobody_else(room):
    come(room, make_link(room))
    for who, shown in (
        (Seating.FACILITATOR, True),
        (Seating.EXPERT, True),
        (Seating.FRIEND, False),
        ("officer", False),
    ):
        client = room.world.client(room.people[who])
        page = client.get(client.get(path(room)).location).text
        assert ("Ana Silva" in page) == shown, who


def test_a_critical_friend_by_link_writes_and_a_listener_does_not(app, room):
    for role, writes in ((Seating.FRIEND, True), (Seating.OBSERVER, False)):
        raw = line(app, let_in(room, role))
        joined = ask(raw, "join", review=room.review_id)
        assert joined["ok"], joined
        assert joined["you"]["seats"] == [role]
        said = ask(raw, "say", review=room.review_id, key=new_key(), text="Good morning")
        assert said["ok"] == writes
        raw.disconnect(NAMESPACE)
    (entry,) = [row for row in room.log() if row.kind == "message"]
    assert entry.person.shown_name == "Ana Silva, Braga, guest"


def test_what_a_guest_said_can_be_written_down_as_theirs(room):
    comer = let_in(room)
    person = comer.guest.person_id
    assert voices(room.review)[person].name == "Ana Silva, Braga, guest"
    with unit_of_work():
        talk.spoken(room.actor(Seating.NOTE_TAKER), room.review_id, new_key(), person, "We did it in Braga.")


def test_nobody_connects_while_waiting_to_any_room(app, room):
    raw = line(app, come(room, make_link(room)))
    answer = ask(raw, "join", review=room.review_id)
    assert answer["error"]["code"] == "not_found"
    raw.disconnect(NAMESPACE)


@pytest.mark.parametrize("how", ["show-out", "forget", "revoke", "leave", "sign-out", "expire"])
def test_the_line_ends_at_once_when_the_guest_goes(app, room, work, how):
    comer = let_in(room)
    raw = line(app, comer)
    assert ask(raw, "join", review=room.review_id)["ok"]
    if how in {"show-out", "forget"}:
        assert decide(room, comer, how) == 303
    elif how == "revoke":
        link = comer.guest.link_id
        room.world.client(room.people[Seating.FACILITATOR]).post(f"{path(room)}/guests/{link}/revoke")
    elif how == "expire":
        clock.shift(timedelta(days=4))
        work()
    else:
        comer.client.post("/visit/leave" if how == "leave" else "/sign-out")
    assert not raw.is_connected(NAMESPACE)
    assert comer.client.get(path(room)).status_code == 404


def test_who_was_shown_out_is_not_let_in_by_an_old_page(room):
    comer = let_in(room)
    decide(room, comer, "show-out")
    client = room.world.client(room.people[Seating.FACILITATOR])
    answer = client.post(f"{path(room)}/guests/{comer.id}/admit", headers={"Accept": "application/json"})
    assert answer.status_code == 409
    assert comer.guest.state == GuestState.GONE


def test_pressing_twice_is_deciding_once(room):
    comer = come(room, make_link(room))
    assert [decide(room, comer, "admit") for _ in range(2)] == [303, 303]
    db.session.rollback()
    assert db.session.query(AuditEntry).filter_by(action="guests.admitted").count() == 1


def test_erasing_a_name_leaves_the_words_to_a_former_guest(app, room, work):
    comer = let_in(room, Seating.FRIEND)
    raw = line(app, comer)
    ask(raw, "say", review=room.review_id, key=new_key(), text="Streets first")
    assert decide(room, comer, "forget") == 303
    work()
    (entry,) = [row for row in room.log() if row.kind == "message"]
    assert (entry.person.shown_name, entry.person.name, entry.person.city) == ("former guest", "", "")
    room_page = room.world.client(room.people[Seating.FACILITATOR]).get(f"{path(room)}/guests")
    assert "Ana" not in room_page.text


def test_guests_of_another_review_are_not_handled_here(room, world):
    comer = come(room, make_link(room))
    first = room.review_id
    room.open()
    assert room.review_id != first
    assert decide(room, comer, "admit") == 404
