"""The rubric: each side for itself, then beside each other, at this table only."""

import pytest

from infocus.core.db import db, unit_of_work
from infocus.reviews.report import marks
from infocus.reviews.report.models import Rubric, RubricSheet
from infocus.reviews.report.services import marking
from infocus.reviews.report.vocabulary import Criterion
from infocus.reviews.vocabulary import Seating
from tests.reviews.report.papers import Held

FACILITATOR, FRIEND, HOST, EXPERT = Seating.FACILITATOR, Seating.FRIEND, Seating.HOST, Seating.EXPERT


@pytest.fixture
def marked(held: Held) -> Held:
    """It is switched on."""
    assert held.post(FACILITATOR, "/rubric/on").status_code == 303
    return held


def give(held: Held, who: str, mark: str, **more: str) -> int:
    return held.post(who, "/rubric", **dict.fromkeys(Criterion, mark), **more).status_code


def test_it_is_off_until_the_facilitator_wants_it(held: Held) -> None:
    assert "The rubric is off" in held.page(FRIEND, "/rubric")
    assert give(held, FRIEND, "3") == 404
    for who in (FRIEND, HOST, EXPERT, "officer"):
        assert held.post(who, "/rubric/on").status_code == 403
    assert held.post(FACILITATOR, "/rubric/on").status_code == 303
    assert held.post(FACILITATOR, "/rubric/on").status_code == 303
    assert db.session.query(Rubric).count() == 1
    assert "Rubric" in held.page(FRIEND)


def test_neither_side_sees_the_other_before_both_are_done(marked: Held) -> None:
    assert give(marked, HOST, "4", done="1") == 303
    assert give(marked, FRIEND, "1") == 303
    for who in (HOST, FRIEND, EXPERT, FACILITATOR):
        assert "Beside each other" not in marked.page(who, "/rubric")
    assert give(marked, FRIEND, "2", done="1") == 303
    page = marked.page(EXPERT, "/rubric")
    assert "Beside each other" in page
    assert "Host 4 · panel 2 (2 to 2)" in page


def test_the_panel_is_shown_as_median_and_spread_and_nobody_by_name(marked: Held) -> None:
    for who, mark in ((FRIEND, "1"), (EXPERT, "4"), (Seating.RAPPORTEUR, "2"), (Seating.NOTE_TAKER, "3")):
        assert give(marked, who, mark) == 303
    give(marked, HOST, "3")
    assert marked.post(FACILITATOR, "/rubric/open").status_code == 303
    page = marked.page(HOST, "/rubric")
    assert "Host 3 · panel 2.5 (1 to 4)" in page
    assert not any(marked.table.people[who].name in page for who in (FRIEND, Seating.NOTE_TAKER))
    assert "Sum" not in page.replace("Summary", "")
    row = marks.beside(marked.review)[0]
    assert (row.criterion, row.count, row.median) == ("problem", 4, 2.5)


def test_a_criterion_may_stay_without_a_mark(marked: Held) -> None:
    marked.post(FRIEND, "/rubric", problem="2", vision="")
    marked.post(FACILITATOR, "/rubric/open")
    rows = {row.criterion: row for row in marks.beside(marked.review)}
    assert (rows["problem"].median, rows["vision"].median, rows["problem"].host) == (2.0, None, None)


def test_the_host_s_city_has_one_sheet(marked: Held) -> None:
    give(marked, HOST, "1")
    with unit_of_work():
        marking.save_sheet(marked.table.actor(HOST), marked.found(HOST), {"risk": "4"}, done=False)
    assert [(row.sheet, row.marks) for row in db.session.query(RubricSheet)] == [("host", {"risk": 4})]


def test_opened_marks_stay_as_they_are(marked: Held) -> None:
    give(marked, FRIEND, "2")
    marked.post(FACILITATOR, "/rubric/open")
    assert give(marked, FRIEND, "4") == 409
    assert give(marked, HOST, "4") == 409


@pytest.mark.parametrize("mark", ["5", "-1", "x", "2.5"])
def test_only_zero_to_four_are_marks(marked: Held, mark: str) -> None:
    assert marked.post(FRIEND, "/rubric", problem=mark).status_code == 422
    assert db.session.query(RubricSheet).count() == 0


@pytest.mark.parametrize(
    ("who", "status"), [(Seating.OBSERVER, 403), ("officer", 403), ("secretariat", 403), ("stranger", 404)]
)
def test_it_is_for_the_table_alone(marked: Held, who: str, status: int) -> None:
    assert marked.status(who, "/rubric") == status
    assert give(marked, who, "3") == status
    assert marked.post(who, "/rubric/open").status_code == status


def test_it_can_be_switched_off_while_nobody_has_marked(marked: Held) -> None:
    give(marked, FRIEND, "2")
    assert marked.post(FACILITATOR, "/rubric/off").status_code == 409
    with unit_of_work():
        db.session.query(RubricSheet).delete()
    assert marked.post(FACILITATOR, "/rubric/off").status_code == 303
    assert db.session.query(Rubric).count() == 0
