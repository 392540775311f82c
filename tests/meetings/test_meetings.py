"""Meetings: dates and their corrections, the programme, minutes, decisions, actions, outputs and their versions."""

import contextlib
from io import BytesIO
from typing import Any

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotAllowed, NotFound
from infocus.engines.search.port import Standing
from infocus.library.reader import documents_of
from infocus.meetings import outputs, services
from infocus.meetings.agreed import services as agreed
from infocus.meetings.agreed.queries import open_actions
from infocus.meetings.documents import meeting_entries, output_entries
from infocus.meetings.models import DateStatement, MeetingAction, MeetingState, Output
from infocus.meetings.queries import next_meeting, programme
from infocus.networks.models import NetworkState
from infocus.records.models import Visibility
from infocus.records.urls import record_path
from tests.meetings.halls import BASE, FORM, ROWS, Hall


def allowed(hall: Hall, act) -> set[str]:
    """Who may; everybody else is refused and nothing happens."""
    found = set()
    for who in hall.people:
        with contextlib.suppress(NotAllowed, NotFound), unit_of_work():
            act(hall.actor(who))
            found.add(who)
    return found


def test_who_does_what(hall: Hall) -> None:
    acts = {
        "create": (lambda a: services.create_meeting(a, hall.network, BASE), {"lead", "expert"}),
        "edit": (lambda a: services.edit_meeting(a, hall.meeting, {"place": a.name}), {"lead", "expert", "host"}),
        "programme": (lambda a: services.set_programme(a, hall.meeting, ROWS), {"lead", "expert", "host"}),
        "decisions": (
            lambda a: agreed.add_decision(a, hall.meeting, a.name),
            {"lead", "expert", "host", "officer", "ulg", "neighbour"},
        ),
        "output": (
            lambda a: outputs.add_output(a, hall.meeting, None, {"title": "P", "link": "https://a.example"}),
            {"lead", "expert", "host", "officer", "neighbour"},
        ),
    }
    for name, (act, expected) in acts.items():
        assert allowed(hall, act) == expected, name
    with unit_of_work():
        hall.network.state = NetworkState.CLOSED
    for name, (act, _expected) in acts.items():
        assert allowed(hall, act) == ({"lead"} if name in {"edit", "programme"} else set()), name


@pytest.mark.parametrize(
    ("starts", "ends", "fits"),
    [
        ("2017", "", True), ("2017-09", "2017-09", True), ("2017-09-13", "2017-09", True), ("2017-09-13", "2017", True),
        ("2017-09-13", "2017-09-12", False), ("2017-09", "2017-08-31", False), ("2017-9", "", False), ("", "", False),
    ],
)  # fmt: skip
def test_dates_are_as_precise_as_they_are_stated(hall: Hall, starts: str, ends: str, fits: bool) -> None:
    if fits:
        hall.edit(starts=starts, ends=ends)
        assert (hall.meeting.starts, hall.meeting.ends) == (starts, ends)
        assert hall.client("observer").get(hall.path).status_code == 200
    else:
        with pytest.raises(Invalid):
            hall.edit(starts=starts, ends=ends)


def test_a_new_beginning_is_held_against_the_end_that_stands(hall: Hall) -> None:
    with pytest.raises(Invalid) as error:
        hall.edit(starts="2018-01-01")
    assert set(error.value.fields) == {"ends"}


def test_corrected_dates_keep_what_was_stated_before(hall: Hall) -> None:
    hall.edit(date_source="The report")
    hall.edit(starts="2017-10-01", ends="", date_source="The minutes")
    hall.edit(place="Torino")
    (kept,) = db.session.query(DateStatement)
    assert (kept.starts, kept.ends, kept.source) == ("2017-09-13", "2017-09-14", "The report")
    assert kept.by_id == hall.people["lead"].id


def test_outputs_stay_with_their_session_when_the_programme_changes(hall: Hall) -> None:
    opening, visits = [each.id for each in hall.meeting.sessions]
    kept, freed = hall.add_output("officer", session=opening), hall.add_output("officer", session=visits)
    with unit_of_work():
        session = hall.meeting.sessions[0]
        session.note = "Bring a map."
    rows = [{"id": opening, "title": "Welcome", "day": "3"}, {"title": "Dinner", "day": "1"}]
    with unit_of_work():
        services.set_programme(hall.actor("lead"), hall.meeting, rows)
    shown = programme(hall.actor("observer"), hall.meeting)
    by_title = {each.session.title if each.session else None: [o.output.id for o in each.outputs] for each in shown}
    assert by_title == {"Dinner": [], "Welcome": [kept], None: [freed]}
    assert [each.note for each in hall.meeting.sessions if each.id == opening] == ["Bring a map."]


@pytest.mark.parametrize(
    "row",
    [{"title": ""}, {"title": "x" * 201}, {"title": "T", "day": "0"}, {"title": "T", "day": "²"},
     {"title": "T", "day": "9" * 99},
     {"title": "T", "starts": "25:00"}, {"title": "T", "starts": "²:30"}, {"title": "T", "speakers": "x" * 301},
     {"title": "T\0"}],
)  # fmt: skip
def test_wrong_rows_are_told_and_nothing_is_stored(hall: Hall, row: dict[str, str]) -> None:
    with pytest.raises(Invalid, match=r"Row 2|09:30"), unit_of_work():
        services.set_programme(hall.actor("lead"), hall.meeting, [{"title": "Fine"}, row])
    assert [each.title for each in hall.meeting.sessions] == ["Opening", "Visits"]


def test_actions_stay_open_from_one_meeting_to_the_next(hall: Hall) -> None:
    client = hall.client("officer")
    for due in ("2017-10-01", "2018", ""):
        answer = client.post(f"{hall.path}/actions", data={"what": f"Write by {due}.", "partner": "porto", "due": due})
        assert answer.status_code == 303
    for wrong in ({"what": ""}, {"what": "x" * 301}, {"what": "W", "due": "soon"}, {"what": "W", "partner": "genova"}):
        client.post(f"{hall.path}/actions", data=wrong)
    found = open_actions(hall.actor("observer"))
    assert [each.action.due for each in found] == ["2017-10-01", "2018", ""]
    assert [each.late is None for each in found] == [False, True, True]
    assert "Write by 2018." in client.get("/meetings").text
    done = found[0].action.id
    assert hall.client("observer").post(f"/actions/{done}").status_code == 403
    assert hall.client("stranger").post(f"/actions/{done}").status_code == 404
    assert client.post(f"/actions/{done}", data={"done": "1"}).status_code == 303
    assert len(open_actions(hall.actor("observer"))) == 2
    assert db.session.query(MeetingAction).count() == 3


def test_an_output_is_a_file_with_versions_or_a_link(hall: Hall, work) -> None:
    client = hall.client("officer")
    for data, code in (({"title": "P"}, 422), ({"title": "P", "link": "javascript:alert(1)"}, 422),
                       ({"title": "P", "link": "http://["}, 422), ({"title": "", "link": "https://a.example"}, 422),
                       ({"title": "P", "link": "https://a.example", "visibility": "public"}, 422),
                       ({"title": "P", "file": (BytesIO(b"One page."), "one.txt")}, 303)):  # fmt: skip
        typed = {"kind": "paper", "language": "en", "visibility": "network"} | data
        answer = client.post(f"{hall.path}/outputs/new", data=typed, content_type="multipart/form-data")
        assert answer.status_code == code, data
    output = db.session.query(Output).one()
    path = record_path(output)
    work()
    newer: tuple[tuple[dict[str, Any], int], ...] = (
        ({}, 1),
        ({"file": (BytesIO(b"One page."), "same.txt")}, 1),
        ({"file": (BytesIO(b"Two pages."), "two.txt"), "note": "Longer"}, 2),
    )
    for sent, count in newer:
        client.post(f"{path}/versions", data=sent, content_type="multipart/form-data")
        db.session.rollback()
        assert len(documents_of(output.id)[0].versions) == count
    assert hall.client("neighbour").post(f"{path}/versions", data={}).status_code == 403
    assert hall.client("stranger").post(f"{path}/remove").status_code == 404
    assert hall.client("host").post(f"{path}/remove").status_code == 303
    assert client.get(path).status_code == 404


def test_beyond_the_network_only_in_the_citys_or_networks_name(hall: Hall) -> None:
    for who in hall.people:
        try:
            hall.add_output(who, visibility=Visibility.PUBLIC)
        except (Invalid, NotAllowed, NotFound):
            assert who not in {"host", "neighbour", "lead"}
        else:
            assert who in {"host", "neighbour", "lead"}


@pytest.mark.parametrize(
    ("days", "starts", "coming"),
    [(0, "{day}", True), (3, "{day}", True), (-1, "{day}", False), (0, "{month}", True), (0, "{year}", True)],
)
def test_the_next_meeting(hall: Hall, days: int, starts: str, coming: bool) -> None:
    day = clock.now().date().fromordinal(clock.now().date().toordinal() + days)
    stated = starts.format(day=day.isoformat(), month=day.isoformat()[:7], year=day.year)
    hall.call(starts=stated, ends="")
    found = next_meeting(hall.actor("observer"))
    assert (found is not None) == coming
    assert next_meeting(hall.actor("stranger")) is None
    hall.edit(state="cancelled")
    assert next_meeting(hall.actor("observer")) is None


def test_pages_of_meetings_open_for_editors(hall: Hall) -> None:
    for who, code in (("lead", 200), ("host", 200), ("officer", 403), ("observer", 403), ("stranger", 404)):
        assert hall.client(who).get(f"{hall.path}/edit").status_code == code, who
    sent = FORM | BASE | {"version": str(hall.meeting.version), "title": "Turin", "sessions-0-title": "Opening"}
    assert hall.client("lead").post(f"{hall.path}/edit", data=sent).status_code == 303
    stale = hall.client("lead").post(f"{hall.path}/edit", data=sent | {"title": "Late"})
    assert (stale.status_code, hall.meeting.title) == (409, "Turin")
    old = f"/in-focus/meetings/{hall.meeting_id}-torino"
    assert hall.client("observer").get(old).location == hall.path


def test_a_meeting_that_was_called_off_comes_last_and_its_papers_do_not(hall: Hall) -> None:
    output = hall.add_output("officer")
    for state in MeetingState:
        with unit_of_work():
            hall.meeting.state = state
        db.session.rollback()
        (entry,) = meeting_entries(hall.meeting_id) or []
        assert entry.author == hall.people["lead"].id
        assert entry.standing == (Standing.STALE if state == MeetingState.CANCELLED else Standing.USUAL)
        (paper,) = output_entries(output) or []
        assert (paper.author, paper.standing) == (hall.people["officer"].id, Standing.USUAL)
