"""Adoptions: who says how far a city is, who reads it, who is told, and what stays of it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from infocus.accounts import own_data
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Invalid, NotAllowed, NotFound
from infocus.networks.audit import AuditEntry
from infocus.networks.models import NetworkState, Partner
from infocus.notifications.models import Notification
from infocus.notifications.queries import own_notifications
from infocus.practices.documents import practice_entries
from infocus.practices.models import Practice, PracticeState
from infocus.practices.transfers.ledger import cities_using, ledger
from infocus.practices.transfers.models import Transfer
from infocus.practices.transfers.services import mark, take_back
from infocus.records.models import Visibility
from tests.practices.conftest import Office
from tests.rights.people import EVERYBODY, IN_FOCUS, invite
from tests.support.there import there
from tests.support.world import World

NOTE = "Twelve firms instead of five."


@pytest.fixture
def published(office: Office) -> Office:
    """Porto's practice, read by everyone; Ostrava has an officer beside its coordinator."""
    office.begin().put(PracticeState.PUBLISHED, visibility=Visibility.PUBLIC)
    ostrava = db.session.scalars(select(Partner).where(Partner.slug == "ostrava")).one()
    office.people["colleague"] = office.world.person(Role.OFFICER, ostrava)
    return office


def _mark(office: Office, stage: str, note: str | None = NOTE, who: str = "neighbour", **more: Any) -> Transfer:
    with unit_of_work():
        return mark(office.actor(who), office.practice, stage, note, **more)


def _take_back(office: Office, who: str = "neighbour") -> None:
    with unit_of_work():
        take_back(office.actor(who), office.practice)


def _kinds(office: Office, who: str) -> list[tuple[str, str]]:
    """What this person was told of adoptions, newest first."""
    own = select(Notification).where(Notification.person_id == office.people[who].id)
    rows = db.session.scalars(own.order_by(Notification.id.desc()))
    return [(row.kind, row.quote) for row in rows if row.kind in {"practice-adopted", "practice-interest"}]


def test_a_city_is_one_line_that_moves(published: Office) -> None:
    _mark(published, "interested")
    _mark(published, "adapt", None, "colleague")
    rows = ledger(published.practice)
    assert [(there(row.partner).slug, row.state, row.note) for row in rows] == [("ostrava", "adapt", NOTE)]
    assert rows[0].marked_by == published.people["colleague"].id
    _mark(published, "reuse", "")
    assert [(row.state, row.note) for row in ledger(published.practice)] == [("reuse", "")]
    _take_back(published)
    assert ledger(published.practice) == []
    with pytest.raises(NotFound):
        _take_back(published)


def test_the_same_said_twice_is_nothing_new(published: Office) -> None:
    first = _mark(published, "adapt")
    stamp = first.updated_at
    again = _mark(published, "adapt", f"  {NOTE} ")
    assert (again.id, again.updated_at) == (first.id, stamp)
    assert len(_kinds(published, "author")) == 1
    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == 1


@pytest.mark.parametrize(
    ("stage", "note", "field"),
    [("tried", "", "stage"), ("", "", "stage"), ("adapt", "é" * 301, "note"), ("adapt", "a\x00b", "note")],
)
def test_wrong_values_are_named_beside_their_fields(published: Office, stage: str, note: str, field: str) -> None:
    with pytest.raises(Invalid) as error:
        _mark(published, stage, note)
    assert set(error.value.fields) == {field}
    assert ledger(published.practice) == []
    assert _mark(published, "adapt", "é" * 300).note == "é" * 300


def test_the_owners_are_told_once_a_city_in_their_list_and_not_of_their_own_deeds(published: Office) -> None:
    _mark(published, "interested", "")
    assert _kinds(published, "author") == [("practice-interest", "")] == _kinds(published, "coordinator")
    _mark(published, "adapt")
    assert _kinds(published, "author") == [("practice-adopted", NOTE)]
    _mark(published, "adapt", "Fewer words.")
    assert _kinds(published, "author") == [("practice-adopted", "Fewer words.")]
    assert _kinds(published, "neighbour") == []
    told = own_notifications(published.actor("author")).items[0]
    who = published.people["neighbour"].name
    assert told.sentence == f"{who}’s city is taking over “{published.practice.title}”"
    _take_back(published)
    assert _kinds(published, "author") == []


def test_acts_are_written_down(published: Office) -> None:
    _mark(published, "interested", "")
    _mark(published, "adapt")
    _take_back(published)
    rows = list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)))
    assert [(row.action, row.detail) for row in rows] == [
        ("practices.adopt", {"partner": "ostrava", "stage": "interested", "before": None}),
        ("practices.adopt", {"partner": "ostrava", "stage": "adapt", "before": "interested"}),
        ("practices.take-back-adoption", {"partner": "ostrava", "before": "adapt"}),
    ]
    assert {row.subject for row in rows} == {published.practice_id}


def test_what_a_person_marked_is_theirs_to_take_away(published: Office) -> None:
    _mark(published, "adapt")
    account = published.people["neighbour"].account
    assert account is not None
    (row,) = own_data.export(account)["adoptions"]
    assert (row["practice"], row["partner"], row["stage"], row["note"]) == (
        published.practice_id, "ostrava", "adapt", NOTE,
    )  # fmt: skip


def _refusal(office: Office, who: str, state: NetworkState = NetworkState.ACTIVE) -> type[AppError] | None:
    with unit_of_work():
        office.network.state = state
    try:
        _mark(office, "interested", "", who)
    except AppError as error:
        return type(error)
    return None


@pytest.mark.parametrize("state", NetworkState)
def test_officers_and_coordinators_of_other_cities_mark_while_the_network_takes_updates(
    world: World, state: NetworkState
) -> None:
    network = world.network()
    porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
    people = invite(world, network, porto, ostrava)
    office = Office(world, network.id, people).begin("author").put(PracticeState.PUBLISHED)
    may = {"coordinator-2", "officer-2", "facilitator", "friend"} if state != NetworkState.CLOSED else set()
    for who in EVERYBODY - {"visitor"}:
        expected = None if who in may else NotAllowed if who in IN_FOCUS else NotFound
        assert _refusal(office, who, state) is expected, who


def test_there_is_no_new_word_on_what_was_withdrawn_or_is_not_shared(published: Office) -> None:
    both = published.people["neighbour"]
    published.world.belongs(both, Role.LEAD, published.network)  # who still reads what was withdrawn
    for state in PracticeState:
        published.put(state, visibility=Visibility.NETWORK, published_at=None)
        shared = state in {PracticeState.PUBLISHED, PracticeState.NEEDS_VERIFICATION}
        refused = NotAllowed if state == PracticeState.WITHDRAWN else NotFound
        assert _refusal(published, "neighbour") is (None if shared else refused), state


def test_nobody_speaks_for_a_city_that_is_not_theirs(published: Office) -> None:
    with pytest.raises(NotAllowed):
        _mark(published, "adapt", partner="porto")
    torino = published.world.partner(published.network, "torino")
    published.world.belongs(published.people["author"], Role.OFFICER, torino)
    with pytest.raises(NotAllowed):
        _mark(published, "adapt", who="author", partner="porto")
    assert there(_mark(published, "adapt", who="author").partner).slug == "torino"


def test_the_index_counts_cities_that_changed_or_run_it(published: Office) -> None:
    published.save(section_visibility={"wrong": "network"})

    def counted() -> set[int]:
        return {entry.adoptions for entry in practice_entries(published.practice_id) or ()}

    assert counted() == {0}
    _mark(published, "understand")
    assert counted() == {0}
    _mark(published, "adapt")
    assert counted() == {1}
    torino = published.world.partner(published.network, "torino")
    published.people["third"] = published.world.person(Role.OFFICER, torino)
    _mark(published, "reuse", who="third")
    assert counted() == {2}
    assert cities_using([published.practice_id, "none"]) == {published.practice_id: 2}
    _take_back(published)
    assert counted() == {1}


def test_two_people_of_a_city_at_once_make_one_line(published: Office, app: Flask) -> None:
    """Both looked before either had written: the second finds the first one's line."""
    together = threading.Barrier(2, timeout=120)
    actors = {who: published.actor(who) for who in ("neighbour", "colleague")}
    practice_id = published.practice_id
    db.session.rollback()

    def run(who: str, stage: str) -> None:
        with app.app_context():
            together.wait()
            with unit_of_work():
                mark(actors[who], db.session.get_one(Practice, practice_id), stage, who)

    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(run, *each) for each in (("neighbour", "adapt"), ("colleague", "reuse"))]
    assert [each.result() for each in running] == [None, None]
    db.session.rollback()
    (row,) = ledger(published.practice)
    assert (row.state, row.note) in {("adapt", "neighbour"), ("reuse", "colleague")}


def test_the_page_shows_cities_by_the_alphabet_and_people_to_members_only(published: Office) -> None:
    aveiro = published.world.partner(published.network, "aveiro")
    published.people["third"] = published.world.person(Role.COORDINATOR, aveiro)
    _mark(published, "reuse")
    _mark(published, "interested", "", "third")
    member = published.world.client(published.people["observer"]).get(published.path).text
    section = member[member.index('id="used"') :]
    assert section.index("Aveiro") < section.index("Ostrava")
    assert "In use in 1 city" in section
    assert NOTE in section
    name = published.people["neighbour"].name
    assert name in section
    visitor = published.world.app.test_client().get(published.path).text
    assert NOTE in visitor
    assert name not in visitor
    assert "What about" not in member + visitor
    listed = published.world.client(published.people["observer"]).get("/practices").text
    assert "in use in 1 city" in listed


def test_a_practice_nobody_uses_says_so_only_to_those_who_may_add_their_city(published: Office) -> None:
    assert 'id="used"' not in published.world.client(published.people["author"]).get(published.path).text
    page = published.world.client(published.people["neighbour"]).get(published.path).text
    assert "No other city has said yet that it uses this." in page
    assert "What about Ostrava?" in page


def test_one_click_says_interested_and_never_takes_a_transfer_back_to_its_beginning(published: Office) -> None:
    client = published.world.client(published.people["neighbour"])
    answer = client.post(f"{published.path}/interest", data={"partner": "ostrava"})
    (row,) = ledger(published.practice)
    assert (answer.status_code, answer.location, row.state) == (303, f"{published.path}#used-{row.id}", "interested")
    page = client.get(published.path).text
    assert f'id="used-{row.id}"' in page
    assert "Open a transfer for Ostrava" in page
    _mark(published, "adapt")
    client.post(f"{published.path}/interest")
    assert ledger(published.practice)[0].state == "adapt"
    assert client.post(f"{published.path}/adoption/remove", data={"partner": "ostrava"}).status_code == 303
    assert ledger(published.practice) == []


def test_who_speaks_for_several_cities_has_buttons_for_each(published: Office) -> None:
    torino = published.world.partner(published.network, "torino")
    published.world.belongs(published.people["neighbour"], Role.OFFICER, torino)
    client = published.world.client(published.people["neighbour"])
    page = client.get(published.path).text
    assert "What about Ostrava?" in page
    assert "What about Torino?" in page
    client.post(f"{published.path}/interest", data={"partner": "torino"})
    assert [there(row.partner).slug for row in ledger(published.practice)] == ["torino"]
    assert client.post(f"{published.path}/interest", data={"partner": "porto"}).status_code == 403


def _queries(office: Office, path: str, who: str) -> int:
    client = office.world.client(office.people[who])
    client.get(path)
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert client.get(path).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def test_page_and_list_ask_no_more_often_however_many_cities_there_are(published: Office) -> None:
    _mark(published, "adapt")
    before = {path: _queries(published, path, "neighbour") for path in (published.path, "/practices")}
    for number in range(6):
        city = published.world.partner(published.network, f"city-{number}")
        published.people[f"c{number}"] = published.world.person(Role.OFFICER, city)
        _mark(published, "reuse", who=f"c{number}")
    for path, asked in before.items():
        assert _queries(published, path, "neighbour") <= asked, path
