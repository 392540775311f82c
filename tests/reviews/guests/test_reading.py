"""A guest reads in the room the version of the plan that is under review, and the plan nowhere else."""

import pytest

from infocus.core.db import db, unit_of_work
from infocus.plans.models import Plan, PlanSection, PlanVersion
from infocus.records.models import Visibility
from infocus.records.services import save
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating
from tests.reviews.guests.comings import Comer, let_in, path
from tests.reviews.tables import Table


@pytest.fixture
def room(table: Table) -> Table:
    """A live review of the first of two versions of a plan that only the host's city reads."""
    table.start()
    with unit_of_work():
        plan = db.session.get_one(Plan, table.plan.id)
        plan.visibility = Visibility.PARTNER
        for number, words in ((7, "Land first."), (8, "Money first.")):
            section = PlanSection(position=0, key="one", level=1, number="1", title="Logic", text=words)
            by = table.people[Seating.HOST].id
            db.session.add(PlanVersion(plan_id=plan.id, number=number, created_by=by, sections=[section]))
        db.session.get_one(Review, table.review_id).plan_version = 7
        save(plan)
    return table


def in_the_room(table: Table, comer: Comer) -> str:
    """The room's page, through its door."""
    where = record_path(table.review)
    comer.client.post(f"{where}/room/enter")
    return comer.client.get(f"{where}/room").text


def test_a_guest_reads_the_frozen_version_in_the_room_and_nothing_newer(room):
    page = in_the_room(room, let_in(room))
    assert "Land first." in page
    assert "Money first." not in page


def test_while_no_version_is_frozen_there_is_no_plan_to_read(room):
    with unit_of_work():
        db.session.get_one(Review, room.review_id).plan_version = None
    assert "first." not in in_the_room(room, let_in(room))


def test_the_plan_itself_and_the_other_pages_of_the_network_stay_closed(room):
    client = let_in(room).client
    assert client.get(f"/in-focus/plans/{room.plan.id}").status_code == 404
    assert client.get(f"{path(room)}/edit").status_code in {403, 404}
    assert client.get(f"{path(room)}/guests").status_code == 403
    assert client.get(f"{path(room)}/afterwards").status_code == 403
