"""Actions: who does what by when, closed once, carried from meeting to meeting, and their people reminded."""

from datetime import UTC, datetime, timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.meetings.agreed import services
from infocus.meetings.agreed.jobs import remind
from infocus.meetings.agreed.queries import Wanted, Which, carried_into, list_actions
from infocus.meetings.local_groups import call_local_group
from infocus.meetings.models import Meeting, MeetingAction
from infocus.networks.models import Partner
from infocus.notifications.models import Notification
from tests.meetings.halls import Hall


def note(hall: Hall, what: str = "Write.", **task: str) -> str:
    """An action of the hall's meeting; its id."""
    with unit_of_work():
        return services.add_action(hall.actor("lead"), hall.meeting, services.Task(what, **task)).id


def action(action_id: str) -> MeetingAction:
    """As stored now."""
    db.session.rollback()
    return db.session.get_one(MeetingAction, action_id)


def city(action_id: str) -> str:
    """Whose it is, as stored now."""
    partner = action(action_id).partner
    return partner.label if partner else ""


def whats(found) -> list[str]:
    """What a list says."""
    return [getattr(row, "action", row).what for row in found]


def test_an_action_names_a_city_and_somebody_there(hall: Hall) -> None:
    officer = hall.people["officer"]
    one = note(hall, person=officer.id)
    assert (city(one), action(one).person_id) == ("Porto", officer.id), "the city is that of who is named"
    for wrong in ({"person": hall.people["stranger"].id}, {"person": "x"}, {"due": "soon"}, {"partner": "genova"}):
        with pytest.raises(Invalid) as caught:
            note(hall, **wrong)
        assert set(caught.value.fields) == set(wrong)


def test_two_who_close_one_action_do_not_undo_each_other(hall: Hall) -> None:
    one = note(hall, partner="porto")
    first = hall.client("officer").post(f"/actions/{one}", data={"done": "1"})
    second = hall.client("neighbour").post(f"/actions/{one}", data={"done": "1"}, follow_redirects=True)
    assert (first.status_code, second.status_code) == (303, 200)
    assert f"{hall.people['officer'].name} has closed this action already." in second.text
    assert action(one).closed_by == hall.people["officer"].id
    assert hall.client("lead").post(f"/actions/{one}", data={"done": "0"}).status_code == 303
    assert (action(one).done_at, action(one).closed_by) == (None, None)
    assert hall.client("lead").post(f"/actions/{one}", data={"done": "1", "reason": "No money."}).status_code == 303
    assert (action(one).dropped, action(one).reason) == (True, "No money.")


def test_changing_an_action_keeps_what_was_typed_wrong(hall: Hall) -> None:
    one = note(hall, partner="porto", due="2018-01-19")
    client = hall.client("officer")
    wrong = client.post(f"/actions/{one}/edit", data={"what": "Other words.", "partner": "porto", "due": "soon"})
    assert wrong.status_code == 422
    assert 'value="Other words."' in wrong.text
    assert action(one).what == "Write."
    right = client.post(f"/actions/{one}/edit", data={"what": "Other words.", "partner": "ostrava", "due": "2018-02"})
    assert right.status_code == 303
    assert (action(one).what, city(one), action(one).due) == ("Other words.", "Ostrava", "2018-02")
    assert hall.client("observer").get(f"/actions/{one}/edit").status_code == 403
    assert hall.client("stranger").get(f"/actions/{one}/edit").status_code == 404


def test_the_next_meeting_takes_over_what_is_open(hall: Hall) -> None:
    early, first = note(hall, "Done before."), hall.meeting_id
    note(hall, "Still open.")
    with unit_of_work():
        services.settle_action(hall.actor("lead"), action(early))
        action(early).done_at = datetime(2017, 10, 1, tzinfo=UTC)
    bordeaux = hall.call(title="Bordeaux", starts="2017-11-22", ends="")
    note(hall, "Of Bordeaux.")
    soon, later = (f"{(clock.now() + timedelta(days=days)).date()}" for days in (20, 90))
    coming, after = hall.call(title="Next", starts=soon, ends=""), hall.call(title="Then", starts=later, ends="")
    with unit_of_work():
        porto = db.session.query(Partner).filter_by(slug="porto").one()
        own = call_local_group(hall.actor("host"), porto, title="Our group", starts=soon, language="pt").id
    reader = hall.actor("observer")
    carried = {each: whats(carried_into(reader, db.session.get_one(Meeting, each)))
               for each in (first, bordeaux, coming, after)}  # fmt: skip
    assert carried == {first: [], bordeaux: ["Still open."], coming: ["Still open.", "Of Bordeaux."], after: []}
    assert carried_into(hall.actor("host"), db.session.get_one(Meeting, own)) == [], (
        "a city's own group is another circle"
    )
    hall.meeting_id = coming
    for address in (hall.path, f"{hall.path}/minutes"):
        assert "Of Bordeaux." in hall.client("officer").get(address).text


def test_all_actions_on_one_page_and_as_a_table(hall: Hall) -> None:
    for what, due, partner in (("Late.", "2017-10-01", "porto"), ("This year.", f"{clock.now().year}", "porto"),
                               ("=1+1", "", "ostrava")):  # fmt: skip
        note(hall, what, due=due, partner=partner)
    done = note(hall, "Finished.", partner="porto")
    with unit_of_work():
        services.settle_action(hall.actor("lead"), action(done))
    reader = hall.actor("observer")

    def shown(**wanted) -> set[str]:
        return set(whats(list_actions(reader, Wanted(**wanted)).items))

    assert shown() == {"Late.", "This year.", "=1+1"}
    assert shown(which=Which.LATE) == {"Late."}
    assert shown(which=Which.CLOSED) == {"Finished."}
    assert shown(which=Which.ALL, partner=("ostrava",)) == {"=1+1"}
    assert set(whats(list_actions(hall.actor("officer"), Wanted(mine=True)).items)) == {"Late.", "This year."}
    assert list_actions(hall.actor("stranger"), Wanted()).items == []
    client = hall.client("officer")
    assert "Late." in client.get("/meetings/actions?which=late").text
    table = client.get("/meetings/actions.csv?which=all").text
    assert table.count("\n") == 5
    assert "'=1+1" in table


def test_people_are_reminded_once_of_each_due_day(hall: Hall) -> None:
    tomorrow, week_ago = (f"{(clock.now() + timedelta(days=days)).date()}" for days in (1, -7))
    note(hall, "For one.", person=hall.people["officer"].id, due=tomorrow)
    moved = note(hall, "For a city.", partner="ostrava", due=tomorrow)
    note(hall, "Late.", partner="porto", due=week_ago)
    closed = note(hall, "Closed.", partner="porto", due=tomorrow)
    with unit_of_work():
        services.settle_action(hall.actor("lead"), action(closed))
    for _ in range(2):
        remind()
    told = {(row.person_id, row.kind, row.words["what"]) for row in db.session.query(Notification)}
    names = {name: person.id for name, person in hall.people.items()}
    assert told == {
        (names["officer"], "due-tomorrow", "For one."),
        (names["neighbour"], "due-tomorrow", "For a city."),
        (names["host"], "action-late", "Late."),
    }
    assert db.session.query(Notification).count() == 3
    with unit_of_work():
        services.edit_action(hall.actor("lead"), action(moved), services.Task("For a city.", "ostrava", due=week_ago))
    remind()
    assert db.session.query(Notification).count() == 4


def test_what_is_marked_in_the_minutes_stands_with_its_section(hall: Hall) -> None:
    session, client = hall.meeting.sessions[0].id, hall.client("officer")
    part = {"X-Part": "1"}
    answer = client.post(f"{hall.path}/decisions", data={"text": "We go on.", "section": session}, headers=part)
    assert (answer.status_code, "We go on." in answer.text) == (200, True)
    wrong = client.post(f"{hall.path}/actions", data={"what": "", "section": session}, headers=part)
    assert (wrong.status_code, bool(wrong.json["message"])) == (422, True)
    client.post(f"{hall.path}/actions", data={"what": "Send it.", "section": session, "partner": "porto"}, headers=part)
    found = client.get(f"{hall.path}/marked?section={session}").text
    assert ("We go on." in found, "Send it." in found) == (True, True)
    assert "We go on." not in client.get(f"{hall.path}/marked?section=general").text
