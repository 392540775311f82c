"""Creating a review, naming its table, and what a seat opens."""

import pytest

from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotAllowed, NotFound, Stale
from infocus.core.permissions import Permission, allows
from infocus.networks.models import MembershipRow
from infocus.notifications.models import Notification
from infocus.reviews import queries
from infocus.reviews.room.queries import you
from infocus.reviews.services import planning
from infocus.reviews.services.planning import ReviewValues
from infocus.reviews.vocabulary import Seating
from tests.reviews.tables import Table

VALUES = ReviewValues(title="A review", held_on="2018-01-24")


def create(table: Table, who: str, values: ReviewValues = VALUES, facilitator: str = "facilitator") -> str:
    """The id of a review created by this person."""
    with unit_of_work():
        plan = db.session.merge(table.plan, load=True)
        return planning.create_review(table.actor(who), plan, values, table.people[facilitator].id).id


def test_who_creates_reviews(table: Table) -> None:
    for who in ("expert", "lead", "host"):
        assert create(table, who)
    for who in ("critical-friend", "officer", "secretariat", "observer"):
        with pytest.raises(NotAllowed):
            create(table, who)
    with pytest.raises(NotFound):
        create(table, "stranger")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 201),
        ("held_on", "24.1.2018"),
        ("held_on", "2018-02-30"),
        ("starts", "25:00"),
        ("time_zone", "Europe/Atlantis"),
        ("mode", "secret"),
        ("visibility", "public"),
        ("call_url", "javascript:alert(1)"),
        ("questions", ("a", "b", "c", "d")),
        ("minutes", {"opening": 3}),
        ("plan_version", 9),
    ],
)
def test_wrong_values_are_named_and_nothing_is_kept(table: Table, field: str, value: object) -> None:
    right = {name: getattr(VALUES, name) for name in VALUES.__dataclass_fields__}
    with pytest.raises(Invalid) as caught:
        create(table, Seating.EXPERT, ReviewValues(**(right | {field: value})))
    assert set(caught.value.fields) == {field}
    assert not queries.list_reviews(table.actor(Seating.LEAD), table.network.id).items


def test_a_seat_opens_the_room_and_losing_it_closes_it(table: Table) -> None:
    table.open()
    assert allows(table.actor(Seating.FRIEND), Permission.ENTER_ROOM, table.review)
    assert not allows(table.actor("officer"), Permission.ENTER_ROOM, table.review)
    table.take(Seating.LEAD, Seating.FRIEND)
    assert not allows(table.actor(Seating.FRIEND), Permission.ENTER_ROOM, table.review)


def test_a_seat_ends_with_the_membership(table: Table) -> None:
    table.open()
    with unit_of_work():
        row = db.session.query(MembershipRow).filter_by(person_id=table.people[Seating.FRIEND].id).one()
        row.ended_at = row.created_at
    assert not allows(table.actor(Seating.FRIEND), Permission.ENTER_ROOM, table.review)


def test_everyone_of_the_host_city_sits_as_host(table: Table) -> None:
    table.open()
    volunteer = table.world.person(Role.ULG, table.host)
    assert allows(table.world.actor(volunteer), Permission.ENTER_ROOM, table.review)
    assert you(table.world.actor(volunteer), table.review)["seats"] == ["host"]


def test_who_is_named_hears_of_it(table: Table) -> None:
    table.open()
    told = {row.person_id for row in db.session.query(Notification).filter_by(kind="review-invited")}
    named = (Seating.FACILITATOR, Seating.RAPPORTEUR, Seating.NOTE_TAKER, Seating.FRIEND, Seating.OBSERVER)
    assert told == {table.people[seat].id for seat in named}


def test_seats_are_for_members_and_given_once(table: Table) -> None:
    table.open()
    for person, role, refusal in (
        ("stranger", Seating.FRIEND, Invalid),
        ("officer", "king", Invalid),
        ("officer", Seating.LEAD, Invalid),
        (Seating.FRIEND, Seating.FRIEND, Conflict),
    ):
        with pytest.raises(refusal):
            table.give(Seating.LEAD, person, role)
    with pytest.raises(NotAllowed):
        table.give("officer", "officer", Seating.FRIEND)


def test_the_last_facilitator_stays(table: Table) -> None:
    table.open()
    with pytest.raises(Conflict):
        table.take(Seating.LEAD, Seating.FACILITATOR)


def test_a_stale_edit_overwrites_nothing(table: Table) -> None:
    table.open()
    lead, version = table.actor(Seating.LEAD), table.review.version

    def edit(values: ReviewValues) -> None:
        with unit_of_work():
            planning.edit_review(lead, queries.get_review(lead, table.review_id), values, version)

    edit(VALUES)
    with pytest.raises(Stale):
        edit(ReviewValues(title="Late", held_on="2018-01-25"))
    assert table.review.title == "A review"


def test_what_is_missing_is_said_and_stops_nobody(table: Table) -> None:
    table.open()
    missing = queries.warnings(table.review)
    assert set(missing) == {"version", "brief", "questions", "cities", "countries", "sections", "time"}


def test_the_panel_alone_finds_a_review_for_the_panel(table: Table) -> None:
    right = {name: getattr(VALUES, name) for name in VALUES.__dataclass_fields__}
    quiet = create(table, Seating.LEAD, ReviewValues(**(right | {"visibility": "panel"})))
    loud = create(table, Seating.LEAD)
    listed = {r.id for r in queries.list_reviews(table.actor("officer"), table.network.id).items}
    assert listed == {loud}
    assert {r.id for r in queries.list_reviews(table.actor(Seating.HOST), table.network.id).items} == {loud, quiet}
    with pytest.raises(AppError):
        queries.get_review(table.actor("officer"), quiet)
