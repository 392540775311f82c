"""Review days: set up in one go, a page for everybody of the network, invitations in one mail."""

import pytest

from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.plans.models import Plan
from infocus.plans.services import PlanValues, create_plan
from infocus.records.models import Visibility
from infocus.reviews.models import Review
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.vocabulary import Seating
from tests.reviews.preparing.test_invitations import inbox
from tests.reviews.tables import Table

DAY = {
    "title": "Review day in Porto", "held_on": "2018-01-24", "time_zone": "Europe/Lisbon", "place": "Town hall",
    "length": "60", "slots": "09:30\n11:00",
}  # fmt: skip


@pytest.fixture
def plans(table: Table) -> list[str]:
    """A second and a third plan, of Porto and Ostrava."""
    found = [table.plan.id]
    for who, slug in (("officer", "porto"), (Seating.RAPPORTEUR, "ostrava")):
        with unit_of_work():
            actor = table.actor(who)
            partner = next(each for each in db.session.merge(table.network).partners if each.slug == slug)
            found.append(create_plan(actor, partner, PlanValues(title=f"Plan of {slug}", visibility="network")).id)
    return found


def lead(table: Table):
    return table.world.client(table.people[Seating.LEAD])


def make_day(table: Table) -> str:
    """The address of a day with two tables."""
    facilitators = [table.people[who].id for who in (Seating.EXPERT, Seating.FACILITATOR)]
    answer = lead(table).post("/in-focus/review-days/new", data=DAY | {"facilitators": facilitators})
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def set_up(table: Table, path: str, plans: list[str]) -> None:
    people = [table.people[who].id for who in (Seating.HOST, Seating.FRIEND, "officer", Seating.RAPPORTEUR)]
    answer = lead(table).post(f"{path}/reviews", data={"plans": plans, "people": people})
    assert answer.status_code == 303, answer.text


def test_wrong_fields_are_named_and_nothing_typed_is_lost(table: Table) -> None:
    wrong = DAY | {"slots": "half past nine", "facilitators": [table.people["stranger"].id]}
    answer = lead(table).post("/in-focus/review-days/new", data=wrong)
    assert answer.status_code == 422
    assert 'id="slots-error"' in answer.text
    assert 'id="facilitators-error"' in answer.text
    assert "half past nine" in answer.text
    assert db.session.query(ReviewDay).count() == 0


def test_the_reviews_of_a_day_are_set_up_in_one_go_and_nobody_is_asked_yet(table: Table, plans, work) -> None:
    path = make_day(table)
    set_up(table, path, plans)
    reviews = db.session.query(Review).order_by(Review.slot, Review.table_label).all()
    assert {review.plan_id for review in reviews} == set(plans)
    assert {(review.starts, review.time_zone, sum(review.minutes.values())) for review in reviews} <= {
        ("09:30", "Europe/Lisbon", 60),
        ("11:00", "Europe/Lisbon", 60),
    }
    for review in reviews:
        for seat in review.panel:
            assert seat.asked_at is None
            assert seat.role == Seating.FACILITATOR or seat.partner_id != review.partner_id
    work()
    assert not inbox(table, Seating.FRIEND)
    assert lead(table).post(f"{path}/reviews", data={"people": [table.people["officer"].id]}).status_code == 303
    db.session.expire_all()
    friends = [seat for review in db.session.query(Review) for seat in review.panel if seat.role == Seating.FRIEND]
    assert {seat.person_id for seat in friends} == {table.people["officer"].id}


def test_everybody_is_asked_in_one_mail_with_a_file_for_each_review(table: Table, plans, work) -> None:
    path = make_day(table)
    set_up(table, path, plans)
    assert lead(table).post(f"{path}/ask").status_code == 303
    work()
    (mail,) = inbox(table, Seating.HOST)
    files = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    seats = [s for r in db.session.query(Review) for s in r.panel if s.person_id == table.people[Seating.HOST].id]
    assert len(files) == len(seats)
    assert seats
    assert lead(table).post(f"{path}/ask").status_code == 303
    work()
    assert len(inbox(table, Seating.HOST)) == 1
    again = lead(table).post(f"{path}/reviews", data={"people": [table.people["officer"].id]})
    assert again.status_code == 422
    assert "asked already" in again.text


def test_everyone_of_the_network_opens_the_page_and_nobody_else(table: Table, plans, client) -> None:
    path = make_day(table)
    set_up(table, path, plans)
    for who in ("officer", "secretariat", Seating.HOST):
        page = table.world.client(table.people[who]).get(path)
        assert page.status_code == 200
        assert "Town hall" in page.text
        assert "Set the tables" not in page.text
    volunteer = table.world.person(Role.ULG, table.host)
    assert "you are here" in table.world.client(volunteer).get(path).text
    assert table.world.client(table.people["stranger"]).get(path).status_code == 404
    assert client.get(path).status_code in {302, 401}
    for tail in ("/reviews", "/ask", "/edit"):
        post = table.world.client(table.people["officer"]).post(path + tail, data={"people": ["x"]})
        assert post.status_code == 403, tail
    assert lead(table).get(path.replace("in-focus", "harbour-towns")).status_code == 404


def test_a_review_for_its_panel_only_keeps_its_title_on_the_day_s_page(table: Table, plans) -> None:
    path = make_day(table)
    set_up(table, path, plans)
    with unit_of_work():
        review = db.session.query(Review).filter_by(plan_id=table.plan.id).one()
        review.visibility = Visibility.PANEL
        for row in list(review.audience):
            if row.key.startswith(("network:", "author:")):
                review.audience.remove(row)
    page = table.world.client(table.people["secretariat"]).get(path).text
    assert "A review for its panel only" in page
    hidden = db.session.query(Review).filter_by(plan_id=table.plan.id).one()
    assert hidden.id not in page
    assert hidden.id in lead(table).get(path).text


def test_clashes_made_by_hand_are_shown(table: Table, plans) -> None:
    path = make_day(table)
    set_up(table, path, plans)
    slot = db.session.query(Review).filter_by(slot=0).all()
    assert len(slot) == 2
    with unit_of_work():
        for review in db.session.query(Review).filter_by(slot=0):
            table_seats = {seat.person_id for seat in review.panel}
            person = table.people[Seating.OBSERVER].id
            if person not in table_seats:
                review.panel.append(type(review.panel[0])(review_id=review.id, person_id=person, role="observer"))
    page = lead(table).get(path).text
    assert "would sit at two tables at once" in page


def test_what_has_no_place_is_said(table: Table, plans) -> None:
    facilitators = [table.people[Seating.EXPERT].id]
    typed = DAY | {"slots": "09:30", "facilitators": facilitators}
    path = lead(table).post("/in-focus/review-days/new", data=typed).location
    client = lead(table)
    client.post(f"{path}/reviews", data={"plans": plans, "people": []})
    assert "There was no place for" in client.get(path).text
    assert db.session.query(Review).count() == 1
    assert db.session.query(Plan).count() == 3
