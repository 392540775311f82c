"""What goes on from what was typed: words, records and people, each for who may know them."""

import pytest
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.library.people import names_of, people_beginning
from infocus.networks.models import MembershipRow


@pytest.fixture
def jana(shelf):
    """A member of the network with a name that has accents, and two roles."""
    person = shelf.world.person(Role.COORDINATOR, shelf.partner)
    with unit_of_work():
        db.session.merge(person).name = "Jana Kovářová-Łęcka"
    shelf.world.belongs(person, Role.EXPERT, shelf.network)
    return person


def items(client, typed):
    return client.get("/library/suggest", query_string={"q": typed}).json["items"]


def test_three_kinds_with_where_they_lead(shelf, work, jana):
    record = shelf.note("Janas Workshop", summary="Of janas and others.")
    work()
    answer = shelf.world.client(shelf.people["neighbour"]).get("/library/suggest?q=jana").json
    found = {each["kind"]: each for each in answer["items"]}
    assert found["record"]["url"].startswith(f"/in-focus/notes/{record}")
    assert (found["record"]["text"], found["record"]["mark"]) == ("Janas Workshop", "Po")
    assert found["record"]["detail"].endswith("Porto")
    assert found["word"]["url"] == f"/library?q={found['word']['text']}"
    assert found["person"]["url"] == f"/library?author={jana.id}"
    assert found["person"]["detail"] == "Lead expert"  # the first of two roles
    assert set(answer["sections"]) == {"word", "record", "person", "search"}
    assert answer["said"] == f"{len(answer['items'])} suggestions"


@pytest.mark.parametrize("typed", ["Jana", "kovar", "LECKA", "ková jan", "łęc"])
def test_any_part_of_a_name_begins_it(shelf, jana, typed):
    assert [each.id for each in people_beginning(shelf.actor("neighbour"), typed)] == [jana.id]


@pytest.mark.parametrize("typed", ["ana", "jana x", "", " ", "%", "_", "'"])
def test_nobody_is_offered_for_what_begins_no_name(shelf, jana, typed):
    assert people_beginning(shelf.actor("neighbour"), typed) == []


def test_people_are_for_members_of_their_networks(shelf, jana):
    for who in ("stranger", "admin"):
        assert people_beginning(shelf.actor(who), "jana") == []
        assert names_of(shelf.actor(who), [jana.id]) == {}
        assert items(shelf.world.client(shelf.people[who]), "jana") == []
    assert items(shelf.world.app.test_client(), "jana") == []
    assert names_of(shelf.actor("observer"), [jana.id]) == {jana.id: "Jana Kovářová-Łęcka"}


def test_a_persons_chip_is_named_for_members_only(shelf, work, jana):
    shelf.note("Workshop")
    work()
    names = {"neighbour": "Jana Kovářová-Łęcka", "stranger": "one person’s"}
    for who, name in names.items():
        text = shelf.world.client(shelf.people[who]).get(f"/library?author={jana.id}&q=workshop").text
        assert f'href="/library?q=workshop">{name} <' in text


def test_who_left_or_was_erased_is_offered_no_longer(shelf, jana):
    neighbour = shelf.actor("neighbour")
    with unit_of_work():
        db.session.merge(jana).former_label = "former coordinator of Porto"
    assert people_beginning(neighbour, "jana") == []
    with unit_of_work():
        person = db.session.merge(jana)
        person.former_label = None
        for row in db.session.scalars(select(MembershipRow).where(MembershipRow.person_id == person.id)):
            row.ended_at = clock.now()
    assert people_beginning(neighbour, "jana") == []


def test_nothing_is_said_in_words(shelf):
    answer = shelf.world.client(shelf.people["neighbour"]).get("/library/suggest?q=xylophone").json
    assert (answer["items"], answer["said"]) == ([], "No suggestions")
