"""A guest opens a link, says who they are, waits, is let in, and leaves again."""

import re
from datetime import timedelta

import pytest

from infocus.accounts.models import Person, Visit
from infocus.accounts.views import doors
from infocus.accounts.visitor_cookie import COOKIE
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.reviews.guests.models import Guest, GuestLink
from infocus.reviews.guests.services import arriving
from infocus.reviews.room.services import phases
from infocus.reviews.vocabulary import Seating
from tests.reviews.guests.comings import come, decide, let_in, make_link, path
from tests.reviews.tables import Table, new_key


@pytest.fixture
def room(table: Table) -> Table:
    """A guided review that is live."""
    return table.start()


def test_a_guest_waits_and_the_page_opens_the_room_when_they_are_let_in(room):
    comer = come(room, make_link(room))
    assert "O facilitador foi avisado" in comer.page, "in the language the guest chose"
    assert comer.client.get(path(room)).status_code == 404
    assert comer.client.get("/visit/state?seen=waiting").status_code == 204
    assert decide(room, comer, "admit") == 303
    assert comer.client.get("/visit/state?seen=waiting").headers["HX-Redirect"] == "/visit"
    answer = comer.client.get("/visit")
    assert answer.status_code == 303
    assert answer.location.endswith("/room")
    page = comer.client.get(answer.location)
    assert page.status_code == 200
    assert "Ana Silva, Braga" in page.text


def test_the_name_stands_with_the_city_and_as_a_guest_in_the_language_of_the_room(room):
    assert come(room, make_link(room)).guest.person.shown_name == "Ana Silva, Braga, guest"


def test_who_is_not_let_in_reads_nothing_and_can_still_be_let_in(room):
    comer = come(room, make_link(room))
    assert decide(room, comer, "refuse") == 303
    assert comer.client.get(path(room)).status_code == 404
    assert comer.client.get("/visit").status_code == 200
    assert decide(room, comer, "admit") == 303
    assert comer.client.get("/visit").status_code == 303


@pytest.mark.parametrize("why", ["unknown", "revoked", "expired", "cancelled"])
def test_a_link_that_does_not_work_is_answered_alike_whatever_the_reason(table, why):
    room = table.open()
    key = make_link(room)
    client = room.world.app.test_client()
    unknown = client.get(f"/guest/{'x' * len(key)}")
    if why == "revoked":
        with unit_of_work():
            db.session.query(GuestLink).one().revoked_at = clock.now()
    elif why == "expired":
        with unit_of_work():
            db.session.query(GuestLink).one().expires_at = clock.now() - timedelta(seconds=1)
    elif why == "cancelled":
        room.world.client(room.people[Seating.FACILITATOR]).post(f"{path(room)}/cancel")
    else:
        key = key[:-1] + ("A" if key[-1] != "A" else "B")
    answer = client.get(f"/guest/{key}")
    assert answer.status_code == unknown.status_code == 404
    assert _said(answer.text, key) == _said(unknown.text, "x" * len(key))
    assert client.post(f"/guest/{key}", data={"name": "A", "city": "B", "language": "en"}).status_code == 404


def _said(page: str, key: str) -> str:
    """A page without what differs at every request."""
    return re.sub(r'(csrf-token" content|csrf_token" value)="[^"]*"', "", page).replace(key, "")


def test_opening_a_link_uses_nothing_up_and_stores_nobody(room):
    people = db.session.query(Person).count()
    key = make_link(room)
    for _ in range(3):
        assert room.world.app.test_client().get(f"/guest/{key}").status_code == 200
    db.session.rollback()
    assert db.session.query(Person).count() == people


def test_the_database_holds_neither_the_key_of_a_link_nor_that_of_a_visit(room):
    key = make_link(room)
    comer = come(room, key)
    cookie = comer.client.get_cookie(COOKIE)
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    stored = [str(vars(row)) for kind in (GuestLink, Guest, Visit, Person) for row in db.session.query(kind)]
    assert not [text for text in stored if key in text or cookie.value in text]


def test_a_key_has_192_bits_and_no_two_links_share_one(room):
    keys = {make_link(room) for _ in range(5)}
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


def test_the_door_counts_tries(room, monkeypatch):
    monkeypatch.setattr(doors, "LOOKS", "12/hour")
    client = room.world.app.test_client()
    answers = [client.get(f"/guest/wrong{n}").status_code for n in range(13)]
    assert answers == [404] * 12 + [429]


@pytest.mark.parametrize(
    ("name", "city", "language"),
    [("", "Braga", "pt"), ("Ana", "", "pt"), ("x" * 61, "Braga", "pt"), ("Ana", "B", "xx")],
)
def test_what_is_missing_is_said_beside_its_field_and_nobody_is_stored(room, name, city, language):
    client = room.world.app.test_client()
    answer = client.post(f"/guest/{make_link(room)}", data={"name": name, "city": city, "language": language})
    assert answer.status_code == 422
    db.session.rollback()
    assert not db.session.query(Guest).count()


def test_coming_twice_with_one_browser_is_coming_once(room):
    key = make_link(room)
    comer = come(room, key)
    assert comer.client.get(f"/guest/{key}").location == "/visit"
    assert comer.client.post(f"/guest/{key}", data={"name": "B", "city": "C", "language": "en"}).location == "/visit"
    db.session.rollback()
    assert db.session.query(Guest).count() == 1


def test_a_queue_of_sixty_is_the_longest_at_one_link(room, monkeypatch):
    monkeypatch.setattr(arriving, "CROWD", 2)
    key = make_link(room)
    come(room, key)
    come(room, key)
    answer = room.world.app.test_client().post(f"/guest/{key}", data={"name": "A", "city": "B", "language": "en"})
    assert answer.status_code == 422


def test_an_hour_after_the_link_ran_out_the_guest_reads_nothing(room):
    comer = let_in(room)
    assert comer.client.get(path(room)).status_code == 301
    clock.shift(timedelta(days=3))
    assert comer.client.get(path(room)).status_code == 404


def test_a_review_that_is_over_is_read_for_one_day_more(room):
    key = make_link(room, last_day=(clock.now() + timedelta(days=5)).date().isoformat())
    comer = come(room, key)
    decide(room, comer, "admit")
    with unit_of_work():
        phases.finish(room.actor(Seating.FACILITATOR), room.review_id, new_key())
    clock.shift(timedelta(hours=23))
    assert comer.client.get(path(room)).status_code == 301
    clock.shift(timedelta(hours=25))
    assert comer.client.get(path(room)).status_code == 404
    assert room.world.app.test_client().get(f"/guest/{key}").status_code == 404


def test_a_guest_has_no_page_of_their_own_and_no_history(room):
    comer = let_in(room)
    for address in ("/me", "/me/security", "/notifications"):
        assert comer.client.get(address).status_code in {302, 401, 404}, address
    page = comer.client.get("/")
    assert page.status_code == 200
    assert "/me" not in page.text.replace("/meetings", "")


def test_who_signs_in_is_no_guest_any_more(room):
    comer = let_in(room)
    account = room.world.client(room.people["stranger"])
    cookie = comer.client.get_cookie(COOKIE)
    assert cookie is not None
    account.set_cookie(COOKIE, cookie.value)
    assert account.get(path(room)).status_code == 404


def test_a_guest_reads_the_pages_in_the_language_they_chose(room):
    comer = come(room, make_link(room), language="pt")
    assert '<html lang="pt"' in comer.page
    comer.client.post("/language", data={"language": "pl", "next": "/visit"})
    assert '<html lang="pl"' in comer.page


def test_a_guest_takes_what_is_held_about_them(room):
    held = let_in(room).client.get("/visit/data.json").get_json()
    assert held["person"]["city"] == "Braga"
    assert held["guest_visits"][0]["state"] == "admitted"


def test_nobody_else_is_told_anything_at_the_guests_pages(room):
    client = room.world.app.test_client()
    assert client.get("/visit").status_code == 404
    assert client.get("/visit/data.json").status_code == 404
    assert client.post("/visit/leave").status_code == 303


@pytest.mark.parametrize("way", ["/visit/leave", "/sign-out"])
def test_leaving_ends_the_visit_on_the_server(room, way):
    comer = let_in(room)
    cookie = comer.client.get_cookie(COOKIE)
    assert cookie is not None
    comer.client.post(way)
    again = room.world.app.test_client()
    again.set_cookie(COOKIE, cookie.value)
    assert again.get(path(room)).status_code == 404
    assert db.session.query(Visit).count() == 0


def test_who_was_never_let_in_is_forgotten_when_the_link_ran_out(room, work):
    refused, waiting = come(room, make_link(room)), come(room, make_link(room))
    inside = let_in(room)
    decide(room, refused, "refuse")
    clock.shift(timedelta(days=4))
    work()
    with unit_of_work():
        arriving.tidy()
    db.session.rollback()
    assert [row.id for row in db.session.query(Guest)] == [inside.id]
    names = [person.name for person in db.session.query(Person).filter(Person.name.like("%guest"))]
    assert names == ["Ana Silva, Braga, guest"]
    assert waiting.id != inside.id
