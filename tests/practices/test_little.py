"""A practice with one field of its content and nothing else, as programs and old drafts leave it, opens everywhere."""

import pytest

from infocus.core.db import unit_of_work
from infocus.practices.models import PracticeState
from infocus.practices.sections import SECTIONS
from infocus.practices.services import begin_practice
from infocus.records.urls import record_path
from tests.practices.conftest import Office

ALONE: dict[str, object] = {
    **{section.name: "Words." for section in SECTIONS},
    "institution": "A school",
    "place_name": "Matosinhos",
    "started": "2015",
    "ended": "2017-03",
    "latitude": 41.2,
    "longitude": -8.7,
    "themes": ["talent"],
    "keywords": ["rooms"],
    "amounts": [{"what": "Rent", "value": 12, "currency": "EUR"}],
    "indicators": [{"name": "Jobs", "value": 1, "unit": "", "year": 2016}],
    "criteria": {},
}
PAIRS = {"latitude": "longitude", "longitude": "latitude"}


@pytest.fixture(params=[PracticeState.DRAFT, PracticeState.SUBMITTED, PracticeState.PUBLISHED])
def state(request: pytest.FixtureRequest) -> PracticeState:
    """What the practice is."""
    return PracticeState(request.param)


def test_one_field_alone_is_enough_for_every_page(office: Office, state: PracticeState) -> None:
    paths, wrong = [], []
    for name in ("", *ALONE):
        values = {each: ALONE[each] for each in (name, PAIRS.get(name)) if each}
        with unit_of_work():
            practice = begin_practice(office.actor("author"), office.network, {"title": f"Only {name}"} | values)
            practice.content = dict(values)
            office.practice_id = practice.id
        office.put(state)
        with unit_of_work():
            path = record_path(office.practice)
        paths += [path, f"{path}/edit", f"/practices/compare?id={office.practice_id}", f"{path}/revisions"]
    lists = ["/practices", "/practices?view=cards", "/practices?view=map", "/practices/list.csv", "/practices/queue"]
    for who in ("author", "expert", "lead"):
        client = office.world.client(office.people[who])
        found = {path: client.get(path, follow_redirects=True).status_code for path in (*paths, *lists)}
        wrong += [(who, path, code) for path, code in found.items() if code >= 500]
    assert wrong == []
