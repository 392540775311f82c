"""What the filters of the list say: how many practices each choice leaves this reader."""

from sqlalchemy import select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.meetings.services import create_meeting
from infocus.networks.models import Partner
from infocus.practices.finding.counts import TOTAL, cities, facet_counts
from infocus.practices.finding.queries import Filters, list_practices
from infocus.practices.models import PracticeState
from tests.practices.conftest import Office


def _counts(office: Office, who: str, **filters: tuple[str, ...]) -> dict[str, dict[str, int]]:
    db.session.rollback()
    found = facet_counts(office.actor(who), Filters(**filters), cities())
    return {name: dict(rows) for name, rows in found.items() if rows and name != TOTAL}


def _three(office: Office) -> None:
    """Two published practices of Porto, one of Ostrava that is its own; and a meeting, which is no practice."""
    office.begin(language="pt").put(PracticeState.PUBLISHED)
    office.begin(language="en").put(PracticeState.PUBLISHED)
    office.begin("neighbour", language="en", themes=["talent"])
    with unit_of_work():
        create_meeting(office.actor("lead"), office.network, {"title": "M", "starts": "2017-09-13", "host": "porto"})


def test_each_reader_counts_what_they_may_read(office: Office) -> None:
    _three(office)
    assert _counts(office, "observer")["language"] == {"pt": 1, "en": 1}
    mine = _counts(office, "neighbour")
    assert mine["language"] == {"en": 2, "pt": 1}
    assert mine["partner"] == {"porto": 2, "ostrava": 1}
    assert mine["state"] == {"published": 2, "draft": 1}
    assert mine["theme"] == {"investment-attraction": 2, "talent": 1}
    assert mine["country"] == {"PT": 3}
    assert _counts(office, "stranger") == {}


def test_a_filter_is_counted_under_the_others_and_not_under_itself(office: Office) -> None:
    _three(office)
    counted = _counts(office, "neighbour", language=("en",), theme=("talent",))
    assert counted["language"] == {"en": 1}  # of talent
    assert counted["theme"] == {"investment-attraction": 1, "talent": 1}  # in English
    assert counted["partner"] == {"ostrava": 1}


def test_counts_follow_every_change_at_once(office: Office) -> None:
    _three(office)
    before = _counts(office, "observer")
    assert before["partner"] == {"porto": 2}
    office.put(PracticeState.PUBLISHED)  # Ostrava's, begun last
    assert _counts(office, "observer")["partner"] == {"porto": 2, "ostrava": 1}
    with unit_of_work():
        db.session.scalars(
            select(Partner).where(Partner.slug == "ostrava")
        ).one().country = "CZ"  # no record changes with it
    assert _counts(office, "observer", country=("CZ",))["partner"] == {"ostrava": 1}
    assert _counts(office, "observer")["country"] == {"PT": 2, "CZ": 1}


def test_the_year_of_making_narrows_the_list(office: Office) -> None:
    """Any words stand in an address: what is no year matches nothing, and breaks nothing."""
    _three(office)
    year = str(clock.now().year)
    page = list_practices(office.actor("observer"), Filters(year=(year,)))
    assert len(page.items) == 2
    for words in ("1999", "0", "99999", "²²²²", "20 6", "twenty"):
        assert not list_practices(office.actor("observer"), Filters(year=(words,))).items, words
    assert len(list_practices(office.actor("observer"), Filters(year=("1999", year))).items) == 2
