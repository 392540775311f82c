"""The pages of a network: open to everyone, without the names of people; found by everyone, whatever its state."""

import csv
import io

import pytest
from sqlalchemy import event

from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.networks.models import NetworkState
from infocus.networks.priorities import Priorities, Priority


@pytest.fixture
def network(world):
    return world.network()


def city(world, network, slug, sectors=(), *, emerging=(), at=None):
    partner = world.partner(network, slug)
    items = (
        Priority("Settled", 2016, "Strategy", ecosystems=tuple(sectors)),
        Priority("New", ecosystems=tuple(emerging), emerging=True),
    )
    with unit_of_work():
        partner.priorities = Priorities("What we do", ("talent",), items).as_json()
        partner.mailbox = f"mail@{slug}.example"
        if at:
            partner.latitude, partner.longitude = at
    return partner


def test_everyone_reads_the_front_and_only_members_the_names(world, network, client):
    porto = city(world, network, "porto", ["digital"], at=(41.2, -8.6))
    officer = world.person(Role.OFFICER, porto)
    outsider = world.client(world.person(Role.OFFICER, world.partner(world.network("harbour-towns"), "harbour")))
    for path in ("/in-focus", "/in-focus/partners/porto"):
        assert "Porto" in client.get(path).text
        for reader in (client, outsider):
            page = reader.get(path).text
            assert officer.name not in page
            assert porto.mailbox not in page
        assert officer.name in world.client(officer).get(path).text


@pytest.mark.parametrize(
    "path", ["/nowhere", "/in-focus/partners/nowhere", "/nowhere/partners/porto", "/in-focus'--", "/nowhere/people"]
)
def test_what_is_not_there_is_not_found(world, network, path):
    lead = world.client(world.person(Role.LEAD, network))
    assert lead.get(path).status_code == 404


def test_the_list_leads_to_the_only_network_and_else_shows_all(world, network, client):
    assert client.get("/networks").location == "/in-focus"
    world.network("harbour-towns", state=NetworkState.CLOSED)
    page = client.get("/networks").text
    assert "In Focus" in page
    assert "Harbour Towns" in page


def test_without_any_network_the_page_teaches(client, session):
    assert "No network yet" in client.get("/networks").text


def test_who_works_on_what_is_a_table_by_alphabet_and_a_csv(world, network, client):
    city(world, network, "torino", ["mobility"], emerging=["health"])
    city(world, network, "porto", ["digital", "mobility"])
    city(world, network, "bilbao")
    rows = list(csv.reader(io.StringIO(client.get("/in-focus/sectors.csv").data.decode("utf-8-sig"))))
    assert rows == [
        ["Partner", "Digital", "Health", "Mobility, transport and automotive"],
        ["Bilbao", "", "", ""],
        ["Porto", "priority", "", "priority"],
        ["Torino", "", "emerging", "priority"],
    ]
    assert client.get("/in-focus").text.count('class="d p"') == 3


def test_a_csv_never_holds_a_formula(world, network, client):
    porto = city(world, network, "porto")
    with unit_of_work():
        porto.body = "=HYPERLINK(1)"
    assert "'=HYPERLINK(1)" in client.get("/in-focus/partners.csv").text


def test_cities_like_mine_come_with_the_reason_and_by_alphabet(world, network):
    porto = city(world, network, "porto", ["digital", "tourism"])
    city(world, network, "torino", ["digital", "tourism"])
    city(world, network, "bilbao", ["digital"])
    page = world.client(world.person(Role.OFFICER, porto)).get("/in-focus").text
    twins = page.split('class="twins"')[1].split("</section>")[0]
    assert twins.index("Bilbao") < twins.index("Torino")
    assert "You both count on Digital; Tourism." in twins
    assert "Porto" not in twins


def test_one_page_asks_the_same_of_the_database_for_two_cities_and_for_twelve(world, network, session):
    lead = world.client(world.person(Role.LEAD, network))

    def asked():
        found = []

        def note(*arguments):
            found.append(arguments[2])

        event.listen(db.engine, "before_cursor_execute", note)
        assert lead.get("/in-focus").status_code == 200
        event.remove(db.engine, "before_cursor_execute", note)
        return len(found)

    for slug in ("porto", "torino"):
        world.person(Role.OFFICER, city(world, network, slug, ["digital"], at=(41, -8)))
    first = asked()
    for number in range(10):
        world.person(Role.OFFICER, city(world, network, f"city{number}", ["digital"], at=(41 + number, number)))
    assert asked() == first


def test_the_last_network_is_remembered_for_pages_that_name_none(world, network):
    person = world.person(Role.OFFICER, world.partner(network))
    world.belongs(person, Role.OBSERVER, world.network("harbour-towns"))
    browser = world.client(person)
    browser.get("/harbour-towns")
    with browser.session_transaction() as cookie:
        assert cookie["network"] == "harbour-towns"
    world.network("elsewhere")
    browser.get("/elsewhere")
    with browser.session_transaction() as cookie:
        assert cookie["network"] == "harbour-towns"
