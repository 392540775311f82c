"""Minutes written together, over the socket and by plain forms: nothing is lost, and the meeting's text follows."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.meetings import services as meetings
from infocus.meetings.documents import meeting_entries
from infocus.meetings.minutes.jobs import RESTED, fold_minutes, settle_minutes
from infocus.meetings.minutes.models import MinutesChange, MinutesPaper
from infocus.meetings.minutes.paper import MOST, WHOLE, Paper
from infocus.meetings.minutes.sockets import NAMESPACE
from infocus.networks.models import NetworkState
from tests.meetings.halls import Hall
from tests.support.lines import Line, code, connected

EMPTY = b"\0\0"
"""A change that holds nothing: no structs, no deletions."""


@pytest.fixture
def line(app: Flask, hall: Hall) -> Iterator[Callable[[str], Line]]:
    """Opens lines for people of the hall."""
    made: list[Line] = []

    def connect(who: str) -> Line:
        db.session.rollback()
        made.append(connected(app, NAMESPACE, hall.client(who)))
        return made[-1]

    yield connect
    for one in made:
        if one.open:
            one.close()


class Writer:
    """What the page's script does: an own copy, and changes of it."""

    def __init__(self, line: Line, meeting: str) -> None:
        self.line, self.meeting = line, meeting
        self.paper = Paper()
        self.open()

    def open(self) -> dict:
        """Come level with the server, both ways."""
        answer = self.line.ask("open", {"meeting": self.meeting, "vector": self.paper.vector})
        assert answer["ok"], answer
        self.paper.take(answer["change"])
        self.seen = answer["vector"]
        return answer

    def write(self, **texts: str) -> dict:
        """Say something; sections by key."""
        self.paper.rewrite(texts)
        answer = self.line.ask("write", {"meeting": self.meeting, "change": self.paper.since(self.seen)})
        if answer["ok"]:
            self.seen = answer["vector"]
        return answer

    def hear(self) -> list[int]:
        """Take what was pushed; the numbers of the changes."""
        told = self.line.heard("written")
        for each in told:
            self.paper.take(each["change"])
        return [each["seq"] for each in told]


def stored(hall: Hall) -> dict[str, str]:
    """The shared text in the database."""
    db.session.rollback()
    return Paper(db.session.get_one(MinutesPaper, hall.meeting_id).state).texts()


def test_what_two_write_at_once_is_all_there(hall: Hall, line) -> None:
    one, other = Writer(line("officer"), hall.meeting_id), Writer(line("neighbour"), hall.meeting_id)
    session = hall.meeting.sessions[0].id
    assert one.write(**{WHOLE: "Porto: welcome."})["seq"] == 1
    assert other.write(**{WHOLE: "Ostrava: thanks.", session: "Nine cities spoke."})["seq"] == 2
    assert (other.hear(), one.hear()) == ([1], [2])
    assert one.paper.texts() == other.paper.texts() == stored(hall)
    assert {"Porto: welcome.", "Ostrava: thanks."} <= {
        part for part in ("Porto: welcome.", "Ostrava: thanks.") if part in one.paper.texts()[WHOLE]
    }
    people = {each["name"] for each in one.line.heard("people")[-1]["people"]}
    assert people == {hall.people["officer"].name, hall.people["neighbour"].name}
    rows = db.session.scalars(select(MinutesChange).order_by(MinutesChange.seq))
    assert [row.by_id for row in rows] == [hall.people["officer"].id, hall.people["neighbour"].id]


def test_what_was_written_without_a_line_comes_in_when_it_is_back(hall: Hall, line) -> None:
    one, other = Writer(line("officer"), hall.meeting_id), Writer(line("ulg"), hall.meeting_id)
    one.line.close()
    one.paper.rewrite({WHOLE: "In the tunnel."})
    other.write(**{WHOLE: "Meanwhile."})
    one.line = line("officer")
    one.open()
    for _ in range(2):  # sent once more it changes nothing; a vector's order says nothing
        assert one.write()["seq"] == 2
        assert one.paper.since(one.seen) == EMPTY, "the server has all that this copy has"
    assert other.hear() == [2]
    assert one.paper.texts() == other.paper.texts() == stored(hall)
    assert {word for word in ("In the tunnel.", "Meanwhile.") if word in stored(hall)[WHOLE]} == {
        "In the tunnel.",
        "Meanwhile.",
    }
    assert other.line.ask("heartbeat", {"meeting": hall.meeting_id, "seq": 1})["seq"] == 2


def test_who_may_not_write_is_not_let_in(hall: Hall, line) -> None:
    asked = {"meeting": hall.meeting_id, "vector": b""}
    assert code(line("observer").ask("open", asked)) == "not_allowed"
    assert code(line("stranger").ask("open", asked)) == "not_found"
    writer = Writer(line("officer"), hall.meeting_id)
    with unit_of_work():
        hall.network.state = NetworkState.CLOSED
    for event, fields in (("write", {"change": b"\0\0"}), ("at", {"section": WHOLE}), ("heartbeat", {"seq": 0})):
        assert code(writer.line.ask(event, {"meeting": hall.meeting_id, **fields})) == "not_allowed", event
    page = hall.client("officer").get(f"{hall.path}/minutes")
    assert page.status_code == 403


def test_wrong_and_endless_changes_are_told_and_nothing_is_stored(hall: Hall, line) -> None:
    writer = Writer(line("officer"), hall.meeting_id)
    for change in (b"", b"\xff" * 30, "words", None):
        assert code(writer.line.ask("write", {"meeting": hall.meeting_id, "change": change})) == "invalid"
    assert writer.write(**{WHOLE: "x" * (MOST + 1)})["error"]["code"] == "too_long"
    assert stored(hall) == {}
    assert writer.write(**{WHOLE: "x" * MOST})["ok"], "and what fits again is taken"


def test_a_plain_form_is_merged_with_what_others_wrote_since(hall: Hall, line) -> None:
    writer = Writer(line("neighbour"), hall.meeting_id)
    session = hall.meeting.sessions[1].id
    writer.write(**{WHOLE: "First line.\nSecond line.\n"})
    client = hall.client("officer")
    assert f'name="text-{session}"' in client.get(f"{hall.path}/minutes").text
    writer.write(**{WHOLE: "First line.\nSecond line, longer.\nThird.\n"})
    typed = {
        f"text-{WHOLE}": "The first line.\r\nSecond line.\r\n",
        f"text-{session}": "Visits.",
        "text-nowhere": "No.",
    }
    assert client.post(f"{hall.path}/minutes", data=typed | {"seq": "1"}).status_code == 303
    texts = stored(hall)
    assert texts[WHOLE] == "The first line.\nSecond line, longer.\nThird.\n"
    assert texts[session] == "Visits."
    assert set(texts) == {WHOLE, session}
    assert hall.meeting.minutes == f"{texts[WHOLE].strip()}\n\n## Visits\n\nVisits."
    assert writer.hear() == [], "a form pushes nothing; the next heartbeat tells"
    assert writer.line.ask("heartbeat", {"meeting": hall.meeting_id, "seq": 2})["seq"] == 3


def test_wrong_forms_keep_what_was_typed(hall: Hall) -> None:
    client = hall.client("officer")
    for text, status in (("y" * (MOST + 1), 422), ("bell\x07", 422)):
        answer = client.post(f"{hall.path}/minutes", data={f"text-{WHOLE}": text, "seq": "0"})
        assert answer.status_code == status
        assert text[:50].replace("\x07", "") in answer.text
    answer = client.post(f"{hall.path}/minutes", data={f"text-{WHOLE}": "Kept.", "seq": "77"})
    assert (answer.status_code, "Kept." in answer.text) == (409, True)
    assert stored(hall) == {}


def test_the_text_of_the_meeting_follows_and_is_found(hall: Hall, line) -> None:
    version = hall.meeting.version
    writer = Writer(line("officer"), hall.meeting_id)
    session = hall.meeting.sessions[0].id
    writer.write(**{session: "We spoke of lighthouses.\0"})
    assert hall.meeting.version == version, "each letter is no new version of the meeting"
    settle_minutes()
    assert hall.meeting.minutes == "## Opening\n\nWe spoke of lighthouses."
    assert hall.meeting.version > version
    entries = meeting_entries(hall.meeting_id)
    assert entries is not None
    assert "lighthouses" in entries[0].text
    page = hall.client("observer").get(hall.path).text
    assert "We spoke of lighthouses." in page
    with unit_of_work():
        meetings.set_programme(hall.actor("lead"), hall.meeting, [{"title": "Visits"}])
    assert "We spoke of lighthouses." in hall.client("officer").get(f"{hall.path}/minutes").text
    writer.write(**{WHOLE: "After."})
    settle_minutes()
    assert hall.meeting.minutes == "After.\n\n## From a session that left the programme\n\nWe spoke of lighthouses."


def test_minutes_of_before_are_taken_over(hall: Hall, line) -> None:
    with unit_of_work():
        hall.meeting.minutes = "Typed long ago."
    one, other = Writer(line("officer"), hall.meeting_id), Writer(line("lead"), hall.meeting_id)
    assert one.paper.texts() == other.paper.texts() == {WHOLE: "Typed long ago."}
    other.write(**{WHOLE: "Typed long ago. And now."})
    assert stored(hall) == {WHOLE: "Typed long ago. And now."}


def test_what_was_taken_out_is_gone_after_a_week_of_rest(hall: Hall, line, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(line("officer"), hall.meeting_id)
    writer.write(**{WHOLE: "A secret."})
    writer.write(**{WHOLE: "Nothing."})
    db.session.rollback()
    fold_minutes()
    assert db.session.query(MinutesChange).count() == 2
    now = clock.now() + RESTED + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: now)
    fold_minutes()
    db.session.rollback()
    row = db.session.get_one(MinutesPaper, hall.meeting_id)
    assert db.session.query(MinutesChange).count() == 0
    assert b"secret" not in row.state
    assert writer.write(**{WHOLE: "Nothing. More."})["seq"] == 3
    late = hall.client("ulg").post(f"{hall.path}/minutes", data={f"text-{WHOLE}": "Mine.", "seq": "1"})
    assert (late.status_code, "Mine." in late.text) == (409, True)
