"""The pages of a version: reading, checking rows, comparing, the Word file."""

from io import BytesIO

import docx

from infocus.core.db import db
from infocus.plans.queries import rows_of, sections_of
from tests.plans.cities import City
from tests.plans.files import FIRST, SECOND
from tests.plans.test_reading import plan_with


def test_a_version_is_read_section_by_section_with_its_tables(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"))
    page = city.client("colleague").get(f"{city.path(plan.id)}/versions/1")
    assert page.status_code == 200
    for words in ("3.1 Governance", "A steering group of seven", "A desk for rooms", "Own budget", "The land register"):
        assert words in page.text
    assert "row to check" not in page.text
    assert "2 rows to check" in city.client("officer").get(f"{city.path(plan.id)}/versions/1").text
    assert "3.1 Governance" in city.client("colleague").get(city.path(plan.id)).text
    assert city.client("colleague").get(f"{city.path(plan.id)}/versions/2").status_code == 404
    assert city.client("stranger").get(f"{city.path(plan.id)}/versions/1").status_code == 404


def test_a_row_is_checked_or_put_right_by_who_edits_the_plan(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"))
    key = rows_of(plan, 1)[0].key
    address = f"{city.path(plan.id)}/versions/1/rows/{key}"
    typed = {"what": "A desk for rooms", "who": "The agency", "cost": "85,000"}
    assert city.client("colleague").post(address, data=typed).status_code == 403
    assert city.client("officer").post(address, data=typed).status_code == 303
    db.session.rollback()
    row = rows_of(plan, 1)[0]
    assert (row.cells["who"], row.read["who"], row.checked_by) == ("The agency", "City", city.people["officer"].id)
    assert row.cells["indicator"] == "Answers in two days: 90 %"  # what was not sent stays
    page = city.client("officer").get(f"{city.path(plan.id)}/versions/1").text
    assert "The file says: “City”" in page
    wrong = city.client("officer").post(address, data=typed | {"what": " "})
    assert (wrong.status_code, "It needs a name." in wrong.text) == (422, True)
    assert city.client("officer").post(f"{address}x", data=typed).status_code == 404


def test_two_versions_are_compared_by_words(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"), (SECOND, "plan2.docx"))
    page = city.client("colleague").get(f"{city.path(plan.id)}/compare?from=1&to=2")
    assert page.status_code == 200
    assert "five and <del>thirty </del><ins>forty </ins>people" in page.text
    assert "<del>85,000</del><ins>95,000</ins>" in page.text.replace(
        "<del>85</del><ins>95</ins>,000", "<del>85,000</del><ins>95,000</ins>"
    )
    for words in ("1 section is new", "1 was taken out", "2 changed", "What we own", "A night of porters"):
        assert words in page.text
    assert city.client("colleague").get(f"{city.path(plan.id)}/compare").text.count("<del>") == page.text.count("<del>")
    assert city.client("colleague").get(f"{city.path(plan.id)}/compare?from=1&to=9").status_code == 404
    assert city.client("stranger").get(f"{city.path(plan.id)}/compare").status_code == 404


def test_a_version_leaves_as_a_word_file(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"))
    answer = city.client("colleague").get(f"{city.path(plan.id)}/versions/1.docx")
    assert answer.status_code == 200
    assert "plan-of-bordeaux-1.docx" in answer.headers["Content-Disposition"]
    word = docx.Document(BytesIO(answer.data))
    headings = [p.text for p in word.paragraphs if p.style is not None and str(p.style.name).startswith("Heading")]
    assert headings == [section.heading for section in sections_of(plan, 1)]
    facts, actions, risks = word.tables
    assert "Bordeaux" in facts.rows[0].cells[1].text
    assert [cell.text for cell in actions.rows[1].cells][:3] == ["A desk for rooms", "City", "85,000"]
    assert [cell.text for cell in risks.rows[0].cells] == ["What", "Likelihood", "Impact", "Measure", "Who"]
