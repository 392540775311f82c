"""Guests of a meeting: by link, admitted, expiring, reading one meeting and what the network reads of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.meetings.models import Participant
from infocus.meetings.people.jobs import forget_who_never_came_in
from infocus.meetings.people.models import MeetingGuest, MeetingGuestLink
from infocus.meetings.people.services import guesting
from infocus.records.models import Record
from infocus.records.urls import record_path
from tests.meetings.halls import Hall

DAY = (clock.now() + timedelta(days=1)).date()


@pytest.fixture
def door(hall: Hall) -> str:
    """The address of a link to a meeting of tomorrow."""
    hall.edit(starts=DAY.isoformat(), ends="")
    with unit_of_work():
        return f"/meeting-guest/{guesting.key_of(guesting.make_link(hall.actor('host'), hall.meeting, 'Speaker'))}"


def _come(hall: Hall, door: str):
    client = hall.world.app.test_client()
    assert client.post(door, data={"name": "Ana", "city": "Braga", "language": "pt"}).status_code == 303
    return client


def _decide(hall: Hall, deed: str, who: str = "host") -> int:
    guest = db.session.scalars(select(MeetingGuest.id).order_by(MeetingGuest.asked_at.desc())).first()
    return int(hall.client(who).post(f"{hall.path}/guests/{guest}/{deed}").status_code)


def _path(record_id: str) -> str:
    db.session.rollback()
    return record_path(db.session.get_one(Record, record_id))


def test_a_guest_waits_is_let_in_and_reads_this_meeting_and_nothing_else(hall: Hall, door: str) -> None:
    shared, own = hall.add_output("host"), hall.add_output("host", visibility="partner", title="Kept")
    mine = hall.meeting_id
    hall.call("lead", title="Elsewhere")
    elsewhere, other_id = hall.path, hall.add_output("host", title="There")
    hall.meeting_id = mine
    guest = _come(hall, door)
    assert guest.get("/meeting-visit").status_code == 200
    assert guest.get(hall.path).status_code == 404
    assert [_decide(hall, "admit", who) for who in ("officer", "stranger")] == [403, 404]
    assert _decide(hall, "admit") == 303
    page = guest.get("/meeting-visit", follow_redirects=True)
    assert "Torino" in page.text
    opened = {name: guest.get(path).status_code for name, path in {
        "shared": _path(shared), "own": _path(own), "elsewhere": elsewhere, "there": _path(other_id),
        "people": f"{hall.path}/people", "attendance": f"{hall.path}/attendance", "edit": f"{hall.path}/edit",
    }.items()}  # fmt: skip
    assert opened == {
        "shared": 200, "own": 404, "elsewhere": 404, "there": 404, "people": 404, "attendance": 403, "edit": 403,
    }  # fmt: skip
    assert hall.people["host"].name not in page.text
    listed = db.session.scalars(select(Participant.name)).all()
    assert [name.partition(",")[0] for name in listed] == ["Ana"]


@pytest.mark.parametrize("how", ["show-out", "forget", "revoke", "expire", "cancel", "leave"])
def test_a_guests_time_ends(hall: Hall, door: str, how: str) -> None:
    guest = _come(hall, door)
    _decide(hall, "admit")
    assert guest.get(hall.path).status_code == 200
    link = db.session.scalars(select(MeetingGuestLink)).one().id
    if how in {"show-out", "forget"}:
        _decide(hall, how)
    elif how == "revoke":
        hall.client("host").post(f"{hall.path}/guests/{link}/revoke")
    elif how == "expire":
        with unit_of_work():
            db.session.get_one(MeetingGuestLink, link).expires_at = clock.now()
    elif how == "cancel":
        hall.edit(state="cancelled")
    else:
        guest.post("/meeting-visit/leave")
    assert guest.get(hall.path).status_code == 404
    if how in {"revoke", "expire", "cancel"}:
        assert hall.world.app.test_client().get(door).status_code == 404
    names = [name.partition(",")[0] for name in db.session.scalars(select(Participant.name))]
    assert names == (["former guest"] if how == "forget" else ["Ana"])


def test_who_was_never_let_in_is_forgotten_and_the_code_leads_to_the_door(hall: Hall, door: str) -> None:
    _come(hall, door)
    host = hall.client("host")
    link = db.session.scalars(select(MeetingGuestLink)).one().id
    assert door in host.get(f"{hall.path}/guests/{link}").text
    assert host.get(f"{hall.path}/guests/{link}/code.svg").mimetype == "image/svg+xml"
    assert "Ana" in host.get(f"{hall.path}/guests").text
    assert hall.client("officer").get(f"{hall.path}/guests").status_code == 403
    with unit_of_work():
        db.session.get_one(MeetingGuestLink, link).expires_at = clock.now() - timedelta(days=2)
    forget_who_never_came_in()
    assert db.session.scalars(select(MeetingGuest)).all() == []
