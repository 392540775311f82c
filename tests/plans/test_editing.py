"""One section or row edited in the page: holds, versions of its own, a lost race that loses nothing."""

from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.plans.documents import plan_entries
from infocus.plans.frozen import freezes_versions
from infocus.plans.models import Plan, PlanVersion
from infocus.plans.queries import rows_of, sections_of
from infocus.records.holds import RecordHold
from tests.plans.cities import City, upload
from tests.plans.files import FIRST, SECOND
from tests.plans.test_reading import by_title, plan_with

_frozen: set[str] = set()


@freezes_versions
def _is_held(version: PlanVersion) -> bool:
    return version.id in _frozen


@pytest.fixture
def plan(city: City, work) -> Plan:
    return plan_with(city, work, (FIRST, "plan.docx"))


def part(city: City, plan: Plan, key: str) -> str:
    return f"{city.path(plan.id)}/parts/{key}"


def typed_over(section, **changes: str) -> dict[str, str]:
    now = {"title": section.title, "text": section.text}
    return {f"base-{name}": text for name, text in now.items()} | now | changes


def test_saving_begins_a_version_that_goes_on_until_it_is_closed(city: City, plan: Plan) -> None:
    section = by_title(sections_of(plan, 1))["Governance"]
    address = part(city, plan, section.key)
    answer = city.client("officer").post(address, data=typed_over(section, text="Nine decide.\n\n- each quarter"))
    assert (answer.status_code, answer.location.endswith(f"/versions/2#s-{section.key}")) == (303, True)
    db.session.rollback()
    second = plan.versions[1]
    assert (second.copied_from, second.document_id, second.is_open) == (1, None, True)
    assert [s.key for s in sections_of(plan, 2)] == [s.key for s in sections_of(plan, 1)]
    assert len(rows_of(plan, 2)) == 3
    assert by_title(sections_of(plan, 1))["Governance"].text == section.text  # the first stays as it was
    changed = by_title(sections_of(plan, 2))["Governance"]
    assert changed.text == "Nine decide.\n\n- each quarter"
    assert any("Nine decide" in entry.text for entry in plan_entries(plan.id) or [])
    city.client("coordinator").post(address, data=typed_over(changed, title="Who decides"))
    db.session.rollback()
    assert (len(plan.versions), by_title(sections_of(plan, 2))["Who decides"].key) == (2, section.key)
    assert city.client("officer").post(f"{city.path(plan.id)}/versions/2/close").status_code == 303
    assert city.client("officer").post(f"{city.path(plan.id)}/versions/2/close").status_code == 409
    city.client("officer").post(address, data=typed_over(by_title(sections_of(plan, 2))["Who decides"], text="Ten."))
    db.session.rollback()
    assert len(plan.versions) == 3


def test_a_file_that_comes_later_closes_what_was_edited_here_and_keeps_the_keys(city: City, plan: Plan, work) -> None:
    section = by_title(sections_of(plan, 1))["Governance"]
    city.client("officer").post(part(city, plan, section.key), data=typed_over(section, title="Steering"))
    assert upload(city, "officer", plan.id, SECOND, "plan2.docx").status_code == 303
    work()
    db.session.rollback()
    assert [(v.number, v.is_open, v.document_version) for v in plan.versions] == [
        (1, False, 1),
        (2, False, None),
        (3, False, 2),
    ]
    assert by_title(sections_of(plan, 3))["Who decides"].key == section.key


def test_a_version_that_a_review_reads_takes_no_changes(city: City, plan: Plan) -> None:
    section = by_title(sections_of(plan, 1))["Governance"]
    address = part(city, plan, section.key)
    city.client("officer").post(address, data=typed_over(section, text="Frozen for the review."))
    db.session.rollback()
    _frozen.add(plan.versions[1].id)
    now = by_title(sections_of(plan, 2))["Governance"]
    city.client("officer").post(address, data=typed_over(now, text="After the review."))
    db.session.rollback()
    assert by_title(sections_of(plan, 2))["Governance"].text == "Frozen for the review."
    assert by_title(sections_of(plan, 3))["Governance"].text == "After the review."


def test_who_has_a_section_open_is_seen_and_it_ends_after_ten_minutes(city: City, plan: Plan) -> None:
    section = by_title(sections_of(plan, 1))["Governance"]
    address, officer = part(city, plan, section.key), city.people["officer"]
    assert "<form" in city.client("officer").get(address).text
    other = city.client("coordinator").get(address).text
    assert f"{officer.shown_name} has this open." in other
    assert 'id="part-form"' not in other
    assert (
        f"{officer.shown_name} is editing this until"
        in city.client("colleague").get(f"{city.path(plan.id)}/versions/1").text
    )
    assert "is editing this" not in city.client("officer").get(f"{city.path(plan.id)}/versions/1").text
    with unit_of_work():
        hold = db.session.get_one(RecordHold, (plan.id, section.key, officer.id))
        hold.until = clock.now() + timedelta(minutes=1)
    assert city.client("officer").post(f"{address}/hold").status_code == 204
    db.session.rollback()
    assert db.session.get_one(RecordHold, (plan.id, section.key, officer.id)).until > clock.now() + timedelta(minutes=9)
    with unit_of_work():
        db.session.get_one(RecordHold, (plan.id, section.key, officer.id)).until = clock.now() - timedelta(seconds=1)
    assert 'id="part-form"' in city.client("coordinator").get(address).text
    assert "has this open" in city.client("officer").get(address).text
    assert city.client("coordinator").post(f"{address}/hold", data={"leave": "1"}).status_code == 303
    assert 'id="part-form"' in city.client("officer").get(address).text


def test_two_who_save_the_same_section_see_both_and_the_base(city: City, plan: Plan) -> None:
    section = by_title(sections_of(plan, 1))["Governance"]
    address = part(city, plan, section.key)
    mine = typed_over(section, text="Mine: nine members.")
    assert city.client("officer").post(address, data=typed_over(section, text="Theirs: ten.")).status_code == 303
    answer = city.client("coordinator").post(address, data=mine)
    assert answer.status_code == 409
    for words in (
        "Mine: nine members.",
        "Theirs: ten.",
        section.text,
        "Keep mine",
        "Keep theirs",
        "Save both together",
    ):
        assert words in answer.text
    db.session.rollback()
    assert by_title(sections_of(plan, 2))["Governance"].text == "Theirs: ten."
    over_theirs = mine | {"base-text": "Theirs: ten."}
    assert city.client("coordinator").post(address, data=over_theirs).status_code == 303
    db.session.rollback()
    assert by_title(sections_of(plan, 2))["Governance"].text == "Mine: nine members."
    again = city.client("coordinator").post(address, data=mine)
    assert again.status_code == 303  # what is stored already is no quarrel


def test_a_row_is_changed_in_a_version_of_its_own(city: City, plan: Plan) -> None:
    row = rows_of(plan, 1)[0]
    address = part(city, plan, row.key)
    assert "Own budget" in city.client("officer").get(address).text
    base = {f"base-{name}": text for name, text in row.cells.items()}
    answer = city.client("officer").post(address, data=base | row.cells | {"cost": "95,000", "funding": ""})
    assert answer.status_code == 303
    db.session.rollback()
    assert rows_of(plan, 1)[0].cells["cost"] == "85,000"
    changed = rows_of(plan, 2)[0]
    assert (changed.key, changed.cells["cost"], "funding" in changed.cells) == (row.key, "95,000", False)


def test_wrong_words_come_back_and_rights_hold(city: City, plan: Plan) -> None:
    section = by_title(sections_of(plan, 1))["Governance"]
    address = part(city, plan, section.key)
    wrong = city.client("officer").post(address, data=typed_over(section, title=" ", text="x" * 60_001))
    assert (wrong.status_code, "It needs a name." in wrong.text, "60001 characters" in wrong.text) == (422, True, True)
    for who, status in (("colleague", 403), ("volunteer", 403), ("stranger", 404)):
        for send in (city.client(who).get, city.client(who).post):
            assert send(address).status_code == status
        assert city.client(who).post(f"{address}/hold").status_code == status
        assert city.client(who).post(f"{city.path(plan.id)}/versions/1/close").status_code == status
    assert city.client("officer").get(f"{address}x").status_code == 404
    assert len(plan.versions) == 1
