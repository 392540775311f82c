"""Two or three practices side by side: each reader's own rights, and clear words where it cannot be."""

from typing import Any

from infocus.practices.finding.comparing import compare, found
from infocus.practices.models import PracticeState
from tests.practices.conftest import Office


def _published(office: Office, *titles: str, **values: Any) -> list[str]:
    ids = []
    for title in titles:
        office.begin(title=title, **values).put(PracticeState.PUBLISHED)
        ids.append(office.practice_id)
    return ids


def _page(office: Office, ids: list[str], who: str = "observer", more: str = "") -> tuple[int, str]:
    query = "&".join(f"id={each}" for each in ids)
    answer = office.world.client(office.people[who]).get(f"/practices/compare?{query}{more}")
    return answer.status_code, answer.get_data(as_text=True)


def test_what_is_the_same_is_said_once(office: Office) -> None:
    ids = _published(office, "One", themes=["talent", "entrepreneurship"]) + _published(
        office, "Two", themes=["talent"]
    )
    actor = office.actor("observer")
    practices, missing = found(actor, [*ids, ids[0]])
    assert (len(practices), missing) == (2, 0)
    rows = {row.name: row for row in compare(actor, practices).facts}
    assert rows["City"].same
    assert rows["Themes"].mixed
    assert [(bit.text, bit.shared) for bit in rows["Themes"].cells[0]] == [
        ("Talent", True),
        ("Entrepreneurship", False),
    ]
    status, page = _page(office, ids)
    assert status == 200
    assert "the same in both" in page
    assert "the same in both" not in _page(office, ids, more="&only=differences")[1]


def test_sections_and_amounts_follow_each_readers_rights(office: Office) -> None:
    amounts = [{"what": "Paint", "value": 700, "currency": "EUR"}]
    levels = {"wrong": "partner", "resources": "partner"}
    ids = _published(office, "One", amounts=amounts, section_visibility=levels, wrong="The mayor forgot it.")
    ids += _published(office, "Two", wrong="The lift broke.")
    page = _page(office, ids)[1]
    assert "The lift broke." in page
    assert "The mayor forgot it." not in page
    assert "Paint" not in page
    mine = _page(office, ids, "officer")[1]
    assert "The mayor forgot it." in mine
    assert "Paint: 700 EUR" in mine


def test_too_few_too_many_and_unknown_ones_are_said_in_words(office: Office) -> None:
    ids = _published(office, "One", "Two", "Three", "Four")
    status, page = _page(office, ids)
    assert status == 400
    assert "Three at most fit side by side; you chose 4." in page
    assert f"id={ids[3]}" in page  # the others' addresses: leave one out
    assert _page(office, ids[:1])[0] == _page(office, [])[0] == 400
    for unknown in ("x", "../..", "0" * 26):
        status, page = _page(office, [ids[0], unknown])
        assert status == 404
        assert "One of these practices is not there" in page
    assert _page(office, ids[:2], "stranger")[0] == 404
    assert "Two" not in _page(office, ids[:2], "stranger")[1]
    assert _page(office, ids[:3])[0] == 200
