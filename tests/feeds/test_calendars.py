"""Calendar feeds: one secret address a person, one public one a network; what is in them, and when they end."""

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import event

from infocus.accounts.models import Account
from infocus.accounts.services import deactivate
from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.feeds.calendars import feed_of, secret_of
from infocus.meetings import services
from infocus.meetings.agreed.services import Task, add_action
from infocus.meetings.models import Meeting
from infocus.networks.models import Network
from tests.support.world import World

DAY = (clock.now() + timedelta(days=40)).date()


@pytest.fixture
def city(world: World):
    """A meeting of the network with a session, an action, a public one, and one that has no exact date."""
    network = world.network()
    porto = world.partner(network)
    lead, officer = world.person(Role.LEAD, network), world.person(Role.OFFICER, porto)
    actor = world.actor(lead)
    base = {"starts": DAY.isoformat(), "ends": (DAY + timedelta(days=1)).isoformat(), "time_zone": "Europe/Lisbon"}
    with unit_of_work():
        place = db.session.get_one(Network, network.id)
        meeting = services.create_meeting(actor, place, {"title": "Porto; a, b\\n", "host": "porto", **base})
        rows = [{"title": "Opening", "day": "2", "starts": "22:00", "ends": "01:00"}]
        services.set_programme(actor, meeting, rows)
        add_action(actor, meeting, Task("Write the paper", "porto", due=DAY.isoformat()))
        services.create_meeting(actor, place, {"title": "Open day", "visibility": "public", **base})
        services.create_meeting(actor, place, {"title": "Some time", "starts": str(DAY.year)})
        meeting_id = meeting.id
    return world, officer, lead, meeting_id


def _events(body):
    events = Calendar.from_ical(body).walk("VEVENT")
    return {str(each["summary"]): {name.lower(): each.decoded(name) for name in each} for each in events}


def _key(client, officer):
    assert client.post("/me/calendar/open").status_code == 303
    feed = feed_of(officer.id)
    assert feed is not None
    return secret_of(feed)


def _statements(visitor, key):
    """How many statements the feed costs."""
    asked = []

    def note(*args):
        asked.append(args[2])

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert visitor.get(f"/calendar.ics?key={key}").status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(asked)


def test_a_persons_feed_has_meetings_sessions_and_what_their_city_has_to_do(city):
    world, officer, _lead, meeting_id = city
    client, visitor = world.client(officer), world.app.test_client()
    key = _key(client, officer)
    assert key in client.get("/me/calendar").text
    events = _events(visitor.get(f"/calendar.ics?key={key}").data)
    whole = next(each for name, each in events.items() if name.startswith("Porto"))
    session = next(each for name, each in events.items() if name.startswith("Opening"))
    assert (whole["dtstart"], whole["dtend"]) == (DAY, DAY + timedelta(days=2))
    assert session["dtend"] - session["dtstart"] == timedelta(hours=3)
    assert str(session["dtstart"].tzinfo) == "Europe/Lisbon"
    assert "Due: Write the paper" in events
    assert not any(name.startswith("Some time") for name in events)
    before = int(whole["sequence"])
    with unit_of_work():
        services.edit_meeting(world.actor(_lead), db.session.get_one(Meeting, meeting_id), {"state": "cancelled"})
    after = _events(visitor.get(f"/in-focus/calendar.ics?key={key}").data)
    moved = next(each for name, each in after.items() if name.startswith("Porto"))
    assert moved["uid"] == whole["uid"]
    assert int(moved["sequence"]) > before
    assert moved["status"] == "CANCELLED"


def test_the_networks_feed_is_public_only_and_a_persons_address_can_be_taken_back(city):
    world, officer, _lead, _meeting = city
    client, visitor = world.client(officer), world.app.test_client()
    assert set(_events(visitor.get("/in-focus/calendar.ics").data)) == {"Open day"}
    first = _key(client, officer)
    second = _key(client, officer)
    statuses = [visitor.get(f"/calendar.ics?key={key}").status_code for key in (first, second, "", second[:-1] + "x")]
    assert statuses == [404, 200, 404, 404]
    assert visitor.get("/calendar.ics").status_code == 404
    world.network("harbour-towns")
    assert visitor.get(f"/harbour-towns/calendar.ics?key={second}").status_code == 404
    with unit_of_work():
        deactivate(db.session.get_one(Account, officer.id))
    assert visitor.get(f"/calendar.ics?key={second}").status_code == 404


def test_a_feed_asks_the_database_as_often_for_one_meeting_as_for_many(city):
    world, officer, lead, _meeting = city
    key, visitor = _key(world.client(officer), officer), world.app.test_client()
    few = _statements(visitor, key)
    with unit_of_work():
        network = db.session.query(Network).filter_by(slug="in-focus").one()
        for number in range(20):
            values = {"title": f"Meeting {number}", "starts": DAY.isoformat()}
            meeting = services.create_meeting(world.actor(lead), network, values)
            services.set_programme(world.actor(lead), meeting, [{"title": "S", "starts": "09:00"}])
    assert _statements(visitor, key) <= few
