"""Beside the form of a practice: pictures cropped, described and put in order; links to what it comes from."""

from dataclasses import dataclass
from io import BytesIO

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.library.models import DocumentVersion
from infocus.library.pictures import Box, box_of
from infocus.meetings.models import Meeting
from infocus.plans.models import Plan
from infocus.practices.approval.leaving import leaving
from infocus.practices.links.queries import at_address, found
from infocus.practices.links.services import MOST, link_practice
from infocus.practices.models import Practice, PracticeState
from infocus.practices.services import begin_practice
from infocus.practices.views.common import files_of
from infocus.records.links import links_of, pointing_at
from infocus.records.models import Record
from infocus.records.services import save
from infocus.records.urls import record_path
from tests.practices.conftest import FULL, Office


@pytest.mark.parametrize(
    ("texts", "box"),
    [
        (("", "", "", ""), None),
        ((None,) * 4, None),
        (("0", "0", "100", "100"), None),
        (("10", "", "50", ""), Box(10, 0, 50, 100)),
        (("12,5", " 0 ", "50", "100"), Box(12.5, 0, 50, 100)),
    ],
)
def test_four_numbers_are_a_box(any_app, texts: tuple[str | None, ...], box: Box | None) -> None:
    assert box_of(texts) == box


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        (("-1", "0", "50", "50"), {"left"}),
        (("0", "0", "0", "50"), {"width"}),
        (("60", "0", "50", "50"), {"width"}),
        (("0", "99", "50", "5"), {"height"}),
        (("nan", "inf", "x", "1e9"), {"left", "top", "width", "height"}),
    ],
)
def test_silly_numbers_are_told(any_app, texts: tuple[str, ...], wrong: set[str]) -> None:
    with any_app.test_request_context(), pytest.raises(Invalid) as error:
        box_of(texts)
    assert set(error.value.fields) == wrong


def picture(left: str = "red", right: str = "blue") -> BytesIO:
    """Two colours side by side, with a camera's note."""
    image = Image.new("RGB", (80, 40), left)
    image.paste(Image.new("RGB", (40, 40), right), (40, 0))
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    data = BytesIO()
    image.save(data, "JPEG", exif=exif)
    return BytesIO(data.getvalue())


@pytest.fixture
def pictured(office: Office) -> Office:
    """A practice with two pictures."""
    office.begin()
    client = office.world.client(office.people["author"])
    for name, file in (("one", picture()), ("two", picture("green"))):
        client.post(f"{office.path}/files", data={"file": (file, f"{name}.jpg"), "alt": name})
    return office


def images(office: Office):
    return files_of(office.practice)[0]


def test_a_picture_is_cropped_and_what_is_cut_off_is_gone(pictured: Office) -> None:
    client, one = pictured.world.client(pictured.people["author"]), images(pictured)[0]
    old, version = one.latest.id, pictured.practice.version
    data = {"alt": "The blue half", "title": "Half", "left": "50", "top": "0", "width": "50", "height": "100"}
    sent = {f"p-{one.id}-{name}": value for name, value in data.items()}
    answer = client.post(f"{pictured.path}/files/{one.id}/picture", data=sent)
    assert answer.status_code == 303
    one = images(pictured)[0]
    assert (one.alt, one.title, len(one.versions), pictured.practice.version) == (
        "The blue half",
        "Half",
        1,
        version + 1,
    )
    with Image.open(BytesIO(client.get(f"/documents/{one.id}/file").data)) as kept:
        assert kept.size == (40, 40)
        pixel = kept.convert("RGB").getpixel((20, 20))
        assert isinstance(pixel, tuple)
        assert pixel[2] > 200 > 60 > pixel[0]
        assert not kept.getexif()
    assert db.session.get(DocumentVersion, old) is None
    assert client.get(f"/documents/{one.id}/file?version=1").status_code == 404


def test_wrong_numbers_and_no_words_are_told_beside_the_field_and_change_nothing(pictured: Office) -> None:
    client, one = pictured.world.client(pictured.people["author"]), images(pictured)[0]
    version = pictured.practice.version
    for data, field in (({"alt": "New", "left": "90", "width": "90"}, "width"), ({"alt": " "}, "alt")):
        sent = {f"p-{one.id}-{name}": value for name, value in data.items()}
        answer = client.post(f"{pictured.path}/files/{one.id}/picture", data=sent)
        assert answer.status_code == 422
        assert f'id="p-{one.id}-{field}-error"' in answer.text
        assert "Words about how." in answer.text  # the main form is whole
    assert (images(pictured)[0].alt, pictured.practice.version) == ("one", version)
    stranger = pictured.world.client(pictured.people["neighbour"])
    assert stranger.post(f"{pictured.path}/files/{one.id}/picture", data={}).status_code == 404


def test_pictures_change_places(pictured: Office) -> None:
    client, (one, two) = pictured.world.client(pictured.people["author"]), images(pictured)
    for moved, order in ((two, [two, one]), (two, [two, one]), (one, [one, two])):
        assert client.post(f"{pictured.path}/files/{moved.id}/up").status_code == 303
        assert [each.id for each in images(pictured)] == [each.id for each in order]
    assert client.post(f"{pictured.path}/files/nothing/up").status_code == 404


@dataclass
class Table:
    """A practice that the network reads, a meeting that everybody reads, a plan that the city reads."""

    office: Office
    meeting_id: str
    plan_id: str

    def of(self, record_id: str) -> Record:
        """As stored now."""
        assert self.office.practice.id  # begins a new look at the database
        return db.session.get_one(Record, record_id)

    def post(self, tail: str, who: str = "author", **data: str) -> TestResponse:
        """A form of the editor."""
        client = self.office.world.client(self.office.people[who])
        return client.post(f"{self.office.path}/links{tail}", data=data)

    def seen(self, who: str) -> list[str]:
        """The titles a reader finds linked on the practice's page."""
        page = self.office.world.client(self.office.people[who]).get(self.office.path).text
        return [word for word in ("Meeting 100 %", "Plan of Porto") if word in page]


@pytest.fixture
def table(office: Office) -> Table:
    office.begin().put(PracticeState.PUBLISHED, visibility="network", published_at=office.practice.created_at)
    with unit_of_work():
        common = {"network": office.network, "network_id": office.network_id, "partner_id": office.practice.partner_id}
        meeting = Meeting(**common, title="Meeting 100 %", visibility="public", state="held", starts="2017-09-13")
        plan = Plan(**common, title="Plan of Porto", visibility="partner", state="draft")
        for record in (meeting, plan):
            save(record)
        return Table(office, meeting.id, plan.id)


def test_links_are_made_by_title_or_address_and_each_reader_sees_what_they_may(table: Table) -> None:
    version = table.office.practice.version
    assert table.post("", link="meeting 100 %").status_code == 303
    assert table.post("", link="https://exchange.example" + record_path(table.of(table.plan_id))).status_code == 303
    assert table.office.practice.version == version + 2
    assert table.post("", link="Meeting 100 %").headers["Location"].endswith("#links")  # it is there: nothing happens
    assert table.office.practice.version == version + 2
    assert table.seen("author") == table.seen("officer") == ["Meeting 100 %", "Plan of Porto"]
    assert table.seen("neighbour") == ["Meeting 100 %"]
    assert [each.id for each in links_of(table.office.actor("observer"), table.office.practice)] == [table.meeting_id]


def test_a_record_says_which_practices_come_from_it_to_those_who_read_them(table: Table) -> None:
    table.post("", link="Meeting 100 %")
    meeting = table.of(table.meeting_id)
    for who, count in (("neighbour", 1), ("stranger", 0)):
        assert len(pointing_at(table.office.actor(who), meeting, Practice)) == count
        page = table.office.world.client(table.office.people[who]).get(record_path(meeting)).text
        assert ("Practices that come from this" in page) == bool(count), who
    table.post("", link="Plan of Porto")
    plan = table.office.world.client(table.office.people["officer"]).get(record_path(table.of(table.plan_id))).text
    assert "Practices that come from this" in plan


def test_a_link_is_taken_away(table: Table) -> None:
    table.post("", link="Meeting 100 %")
    assert table.post(f"/{table.meeting_id}/remove", who="coordinator").status_code == 303
    assert table.seen("author") == []
    assert table.post(f"/{table.meeting_id}/remove").status_code == 404
    assert table.post("/nothing/remove").status_code == 404


@pytest.mark.parametrize("words", ["", "%%", "_", "'; --", "x" * 400, "\0", "http://[", "/in-focus/practices/x", "🙂"])
def test_words_that_mean_nothing_link_nothing(table: Table, words: str) -> None:
    with unit_of_work():
        for number in range(2):
            begin_practice(table.office.actor("author"), table.office.network, FULL | {"title": f"Letters {number}"})
    assert table.post("", link=words).status_code == 303
    assert links_of(table.office.actor("author"), table.office.practice) == []


def test_several_of_one_title_are_offered(table: Table) -> None:
    with unit_of_work():
        for number in range(2):
            begin_practice(table.office.actor("author"), table.office.network, FULL | {"title": f"Letters {number}"})
    answer = table.post("", link="letters")
    assert "link=letters" in answer.headers["Location"]
    client = table.office.world.client(table.office.people["author"])
    page = client.get(answer.headers["Location"].partition("#")[0]).text
    assert "Which of these?" in page
    assert page.count(">Letters ") >= 2
    offers = client.get(f"{table.office.path}/links/find?q=letters").get_json()["found"]
    assert {each["title"] for each in offers} == {"Letters 0", "Letters 1"}


def test_what_one_may_not_read_is_neither_found_nor_linked(table: Table) -> None:
    with unit_of_work():
        practice = begin_practice(
            table.office.actor("neighbour"), table.office.network, FULL | {"title": "Ostrava’s own"}
        )
        path, hidden = record_path(practice), practice.id
    author = table.office.actor("author")
    assert found(author, table.office.practice, "Ostrava") == []
    with pytest.raises(NotFound):
        at_address(author, path)
    table.post("", link=path)
    table.post("", link="Ostrava’s own")
    assert links_of(table.office.actor("neighbour"), table.office.practice) == []
    with pytest.raises(NotFound), unit_of_work():
        link_practice(author, table.office.practice, table.of(hidden))
    for who, status in (("neighbour", 403), ("stranger", 404)):
        assert table.post("", who=who, link="Meeting 100 %").status_code == status
        client = table.office.world.client(table.office.people[who])
        assert client.get(f"{table.office.path}/links/find?q=meeting").status_code == status


def test_links_are_few_and_not_to_oneself(table: Table) -> None:
    author = table.office.actor("author")
    with pytest.raises(Invalid), unit_of_work():
        link_practice(author, table.office.practice, table.office.practice)
    with unit_of_work():
        for number in range(MOST):
            other = begin_practice(author, table.office.network, FULL | {"title": f"Letters {number}"})
            link_practice(author, table.office.practice, other)
    with pytest.raises(Invalid), unit_of_work():
        link_practice(author, table.office.practice, table.of(table.meeting_id))


def test_a_link_everybody_reads_is_part_of_what_leaves(table: Table) -> None:
    before = leaving(table.office.practice).fingerprint
    table.post("", link="Plan of Porto")
    assert leaving(table.office.practice).fingerprint == before
    table.post("", link="Meeting 100 %")
    assert leaving(table.office.practice).fingerprint != before
