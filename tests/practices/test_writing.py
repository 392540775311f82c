"""Writing a practice: limits, saving by itself, lost races, versions, sections for fewer people, pictures."""

from io import BytesIO

import pytest
from PIL import Image

from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Invalid, NotAllowed, NotFound, Stale
from infocus.core.ids import new_id
from infocus.practices.content import check_content
from infocus.practices.models import Practice, PracticeRevision, PracticeState
from infocus.practices.queries import shown_sections
from infocus.practices.revisions.comparing import compare
from infocus.practices.revisions.queries import history
from infocus.practices.sections import SECTIONS
from infocus.practices.services import begin_practice, remove_practice, restore_revision
from tests.practices.conftest import Office


def revisions(office: Office) -> list[PracticeRevision]:
    """All of them, the newest first."""
    return list(history(office.actor("coordinator"), office.practice).items)


AS_SCRIPT = {"Accept": "application/json"}
FORM = {"language": "en", "visibility": "network", "licence": "CC BY 4.0"}
LIMITS = {"title": 100, "summary": 300, "how": 3_000, "problem": 1_500, "who": 800, "resources": 800, "evidence": 1_000,
          "wrong": 1_000, "conditions": 1_000, "transfer": 1_000}  # fmt: skip


@pytest.mark.parametrize(("name", "most"), LIMITS.items())
def test_limits_count_what_people_count(office: Office, name: str, most: int) -> None:
    office.begin()
    for text in ("x" * most, "ž" * most, "z\u030c" * most, "👩" * most):
        office.change({name: text})
    with pytest.raises(Invalid) as error:
        office.change({name: "x" * (most + 1)})
    assert set(error.value.fields) == {name}
    assert str(most) in error.value.fields[name]


def test_a_line_end_is_one_sign_however_it_is_sent(office: Office) -> None:
    office.begin().save(how="\r\n".join("x" * 1_500))
    assert len(office.practice.content["how"]) == 2_999


WRONG_TYPES = {
    "title": 5, "language": ["en"], "how": {"a": 1}, "keywords": 7, "themes": "investment-attraction", "sectors": [1],
    "criteria": "yes", "section_visibility": [], "amounts": {"a": 1}, "indicators": [5], "latitude": True,
    "longitude": 10**400, "started": 2017, "licence": [], "visibility": 3,
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG_TYPES.items())
def test_wrong_types_are_told_beside_their_fields(office: Office, name: str, value: object) -> None:
    office.begin()
    before = office.practice.version
    with pytest.raises(Invalid) as error:
        office.change({name: value})
    assert set(error.value.fields) == {name}
    assert office.practice.version == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("84,000", 84_000),
        ("84.000", 84_000),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("1.234,5", 1_234.5),
        ("1 000", 1_000),
        ("", None),
    ],
)
def test_numbers_are_read_as_europeans_write_them(typed: str, kept: float | None) -> None:
    rows = check_content({"indicators": [{"name": "Jobs", "value": typed, "unit": "", "year": "2016"}]})["indicators"]
    assert rows[0]["value"] == kept


@pytest.mark.parametrize("typed", ["many", "nan", "inf", "1e999", "--1"])
def test_what_is_no_number_is_told(typed: str) -> None:
    with pytest.raises(Invalid):
        check_content({"amounts": [{"what": "Rent", "value": typed}]})


def _may_edit(office: Office, who: str) -> bool:
    try:
        office.save(who, lesson=new_id())
    except (NotAllowed, NotFound):
        return False
    return True


@pytest.mark.parametrize("author", ["author", "ulg"])
def test_who_edits_in_which_state(office: Office, author: str) -> None:
    office.begin(author)
    for state in (PracticeState.DRAFT, PracticeState.SUBMITTED, PracticeState.PUBLISHED):
        office.put(state)
        expected = {"coordinator", author} - ({"ulg"} if state != PracticeState.DRAFT else set())
        assert {who for who in office.people if _may_edit(office, who)} == expected, state


def test_only_the_citys_people_begin_records(office: Office) -> None:
    began = set()
    for who in office.people:
        try:
            with unit_of_work():
                begin_practice(office.actor(who), office.network, {"title": who})
            began.add(who)
        except AppError:
            assert office.world.client(office.people[who]).get("/in-focus/practices/new").status_code == 403
    assert began == {"author", "coordinator", "officer", "ulg", "neighbour"}


def test_saving_by_itself(office: Office) -> None:
    office.begin()
    client = office.world.client(office.people["author"])
    version = office.practice.version
    answer = client.post(f"{office.path}/autosave", data=FORM | {"title": "New", "version": version}, headers=AS_SCRIPT)
    assert (answer.status_code, answer.get_json()["version"]) == (200, version + 1)
    assert {"saved_at", "filled", "total"} <= set(answer.get_json())
    same = client.post(
        f"{office.path}/autosave", data=FORM | {"title": "New", "version": version + 1}, headers=AS_SCRIPT
    )
    assert same.get_json()["version"] == version + 1
    bad = client.post(f"{office.path}/autosave", data=FORM | {"title": "x" * 101, "how": "\0"}, headers=AS_SCRIPT)
    assert (bad.status_code, bad.mimetype) == (422, "application/problem+json")
    assert {each["field"] for each in bad.get_json()["errors"]} == {"title", "how"}


def test_a_lost_race_gives_both_texts_back(office: Office) -> None:
    office.begin()
    version = office.practice.version
    office.save("coordinator", how="Theirs.")
    client = office.world.client(office.people["author"])
    mine = FORM | {"title": "Mine", "how": "Mine.", "version": version}
    answer = client.post(f"{office.path}/autosave", data=mine, headers=AS_SCRIPT)
    assert answer.status_code == 409
    assert (answer.get_json()["version"], answer.get_json()["fields"]["how"]) == (version + 1, ["Theirs."])
    page = client.post(f"{office.path}/edit", data=mine)
    assert page.status_code == 409
    assert "Theirs." in page.text
    assert "Mine." in page.text
    assert office.practice.content["how"] == "Theirs."


def test_an_expired_sign_in_is_told_to_the_script_and_stores_nothing(office: Office) -> None:
    office.begin()
    visitor = office.world.app.test_client()
    for address in (f"{office.path}/autosave", "/in-focus/practices/autosave"):
        answer = visitor.post(address, data=FORM | {"title": "Lost"}, headers=AS_SCRIPT)
        assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert db.session.query(Practice).count() == 1


def test_a_new_draft_that_saves_itself_is_one_record(office: Office) -> None:
    client = office.world.client(office.people["author"])
    key = new_id()
    answers = [
        client.post("/in-focus/practices/autosave", data=FORM | {"title": title, "key": key}, headers=AS_SCRIPT)
        for title in ("The first", "The first, longer")  # the first answer never arrived
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert {answer.get_json()["url"][:40] for answer in answers} == {answers[0].get_json()["url"][:40]}
    assert [row.title for row in db.session.query(Practice)] == ["The first, longer"]
    other = office.world.client(office.people["neighbour"])
    taken = other.post("/in-focus/practices/autosave", data=FORM | {"title": "Another", "key": key}, headers=AS_SCRIPT)
    assert taken.status_code == 201
    assert db.session.query(Practice).count() == 2


def test_what_is_typed_within_minutes_is_one_version(office: Office) -> None:
    office.begin()
    for number in range(5):
        office.save(lesson=f"Lesson {number}")
    office.save("coordinator", lesson="Another hand")
    assert [row.snapshot["content"]["lesson"] for row in revisions(office)][:2] == ["Another hand", "Lesson 4"]
    assert db.session.query(PracticeRevision).count() == 3


def test_versions_are_compared_and_brought_back(office: Office) -> None:
    office.begin(how="One two three.")
    office.save("coordinator", how="One four three.")
    new, old = revisions(office)[:2]
    (change,) = compare(old.snapshot, new.snapshot).texts
    assert ("removed", "two ") in change.parts
    assert ("added", "four ") in change.parts
    page = office.world.client(office.people["author"]).get(f"{office.path}/history")
    assert page.status_code == 200
    assert "four" in page.text
    with unit_of_work():
        restore_revision(office.actor("author"), office.practice, 1)
    assert office.practice.content["how"] == "One two three."
    with pytest.raises(Invalid), unit_of_work():
        restore_revision(office.actor("author"), office.practice, 99)
    with pytest.raises(Stale), unit_of_work():
        restore_revision(office.actor("author"), office.practice, 1, expected=1)


def test_sections_can_be_for_fewer_people(office: Office, work) -> None:
    office.begin(section_visibility={"wrong": "partner", "evidence": "network"}, wrong="Words about wrong. Zanzibar.")
    office.put(PracticeState.PUBLISHED, visibility="public", published_at=office.practice.created_at)
    work()
    every = {section.name for section in SECTIONS}
    hidden = {"observer": {"wrong"}, "expert": {"wrong"}, "ulg": set(), "stranger": {"wrong", "evidence", "contact"}}
    for who, less in hidden.items():
        shown = {each.section.name for each in shown_sections(office.actor(who), office.practice)}
        assert shown == every - less, who
        page = office.world.client(office.people[who]).get(office.path).text
        for name in every:
            assert (f"Words about {name}." in page) == (name not in less), (who, name)
        found = office.world.client(office.people[who]).get("/library", query_string={"q": "zanzibar"}).text
        assert ("letter" in found.split("<main")[1]) == ("wrong" not in less), who


def test_pictures_need_words_and_files_are_listed(office: Office) -> None:
    office.begin()
    client = office.world.client(office.people["author"])
    picture = BytesIO()
    Image.new("RGB", (30, 30), "navy").save(picture, "PNG")
    for alt, kept in (("", 0), ("A blue square", 1)):
        file = (BytesIO(picture.getvalue()), "square.png")
        answer = client.post(
            f"{office.path}/files", data={"file": file, "alt": alt}, content_type="multipart/form-data"
        )
        assert answer.status_code == 303
        page = client.get(office.path).text
        assert page.count('alt="A blue square"') == kept
    client.post(f"{office.path}/files", data={"file": (BytesIO(b"Plain words."), "<b>notes.txt")})
    for address in (office.path, f"{office.path}/edit"):
        shown = client.get(address)
        assert shown.status_code == 200
        assert "&lt;b&gt;notes" in shown.text
        assert "<b>notes" not in shown.text


def test_a_draft_is_removed_and_what_was_published_is_not(office: Office) -> None:
    office.begin().put(PracticeState.PUBLISHED, published_at=office.practice.created_at)
    with pytest.raises(NotAllowed), unit_of_work():
        remove_practice(office.actor("coordinator"), office.practice)
    office.begin()
    client = office.world.client(office.people["author"])
    path = office.path
    assert client.post(f"{path}/remove").status_code == 303
    assert client.get(path).status_code == 404
