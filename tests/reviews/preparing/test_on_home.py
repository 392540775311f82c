"""What home says about reviews before they begin."""

from infocus.core.db import db, unit_of_work
from infocus.home.waiting import waiting_for
from infocus.records.urls import record_path
from infocus.reviews.models import PanelMember
from infocus.reviews.vocabulary import Seating
from tests.reviews.tables import Table


def test_home_says_what_to_answer_then_what_to_read_and_nothing_after_declining(table: Table, app) -> None:
    table.open()
    path = record_path(table.review)
    client = table.world.client(table.people[Seating.FRIEND])

    def shown() -> tuple[str, str, list[str]]:
        db.session.rollback()
        with app.test_request_context():
            (each,) = waiting_for(table.actor(Seating.FRIEND), [])
            return each.action, each.path, list(each.meta)

    with unit_of_work():
        seat = db.session.query(PanelMember).filter_by(role=Seating.FRIEND).one()
        seat.sections = ["k1", "k2"]
    assert shown() == ("Answer", f"{path}#invited", ["Plan of Bielsko-Biala", "2 sections to read"])
    client.post(f"{path}/answer", data={"coming": "yes"})
    assert shown()[:2] == ("Read", f"{path}/notes")
    client.post(f"{path}/answer", data={"coming": "no"})
    db.session.rollback()
    assert waiting_for(table.actor(Seating.FRIEND), []) == []
