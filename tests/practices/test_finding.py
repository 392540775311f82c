"""Practices are found by what they cost, how long they took, how far they travelled, how fresh they are."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.networks.models import Partner
from infocus.networks.priorities import Priorities, Priority
from infocus.practices.facts import Cost, Took, cost_of, facts_of, took_of
from infocus.practices.finding.alike import alike
from infocus.practices.finding.counts import cities, facet_counts
from infocus.practices.finding.places import places
from infocus.practices.finding.queries import Filters, list_practices
from infocus.practices.models import PracticeState
from infocus.practices.transfers.models import Stage
from infocus.practices.transfers.services import mark
from tests.practices.conftest import Office


def _euro(*values: float, currency: str = "EUR") -> dict[str, Any]:
    return {"amounts": [{"what": "", "value": value, "currency": currency} for value in values]}


@pytest.mark.parametrize(
    ("content", "band"),
    [
        ({}, Cost.NOT_STATED), (_euro(), Cost.NOT_STATED), (_euro(9_999.99), Cost.UNDER_10K),
        (_euro(4_000, 6_000), Cost.TO_100K),
        (_euro(100_000), Cost.TO_1M), (_euro(1_000_000), Cost.OVER_1M), (_euro(10, currency="PLN"), Cost.OTHER),
        ({"amounts": [*_euro(10)["amounts"], *_euro(10, currency="CZK")["amounts"]]}, Cost.OTHER),
        ({"amounts": [{"what": "a desk", "value": None, "currency": "PLN"}]}, Cost.NOT_STATED),
        (_euro(10) | {"section_visibility": {"resources": "partner"}}, Cost.NOT_STATED),
    ],
)  # fmt: skip
def test_the_band_of_what_it_cost(content: dict[str, Any], band: Cost) -> None:
    assert cost_of(content) == band


@pytest.mark.parametrize(
    ("started", "ended", "took"),
    [
        ("", "", Took.NOT_STATED), ("", "2017", Took.NOT_STATED), ("2015", "", Took.GOING),
        ("2015", "2015", Took.UNDER_1),
        ("2015-01", "2015-12", Took.UNDER_1), ("2015-01", "2016-01", Took.TO_3), ("2015", "2018", Took.TO_3),
        ("2015", "2019", Took.OVER_3), ("2015-01", "2018-02", Took.OVER_3), ("2015-06-30", "2015-05", Took.NOT_STATED),
        ("2017", "2016", Took.NOT_STATED), ("soon", "2016", Took.NOT_STATED),
    ],
)  # fmt: skip
def test_how_long_it_took(started: str, ended: str, took: Took) -> None:
    assert took_of({"started": started, "ended": ended}) == took


def test_half_a_place_is_none() -> None:
    assert facts_of({"latitude": 41.1, "longitude": None}).latitude is None


def _found(office: Office, who: str = "observer", **filters: tuple[str, ...]) -> list[str]:
    db.session.rollback()
    return sorted(row.title for row in list_practices(office.actor(who), Filters(**filters)).items)


def _counts(office: Office, who: str = "observer", **filters: tuple[str, ...]) -> dict[str, dict[str, int]]:
    db.session.rollback()
    actor = office.actor(who)
    found = facet_counts(actor, Filters(**filters), cities(), alike(actor).ids)
    return {name: dict(rows) for name, rows in found.items()}


def _four(office: Office) -> None:
    """Cheap and long, dear and running, in another currency, and silent; verified at different times."""
    now = clock.now()
    dates = {"started": "2010", "ended": "2016"}
    published = PracticeState.PUBLISHED
    office.begin(title="Cheap", **_euro(500), **dates).put(published, verified_at=now - timedelta(days=30))
    office.begin(title="Dear", **_euro(2_000_000), started="2015").put(published, verified_at=now - timedelta(days=500))
    office.begin(title="Other", **_euro(5, currency="PLN")).put(published, verified_at=now - timedelta(days=900))
    office.begin(title="Silent").put(published, verified_at=None)


def test_lists_are_narrowed_and_counted_alike(office: Office) -> None:
    _four(office)
    assert _found(office, cost=("under-10k", "over-1m")) == ["Cheap", "Dear"]
    assert _found(office, cost=("under-10k",), time=("over-3",)) == ["Cheap"]
    assert _found(office, time=("going",)) == ["Dear"]
    assert _found(office, verified=("24", "never")) == ["Dear", "Silent"]
    assert _found(office, verified=("12",), cost=("over-1m",)) == []
    assert _found(office, cost=("x' or 1=1",), verified=("soon",)) == []
    counted = _counts(office, verified=("12", "older"))
    assert counted["cost"] == {"under-10k": 1, "other-currency": 1}
    assert counted["verified"] == {"12": 1, "24": 1, "older": 1, "never": 1}
    assert counted["time"] == {"over-3": 1, "not-stated": 1}
    assert counted["total"] == {"": 2}
    for name in ("cost", "time", "verified"):
        for value, count in _counts(office)[name].items():
            assert len(_found(office, "observer", **{name: (value,)})) == count, (name, value)


def test_what_is_saved_later_counts_at_once(office: Office) -> None:
    office.begin(title="Grows", **_euro(500)).put(PracticeState.PUBLISHED)
    assert _counts(office)["cost"] == {"under-10k": 1}
    office.save("coordinator", **_euro(500, 20_000), ended="2016", started="2015", latitude=41.5, longitude=-8)
    assert _counts(office)["cost"] == {"10k-100k": 1}
    assert (office.practice.took, office.practice.latitude, office.practice.longitude) == ("1-3", 41.5, -8)


def test_a_narrower_section_is_not_told_by_a_filter(office: Office) -> None:
    office.begin(**_euro(500), section_visibility={"resources": "partner"}).put(PracticeState.PUBLISHED)
    assert _counts(office)["cost"] == {"not-stated": 1}


def test_how_far_it_travelled(office: Office) -> None:
    office.begin(title="Travels").put(PracticeState.PUBLISHED)
    travelling = office.practice_id
    office.begin(title="Stays").put(PracticeState.PUBLISHED)
    assert _counts(office)["adopted"] == {"nobody": 2}
    office.practice_id = travelling
    with unit_of_work():
        mark(office.actor("neighbour"), office.practice, Stage.ADAPT)
    assert _counts(office)["adopted"] == {"1": 1, "under-way": 1, "nobody": 1}
    assert _found(office, adopted=("1",)) == _found(office, adopted=("under-way",)) == ["Travels"]
    assert _found(office, adopted=("nobody",)) == ["Stays"]
    assert _found(office, adopted=("3",)) == []


def _alike(office: Office) -> None:
    """Porto and Ostrava count on the same; Plasencia on nothing that is known."""
    with unit_of_work():
        for partner in db.session.query(Partner).where(Partner.slug.in_(("porto", "ostrava"))):
            partner.priorities = Priorities(items=(Priority("Digital", ecosystems=("digital",)),)).as_json()
            partner.population = 220_000 if partner.slug == "porto" else 180_000
        office.world.partner(office.network, "plasencia").kind = "village"


def test_cities_like_ones_own_with_the_reason(office: Office) -> None:
    _alike(office)
    office.begin("neighbour", title="Theirs").put(PracticeState.PUBLISHED)
    office.begin("author", title="Ours").put(PracticeState.PUBLISHED)
    found = alike(office.actor("author"))
    assert [twin.partner.slug for twin in found.cities] == ["genova", "ostrava"]  # the same kind of body is a reason
    reason = found.cities[1].reason
    assert "You both count on Digital." in reason
    assert "Also a city of 100,000 to 250,000 people." in reason
    assert _found(office, "author", like=found.ids) == ["Theirs"]
    assert _counts(office, "author")["like"] == {"mine": 1}
    assert alike(office.actor("observer")).ids == ()


def test_places_count_everything_that_matches(office: Office) -> None:
    with unit_of_work():
        porto = db.session.query(Partner).where(Partner.slug == "porto").one()
        porto.latitude, porto.longitude = 41.15, -8.6
    for number in range(7):
        office.begin(title=f"Number {number}").put(PracticeState.PUBLISHED)
    office.begin(title="Far", latitude=38.7, longitude=-9.1).put(PracticeState.PUBLISHED)
    office.begin(title="Near", latitude=41.16, longitude=-8.61).put(PracticeState.PUBLISHED)
    db.session.rollback()
    where = places(office.actor("observer"), Filters())
    assert [(place.partner.slug, place.count) for place in where.cities] == [("porto", 9)]
    assert [each.title for each in where.cities[0].newest][:2] == ["Near", "Far"]
    assert len(where.cities[0].newest) == 5
    assert [each.title for each in where.pins] == ["Far"]
    assert places(office.actor("stranger"), Filters()).cities == []


@pytest.mark.parametrize("view", ["list", "cards", "map"])
def test_each_view_asks_as_many_questions_of_many_as_of_few(office: Office, view: str) -> None:
    client = office.world.client(office.people["author"])
    path = f"/practices?view={view}&theme=investment-attraction"

    def asked() -> int:
        statements: list[str] = []
        listen = (db.engine, "before_cursor_execute", lambda _c, _cu, sql, *_rest: statements.append(sql))
        event.listen(*listen)
        page = client.get(path)
        event.remove(*listen)
        assert page.status_code == 200
        return len(statements)

    office.begin(title="First").put(PracticeState.PUBLISHED)
    client.get(path)  # the first page of a process asks what all pages share
    office.save("coordinator", title="First, changed")
    few = asked()
    for number in range(4):
        office.begin(title=f"Number {number}").put(PracticeState.PUBLISHED)
    assert asked() == few


def test_the_list_leaves_as_a_table_with_the_same_filters(office: Office) -> None:
    _four(office)
    client = office.world.client(office.people["observer"])
    table = client.get("/practices/list.csv?cost=under-10k&view=cards").get_data(as_text=True)
    lines = table.strip().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("Cheap,")
    assert "more than three years" in lines[1]
    assert len(office.world.client(office.people["stranger"]).get("/practices/list.csv").data.splitlines()) == 1


def test_the_state_of_the_page_is_its_address(office: Office) -> None:
    _four(office)
    client = office.world.client(office.people["observer"])
    page = client.get("/practices?view=cards&cost=under-10k&cost=over-1m").get_data(as_text=True)
    assert "2 practices" in page
    assert '<input type="hidden" name="view" value="cards">' in page
    assert 'href="/practices?cost=under-10k&amp;cost=over-1m"' in page  # the same as a list
    assert 'href="/practices?view=cards&amp;cost=over-1m"' in page  # one filter taken away
    assert client.get("/practices?view=../../etc&cost=%27&like=mine&cursor=").status_code == 200
