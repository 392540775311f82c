"""What became of each section and row between two versions."""

from infocus.core.db import db, unit_of_work
from infocus.plans.comparing import Change, change_of_section, changes, row_changes, tally
from infocus.plans.models import Plan, PlanRow, PlanSection, PlanVersion, RowKind
from tests.plans.cities import City
from tests.support.effort import at_most

Sections = list[tuple[str, str, str, str]]


def plan_of(city: City, *versions: Sections) -> Plan:
    """A plan whose versions have these sections: key, number, title, text."""
    plan_id = city.begin()
    with unit_of_work():
        plan = db.session.get_one(Plan, plan_id)
        for number, sections in enumerate(versions, start=1):
            version = PlanVersion(number=number, created_by=city.people["officer"].id)
            plan.versions.append(version)
            for position, (key, told, title, text) in enumerate(sections):
                version.sections.append(
                    PlanSection(position=position, key=key, number=told, title=title, text=text, level=1)
                )
    db.session.rollback()
    return db.session.get_one(Plan, plan_id)


def test_added_removed_moved_changed_and_the_same(city: City) -> None:
    first = [
        ("a", "1", "Needs", "Rooms are needed."),
        ("b", "2", "Gone", "Nobody misses it."),
        ("c", "3", "Logic", "One thing follows."),
        ("d", "4", "Actions", "Two desks."),
        ("e", "5", "Risks", "None."),
    ]
    second = [
        ("a", "1", "Needs", "Rooms are needed."),
        ("e", "2", "Risks", "None."),
        ("f", "3", "New", "Something else."),
        ("c", "4", "Logic", "One thing follows."),
        ("d", "5", "What we do", "Three desks."),
    ]
    plan = plan_of(city, first, second)
    found = changes(plan, 1, 2)
    assert [(each.key, each.state) for each in found] == [
        ("a", Change.SAME),
        ("b", Change.REMOVED),
        ("e", Change.MOVED),
        ("f", Change.ADDED),
        ("c", Change.SAME),  # another number alone is no change
        ("d", Change.CHANGED),
    ]
    changed = found[-1]
    assert changed.heading == "5 What we do"
    assert [tuple(run) for run in changed.words] == [("removed", "Two "), ("added", "Three "), ("same", "desks.")]
    assert tally(found)[Change.SAME] == 2
    assert [each.state for each in changes(plan, 2, 2)] == [Change.SAME] * 5
    assert [(each.key, each.state) for each in changes(plan, 2, 1) if each.state == Change.ADDED] == [
        ("b", Change.ADDED)
    ]


def test_one_section_is_asked_for_by_its_key(city: City) -> None:
    plan = plan_of(
        city, [("a", "", "Needs", "Rooms.")], [("a", "", "Needs", "Rooms and heat.")], [("b", "", "Other", "")]
    )
    change = change_of_section(plan, "a", 1, 2)
    assert change is not None
    assert (change.state, change.words[-1].kind) == (Change.CHANGED, "same")
    states = [change_of_section(plan, key, 2, 3) for key in ("a", "b", "c")]
    assert [each and each.state for each in states] == [Change.REMOVED, Change.ADDED, None]


def test_rows_are_compared_cell_by_cell(city: City) -> None:
    plan = plan_of(city, [("a", "", "Actions", "")], [("a", "", "Actions", "")])
    with unit_of_work():
        for version, rows in zip(
            db.session.get_one(Plan, plan.id).versions,
            (
                {"x": {"what": "Desk", "cost": "1"}, "y": {"what": "Lab"}},
                {"x": {"what": "Desk", "cost": "2", "who": "City"}},
            ),
            strict=True,
        ):
            for position, (key, cells) in enumerate(rows.items()):
                db.session.add(
                    PlanRow(version_id=version.id, position=position, key=key, kind=RowKind.ACTION, cells=cells)
                )
    found = row_changes(plan, 1, 2)
    assert [(each.key, each.state) for each in found] == [("x", Change.CHANGED), ("y", Change.REMOVED)]
    assert found[0].cells["who"] == (("added", "City"),)
    assert found[0].cells["what"] == (("same", "Desk"),)


def test_a_long_plan_is_compared_in_seconds(city: City) -> None:
    text = "\n\n".join(f"Paragraph {number} says that rooms cost {number * 7} a year." for number in range(400))
    sections = [(f"k{at}", str(at), f"Chapter {at}", text) for at in range(30)]
    plan = plan_of(
        city, sections, [(key, no, title, said.replace("cost 70 ", "cost 71 ")) for key, no, title, said in sections]
    )
    with at_most(60):
        found = changes(plan, 1, 2)
    assert {each.state for each in found} == {Change.CHANGED}
    assert all(len(each.words) == 4 for each in found)


def test_a_table_is_compared_by_its_cells(city: City) -> None:
    table = "Before\n\n| What | Size |\n|---|---|\n| Hall A | {} m² |\n\nAfter"
    plan = plan_of(city, [("k", "1", "Land", table.format("6,200"))], [("k", "1", "Land", table.format("6,300"))])
    change = change_of_section(plan, "k", 1, 2)
    assert change is not None
    assert "".join(run.text for run in change.words if run.kind != "removed") == (
        "Before\n\nWhat · Size\nHall A · 6,300 m²\n\nAfter"
    )


def test_signs_are_compared_without_the_marks_before_them(city: City) -> None:
    before = [("k", "1", "Rent", r"1\. Rents of 2 \* 5 euro")]
    plan = plan_of(city, before, [("k", "1", "Rent", r"1\. Rents of 2 \* 6 euro")])
    change = change_of_section(plan, "k", 1, 2)
    assert change is not None
    assert "".join(run.text for run in change.words if run.kind != "added") == "1. Rents of 2 * 5 euro"
