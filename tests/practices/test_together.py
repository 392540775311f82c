"""Two people in one practice: what they save is joined field by field, and each sees that the other is there."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.practices.forms import control_texts
from infocus.practices.merging import flat, merge, nested
from infocus.practices.together import base_of, read_base, values_of
from infocus.records.holds import RecordHold, be_seen, holders, holds_of, release_hold, take_hold
from tests.practices.conftest import Office

AS_SCRIPT = {"Accept": "application/json"}
ROWS = [{"name": "Jobs", "value": 12.0, "unit": "people", "year": 2016}]


def of(**changes: Any) -> dict[str, Any]:
    """Values with some changed."""
    return {"title": "One letter", "themes": ["a"], "indicators": ROWS, "section_visibility": {}, **changes}


@pytest.mark.parametrize(
    ("name", "base", "mine", "theirs", "joined"),
    [
        ("how", "A", "A", "B", "B"),
        ("how", "A", "B", "A", "B"),
        ("how", "A", "", "A", ""),
        ("how", "A", "B", "B", "B"),
        ("themes", ["a", "b"], ["b", "c"], ["a", "b", "d"], ["b", "d", "c"]),
        ("indicators", ROWS, [], ROWS, []),
        ("indicators", ROWS, ROWS, [], []),
    ],
)
def test_what_one_changed_is_taken(name: str, base: Any, mine: Any, theirs: Any, joined: Any) -> None:
    merged = merge(of(**{name: base}), of(**{name: mine}), of(**{name: theirs}))
    assert merged.clashes == ()
    assert merged.fields[name] == joined
    assert merged.taken == ((name,) if theirs not in (base, mine) else ())


def test_rows_are_joined_one_by_one_and_a_row_both_changed_is_open() -> None:
    more, other = ({"name": name, "value": 1.0, "unit": "", "year": None} for name in ("Rents", "Firms"))
    joined = merge(of(), of(indicators=[*ROWS, more]), of(indicators=[other, *ROWS]))
    assert joined.fields["indicators"] == [*ROWS, more, other]
    mine, theirs = ([{**ROWS[0], "value": value}] for value in (13.0, 14.0))
    clash = merge(of(), of(indicators=mine), of(indicators=theirs)).clashes
    assert [(each.name, each.mine, each.theirs) for each in clash] == [("indicators", mine, theirs)]


def test_a_row_that_one_changed_and_the_other_took_away_is_open() -> None:
    changed = [{**ROWS[0], "value": 13.0}]
    assert [each.name for each in merge(of(), of(indicators=changed), of(indicators=[])).clashes] == ["indicators"]


def test_without_a_base_every_difference_is_open() -> None:
    merged = merge(None, of(how="A"), of(how="B", lesson="C"))
    assert [each.name for each in merged.clashes] == ["how", "lesson"]
    assert merged.fields["how"] == "B"


def test_flat_and_nested_are_inverse() -> None:
    values = nested(flat(of(criteria={"impact": "x"}, latitude=1.5, longitude=2.0)))
    assert (values["latitude"], values["longitude"], values["criteria"]["impact"]) == (1.5, 2.0, "x")
    assert nested(flat(values)) == values


@pytest.mark.parametrize(
    "text",
    [None, "", "5", "[]", "{", '{"how": 5}', '{"how": "\\u0000"}', '{"themes": "x"}', "[" * 90_000, "1" * 300_000],
)
def test_a_base_that_is_none_is_none(app, text: str | None) -> None:
    assert read_base(text) is None


def sent(office: Office, base: str, version: int, **changes: Any) -> dict[str, Any]:
    """What a browser sends of the form with some fields typed over."""
    values = {**(read_base(base) or {}), **changes}
    texts: dict[str, Any] = {name: texts for name, texts in control_texts(values).items() if texts != [""]}
    return texts | {"version": str(version), "base": base}


class Race:
    """The author's form, given out before the coordinator saved."""

    def __init__(self, office: Office, **theirs: Any) -> None:
        self.office = office
        office.begin(how="How.", lesson="Lesson.", indicators=ROWS)
        with office.world.app.test_request_context():
            self.base, self.version = base_of(office.practice), office.practice.version
        office.save("coordinator", **theirs)
        self.client = office.world.client(office.people["author"])

    def post(self, door: str, ways: dict[str, str] | None = None, **mine: Any) -> TestResponse:
        """Send the author's form."""
        with self.office.world.app.test_request_context():
            data = sent(self.office, self.base, self.version, **mine) | (ways or {})
        headers = AS_SCRIPT if door == "autosave" else {}
        return self.client.post(f"{self.office.path}/{door}", data=data, headers=headers)


def test_saving_joins_what_two_people_changed(office: Office) -> None:
    race = Race(office, lesson="Theirs.", themes=["investment-attraction", "entrepreneurship"])
    answer = race.post("edit", how="Mine.")
    assert answer.status_code == 303
    said = office.practice.content
    assert (said["how"], said["lesson"]) == ("Mine.", "Theirs.")
    assert "entrepreneurship" in said["themes"]
    page = race.client.get(office.path).text
    name = office.people["coordinator"].shown_name
    assert f"Saved, together with what {name} changed meanwhile: One lesson, Themes." in page


def test_what_both_changed_is_put_side_by_side_and_decided(office: Office) -> None:
    race = Race(office, how="Theirs.", lesson="Their lesson.")
    page = race.post("edit", how="Mine.", who="My who.")
    assert page.status_code == 409
    assert office.practice.content["how"] == "Theirs."
    assert office.practice.content["who"] == "Words about who."
    for words in (
        "Theirs.",
        "\nMine.</textarea>",
        "\nMy who.</textarea>",
        "\nTheir lesson.</textarea>",
        'name="way-how"',
    ):
        assert words in page.text, words
    assert 'name="way-lesson"' not in page.text
    with office.world.app.test_request_context():
        race.base, race.version = base_of(office.practice), office.practice.version
    for way, kept in (("theirs", "Theirs."), ("both", "Theirs.\n\nMine."), ("mine", "Mine.")):
        with unit_of_work():
            practice = office.practice
            practice.content = {**practice.content, "how": "Theirs."}
        race.version = office.practice.version
        answer = race.post("edit", {"way-how": way}, how="Mine.", who="My who.")
        assert answer.status_code == 303, way
        assert (office.practice.content["how"], office.practice.content["who"]) == (kept, "My who.")


def test_a_form_that_saves_itself_takes_part(office: Office) -> None:
    race = Race(office, how="Theirs.", lesson="Their lesson.", indicators=[*ROWS, {**ROWS[0], "year": 2017}])
    answer = race.post("autosave", who="My who.")
    assert answer.status_code == 200
    body = answer.get_json()
    assert body["merged"]["lesson"] == ["Their lesson."]
    assert body["merged"]["indicators-1-year"] == ["2017"]
    assert body["by"] == office.people["coordinator"].shown_name
    assert (office.practice.content["who"], office.practice.content["how"]) == ("My who.", "Theirs.")
    assert read_base(body["base"]) is not None


def test_an_autosave_never_overwrites_and_stores_all_else(office: Office) -> None:
    race = Race(office, how="Theirs.")
    for _try in range(2):  # the same form says it again while nobody decides
        answer = race.post("autosave", how="Mine.", who="My who.")
        assert answer.status_code == 409
        assert answer.get_json()["fields"] == {"how": ["Theirs."]}
        assert (office.practice.content["how"], office.practice.content["who"]) == ("Theirs.", "My who.")


def test_one_may_not_save_by_a_forged_base_what_one_may_not_save(office: Office) -> None:
    race = Race(office, how="Theirs.")
    stranger = office.world.client(office.people["neighbour"])
    answer = stranger.post(f"{office.path}/edit", data={"version": "1", "base": race.base, "how": "Forged."})
    assert answer.status_code in {403, 404}
    assert race.post("edit", visibility="public").status_code == 422


def test_a_wrong_value_in_a_lost_race_is_told_and_nothing_is_lost(office: Office) -> None:
    race = Race(office, how="Theirs.")
    page = race.post("edit", how="Mine.", summary="x" * 301)
    assert page.status_code == 422
    assert "\nMine.</textarea>" in page.text
    assert office.practice.content["how"] == "Theirs."


def test_each_sees_that_the_other_is_there(office: Office) -> None:
    office.begin()
    author, coordinator = (office.world.client(office.people[who]) for who in ("author", "coordinator"))
    assert "is editing too" not in author.get(f"{office.path}/edit").text
    name = office.people["author"].shown_name
    assert f"{name} (Porto) is editing too, since" in coordinator.get(f"{office.path}/edit").text
    (line,) = author.post(f"{office.path}/presence").get_json()["here"]
    assert office.people["coordinator"].shown_name in line
    first = coordinator.post(f"{office.path}/presence").get_json()["until"]
    coordinator.get(f"{office.path}/edit")  # the page once more: its first self is told to be shut only now
    coordinator.post(f"{office.path}/presence", data={"leave": first})
    coordinator.post(f"{office.path}/presence", data={"leave": "not a time"})
    assert len(author.post(f"{office.path}/presence").get_json()["here"]) == 1
    last = coordinator.post(f"{office.path}/presence").get_json()["until"]
    coordinator.post(f"{office.path}/presence", data={"leave": last})
    assert author.post(f"{office.path}/presence").get_json()["here"] == []
    assert office.world.client(office.people["neighbour"]).post(f"{office.path}/presence").status_code == 404


def test_holds_end_and_a_part_is_held_by_one(office: Office) -> None:
    office.begin()
    author, other = office.actor("author"), office.actor("coordinator")
    with unit_of_work():
        assert take_hold(author, office.practice, "part") is None
        assert take_hold(author, office.practice, "part") is None
        held = take_hold(other, office.practice, "part")
        assert held is not None
        assert held.person_id == author.person
        be_seen(other, office.practice)
    assert [hold.person_id for hold in holders(office.practice)] == [other.person]
    assert set(holds_of(office.practice)) == {"", "part"}
    with unit_of_work():
        db.session.get_one(RecordHold, (office.practice_id, "part", author.person)).until = clock.now()
    assert holders(office.practice, "part") == []
    with unit_of_work():
        assert take_hold(other, office.practice, "part") is None
    with unit_of_work():
        release_hold(other, office.practice, "part")
    assert [hold.key for hold in db.session.query(RecordHold)] == [""]


def test_the_values_of_a_practice_come_back_from_its_form(office: Office) -> None:
    office.begin(latitude=41.15, longitude=-8.61, amounts=[{"what": "Rent", "value": 5.0, "currency": "CZK"}])
    with office.world.app.test_request_context():
        base = read_base(base_of(office.practice))
    assert base is not None
    assert nested(flat(base)) == values_of(office.practice)
