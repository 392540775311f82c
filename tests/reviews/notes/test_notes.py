"""Notes: hidden until they appear together, found again by their key, signed as the table agreed."""

from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotFound, TooLarge
from infocus.plans.models import PlanSection, PlanVersion
from infocus.reviews.models import Review
from infocus.reviews.notes import queries
from infocus.reviews.notes.models import Note
from infocus.reviews.notes.services.writing import NoteValues, rewrite_note, write_note
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import phases
from infocus.reviews.room.services.turn import GRACE
from infocus.reviews.vocabulary import Kind, Mode, Seating
from tests.reviews.tables import Table, new_key

FRIEND, HOST = Seating.FRIEND, Seating.HOST


def write(table: Table, who: str, text: str = "A note.", key: str | None = None, **more):
    with unit_of_work():
        values = NoteValues(kind=more.pop("kind", "concern"), text=text, **more)
        return write_note(table.actor(who), table.review_id, key or new_key(), values)


def rewrite(table: Table, who: str, key: str, text: str | None, **more):
    values = None if text is None else NoteValues(kind="question", text=text, **more)
    with unit_of_work():
        return rewrite_note(table.actor(who), table.review_id, key, values)


def shown(table: Table) -> list:
    return [row for row in table.log() if row.kind == Kind.NOTE]


def agree(table: Table, **candour: str) -> None:
    with unit_of_work():
        review = db.session.get(Review, table.review_id)
        assert review is not None
        review.candour = candour


def frozen(table: Table, *headings: str) -> list[str]:
    """A version of the plan with these sections, frozen for the review: their keys."""
    with unit_of_work():
        version = PlanVersion(plan_id=table.plan.id, number=1, created_by=table.people[HOST].id)
        version.sections = [
            PlanSection(position=number, key=f"{number:026d}", number=str(number), title=heading)
            for number, heading in enumerate(headings, start=1)
        ]
        db.session.add(version)
        review = db.session.get(Review, table.review_id)
        assert review is not None
        review.plan_version = 1
    return [f"{number:026d}" for number in range(1, len(headings) + 1)]


def test_notes_are_hidden_until_their_phase_ends_and_appear_in_the_transaction_that_ends_it(table: Table) -> None:
    table.start()
    table.move(to="notes")
    assert write(table, FRIEND, "Hidden one.").seq is None
    write(table, HOST, "Hidden two.")
    assert shown(table) == []
    table.move(to="cluster")
    rows = table.log()
    assert [row.kind for row in rows[-3:]] == [Kind.PHASE, Kind.NOTE, Kind.NOTE]
    assert {row.text for row in shown(table)} == {"Hidden one.", "Hidden two."}
    assert {row.data["id"] for row in shown(table)} == {note.id for note in db.session.query(Note)}


@pytest.mark.parametrize("end", ["back", "over", "finish"])
def test_going_back_passing_over_and_finishing_show_notes_too(table: Table, end: str) -> None:
    table.open()
    write(table, FRIEND, "Written before the day.")
    with unit_of_work():
        phases.start(table.actor(Seating.FACILITATOR), table.review_id, new_key())
    if end == "back":
        table.move(to="notes")
    assert shown(table) == []
    if end == "finish":
        with unit_of_work():
            phases.finish(table.actor(Seating.FACILITATOR), table.review_id, new_key())
    else:
        table.move(to="clarify" if end == "back" else "round")
    assert [row.text for row in shown(table)] == ["Written before the day."]


def test_in_an_open_review_notes_are_shown_at_once_and_earlier_ones_when_it_begins(table: Table) -> None:
    table.open(Mode.OPEN)
    write(table, FRIEND, "Before.")
    with unit_of_work():
        phases.start(table.actor(Seating.FACILITATOR), table.review_id, new_key())
    assert write(table, HOST, "Now.").seq == 3
    assert [row.text for row in shown(table)] == ["Before.", "Now."]


@pytest.mark.usefixtures("still")
def test_a_key_finds_its_note_before_any_right_is_judged(table: Table) -> None:
    table.start()
    table.move(to="notes")
    key = new_key()
    first = write(table, FRIEND, "Once.", key)
    assert write(table, FRIEND, "Once.", key) == first
    with pytest.raises(Conflict):
        write(table, FRIEND, "Other words.", key)
    table.move(to="round")
    again = write(table, FRIEND, "Once.", key)
    assert (again.id, again.seq) == (first.id, shown(table)[0].seq)
    clock.shift(GRACE + timedelta(seconds=1))
    with pytest.raises(PhaseClosed):
        write(table, FRIEND, "Too late.")
    assert len(shown(table)) == 1


@pytest.mark.usefixtures("still")
def test_a_note_that_was_on_its_way_when_its_phase_ended_is_shown_at_once(table: Table) -> None:
    table.start()
    table.move(to="notes")
    table.move(to="cluster")
    assert write(table, FRIEND, "On its way.").seq == 4


def test_an_own_hidden_note_can_be_rewritten_and_withdrawn_by_its_key(table: Table) -> None:
    table.start()
    table.move(to="notes")
    key, other = new_key(), new_key()
    write(table, FRIEND, "First words.", key)
    write(table, FRIEND, "To be withdrawn.", other, signed="anonymous")
    rewrite(table, FRIEND, key, "Second words.", importance=3)
    rewrite(table, FRIEND, key, "Second words.", importance=3)
    with pytest.raises(NotFound):
        rewrite(table, HOST, key, "Not mine.")
    with pytest.raises(NotFound):
        rewrite(table, FRIEND, new_key(), "No such.")
    assert [note["text"] for note in queries.own_notes(table.actor(FRIEND), table.review)] == ["Second words."]
    for _ in range(2):
        rewrite(table, FRIEND, other, None)
    table.move(to="cluster")
    assert [(row.text, row.data["importance"]) for row in shown(table)] == [("Second words.", 3)]
    with pytest.raises(Conflict):
        rewrite(table, FRIEND, key, "Too late.")
    assert "withdrawn" not in "".join(note.text for note in db.session.query(Note))


@pytest.mark.parametrize(
    ("agreed", "wanted", "found"),
    [
        ({}, None, "name"), ({}, "anonymous", "anonymous"), ({}, "city", "city"), ({"notes": "city"}, None, "city"),
        ({"notes": "anonymous"}, None, "anonymous"), ({"notes": "name"}, "name", "name"),
        ({"notes": "name"}, "anonymous", None), ({"notes": "anonymous"}, "name", None), ({}, "nickname", None),
    ],
)  # fmt: skip
def test_notes_are_signed_as_the_table_agreed(
    table: Table, agreed: dict, wanted: str | None, found: str | None
) -> None:
    table.start(Mode.OPEN)
    agree(table, **agreed)
    if found is None:
        with pytest.raises(Invalid) as caught:
            write(table, FRIEND, signed=wanted)
        assert set(caught.value.fields) == {"signed"}
        return
    write(table, FRIEND, signed=wanted)
    (row,) = shown(table)
    assert row.data["signed"] == found
    assert (row.person_id is not None) == (found == "name")
    assert (row.partner.slug if row.partner else None) == (None if found == "anonymous" else "porto")


def test_who_comes_for_no_city_signs_by_none(table: Table) -> None:
    table.start(Mode.OPEN)
    write(table, Seating.EXPERT, signed="city")
    assert (shown(table)[0].data["signed"], shown(table)[0].partner_id) == ("anonymous", None)


def test_sections_are_those_of_the_version_under_review_and_order_the_notes(table: Table) -> None:
    table.start()
    first, second = frozen(table, "Context", "Actions")
    table.move(to="notes")
    write(table, FRIEND, "Without a place.")
    write(table, FRIEND, "On actions.", section=second)
    write(table, HOST, "On context.", section=first)
    with pytest.raises(Invalid) as caught:
        write(table, FRIEND, section="0" * 26)
    assert set(caught.value.fields) == {"section"}
    table.move(to="cluster")
    assert [row.text for row in shown(table)] == ["On context.", "On actions.", "Without a place."]
    assert [row.data["section_title"] for row in shown(table)] == ["1 Context", "2 Actions", ""]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"kind": "praise"}, Invalid), ({"text": " \n"}, Invalid), ({"text": "x" * 1_001}, TooLarge),
        ({"quote": "x" * 301}, TooLarge), ({"importance": 4}, Invalid), ({"question": 1}, Invalid),
        ({"section": "x"}, Invalid),
    ],
)  # fmt: skip
def test_what_makes_no_note_is_refused(table: Table, values: dict, error: type[AppError]) -> None:
    table.start(Mode.OPEN)
    with pytest.raises(error):
        write(table, FRIEND, **values)
    assert len(table.log()) == 1
