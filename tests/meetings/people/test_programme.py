"""The programme: days with dates, side by side, moved without loss, clashes, two clocks, and on paper."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.meetings import services
from infocus.meetings.models import Output, SessionKind
from infocus.meetings.programme import clashes, days_of, names_in, own_times
from tests.meetings.halls import FORM, Hall


@dataclass(frozen=True)
class Row:
    """A session, said shortly."""

    title: str
    day: int = 1
    starts: str = ""
    ends: str = ""
    speakers: str = ""
    place: str = ""

    @property
    def id(self) -> str:
        return self.title


A = Row("A", 1, "09:00", "10:30", "Ana Silva (Porto)", "Hall")
B = Row("B", 1, "10:00", "11:00", "Jan Novák, ana silva", "Cinema")
C = Row("C", 1, "10:45", "12:00", "Jan Novák; Eva", "hall ")
D = Row("D", 1, "12:00", "13:00", "Eva", "Hall")
E = Row("E", 2, "09:00", "10:30", "Ana Silva", "Hall")


def test_sessions_whose_times_overlap_stand_side_by_side() -> None:
    days = days_of("2017-09-13", [A, B, C, D, E])
    assert [[[each.title for each in slot] for slot in day.slots] for day in days] == [
        [["A", "B", "C"], ["D"]],
        [["E"]],
    ]
    assert [day.date for day in days] == [date(2017, 9, 13), date(2017, 9, 14)]
    assert days_of("2017-09", [A])[0].date is None


def test_a_room_or_a_speaker_needed_twice_at_once_is_a_clash() -> None:
    found = {
        (each.what.casefold().strip(), each.who, each.first.title, each.second.title)
        for each in clashes([A, B, C, D, E])
    }
    assert found == {("ana silva", True, "A", "B"), ("jan novák", True, "B", "C")}
    assert not clashes([Row("no time", place="Hall"), Row("either", place="Hall")])


def test_a_dinner_past_midnight_and_a_session_without_an_end() -> None:
    dinner, late, open_end = Row("d", 1, "21:00", "01:00"), Row("l", 1, "23:00", "23:30"), Row("o", 1, "09:00")
    assert len(days_of("2017", [open_end, dinner, late])[0].slots) == 2


def test_the_readers_clock_stands_beside_only_where_it_differs() -> None:
    row = Row("A", 1, "09:30", "11:00")
    assert own_times("2017-09-13", "Europe/Rome", "Europe/Brussels", [row]) == {}
    assert own_times("2017-09-13", "Europe/Rome", "Europe/Lisbon", [row]) == {"A": "08:30–10:00"}
    assert own_times("2017-09", "Europe/Rome", "Europe/Lisbon", [row]) == {}


def test_names_are_read_without_their_cities() -> None:
    assert names_in("Ana Silva (Porto, InvestPorto), Jan Novák;\n Eva ") == ["Ana Silva", "Jan Novák", "Eva"]


def test_a_session_moves_with_its_outputs_and_knows_the_networks_people(hall: Hall) -> None:
    first, second = hall.meeting.sessions
    speaker = hall.people["officer"].name
    output = hall.add_output("host", session=first.id)
    rows = [
        {"id": first.id, "title": "Opening, later", "day": "2", "starts": "14:00", "ends": "15:00", "kind": "workshop"},
        {
            "id": second.id,
            "title": "Visits",
            "kind": "visit",
            "meeting_point": "Hotel",
            "speakers": f"{speaker}, A guest",
        },
    ]
    with unit_of_work():
        services.set_programme(hall.actor("host"), hall.meeting, rows)
    kept, moved = hall.meeting.sessions
    assert (moved.id, moved.day, moved.kind) == (first.id, 2, SessionKind.WORKSHOP)
    assert db.session.get_one(Output, output).session_id == first.id
    assert (kept.speaker_ids, kept.meeting_point) == ([hall.people["officer"].id], "Hotel")


@pytest.mark.parametrize(
    "row",
    [
        {"title": "X", "starts": "10:00", "ends": "09:00"},
        {"title": "X", "ends": "09:00"},
        {"title": "X", "kind": "party"},
        {"title": "", "speakers": "Somebody"},
    ],
)
def test_a_row_that_cannot_be_is_said_by_its_number(hall: Hall, row: dict[str, str]) -> None:
    with pytest.raises(Invalid, match="4"), unit_of_work():
        services.set_programme(hall.actor("lead"), hall.meeting, [row | {"number": 4}])


def test_the_editor_adds_rows_without_saving_and_takes_sessions_out(hall: Hall) -> None:
    client, address = hall.client("host"), f"{hall.path}/edit"
    first, second = hall.meeting.sessions
    typed = FORM | {"title": "Torino", "starts": "2017-09-13", "ends": "2017-09-14", "sessions-0-id": first.id}
    typed |= {"sessions-0-title": "Opening", "sessions-0-day": "2", "sessions-1-id": second.id, "sessions-1-title": "V"}
    page = client.post(address, data=typed | {"more": "1"})
    assert page.status_code == 200
    assert 'name="sessions-4-title"' in page.text
    assert "2 · Thu 14 Sep" in page.text
    assert [each.day for each in hall.meeting.sessions] == [1, 2]
    gone = client.post(address, data=typed | {"sessions-1-remove": "y", "version": str(hall.meeting.version)})
    assert gone.status_code == 303
    assert [(each.id, each.day) for each in hall.meeting.sessions] == [(first.id, 2)]


def test_the_programme_is_a_tagged_pdf(hall: Hall) -> None:
    with unit_of_work():
        row = {
            "title": "العربية",
            "starts": "09:30",
            "place": "Sala *1* #here",
            "kind": "visit",
            "meeting_point": "Hotel",
        }
        services.set_programme(hall.actor("host"), hall.meeting, [row])
    answer = hall.client("observer").get(f"{hall.path}/programme.pdf")
    assert answer.mimetype == "application/pdf"
    words = pypdfium2.PdfDocument(BytesIO(answer.data))[0].get_textpage().get_text_bounded()
    assert "Sala *1* #here" in words
    assert b"/StructTreeRoot" in answer.data
