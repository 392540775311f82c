"""Text, dates, ids and numbers, as they come from outside."""

import time
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infocus.core import clock
from infocus.core.dates import StatedDate
from infocus.core.ids import is_id, new_id
from infocus.core.numbers import whole
from infocus.core.text import clean, slug
from infocus.core.web.back import own_path

DAY = 86_400


@given(st.text())
def test_clean_text_is_clean_for_ever_or_refused(text: str) -> None:
    try:
        once = clean(text)
    except ValueError:
        return
    assert clean(once) == once
    assert "\r" not in once
    assert "\0" not in once
    once.encode()


@pytest.mark.parametrize("text", ["a\0b", "\x1b[31m", "\x7f", "\ud800", "a\x0bb"])
def test_control_characters_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="control"):
        clean(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a\r\nb\rc  ", "a\nb\nc"),
        ("za\u0301ve\u030cr", "závěr"),
        ("\u202eabc\u202c", "\u202eabc\u202c"),
        ("مرحبا", "مرحبا"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)
def test_what_people_write_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("title", "tail"),
    [("Łódź: große Straße", "lodz-grosse-strasse"), ("日本", ""), ("--a--", "a"), ("x" * 99, "x" * 60)],
)
def test_slugs_are_ascii_and_short(title: str, tail: str) -> None:
    assert slug(title) == tail


@pytest.mark.parametrize(("value", "precision"), [("2017", "year"), ("2017-09", "month"), ("2016-02-29", "day")])
def test_dates_are_as_precise_as_stated(value: str, precision: str) -> None:
    date = StatedDate(value)
    assert (date.precision, date.year, date.first_day.isoformat()[: len(value)]) == (precision, int(value[:4]), value)


@pytest.mark.parametrize(
    "value", ["", "17", "2017-13", "2017-02-29", "2017-9", "2017-09-13\n", "２０１７", "0000", "2017/09"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        StatedDate(value)


def test_ids_are_unique_and_follow_time() -> None:
    made = [new_id() for _ in range(2_000)]
    assert len(set(made)) == len(made)
    assert all(is_id(each) for each in made)
    assert new_id(1) < new_id(2) < new_id(1 << 40) < new_id()
    assert [each[:9] for each in made] == sorted(each[:9] for each in made)


@pytest.mark.parametrize("text", ["", "x", "0" * 25, "0" * 27, "U" * 26, "0" * 26 + "\n", "０" * 26])
def test_what_is_no_id_is_known(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), (" 12 ", 12), ("", None), (None, None), ("-1", None), ("²", None), ("１", None), ("9" * 5000, None)],
)
def test_whole_numbers(text: str | None, number: int | None) -> None:
    assert whole(text) == number


@pytest.mark.parametrize(
    "target",
    [
        None, "", "home", "//evil.example", "/\\evil.example", "\\/evil.example", "https://evil.example/",
        "/\t/evil.example", "/\r\nSet-Cookie: a=b", "javascript:alert(1)", "/\0", "///evil.example", "/ /evil.example",
    ],
)  # fmt: skip
def test_no_way_back_leads_to_another_site(target: str | None) -> None:
    assert own_path(target, "/default") == "/default"


@pytest.mark.parametrize(
    "target", ["/", "/a?b=c#d", "/in-focus/practices/x-y", "/%2F%2Fevil.example", "/search?q=http://x"]
)
def test_ways_back_on_this_site_are_taken(target: str) -> None:
    assert own_path(target, "/default") == target


def test_the_clock_is_aware_and_can_be_moved() -> None:
    clock.shift(timedelta(days=400))
    try:
        assert clock.now().tzinfo is UTC
        assert 399 * DAY < clock.now().timestamp() - time.time() < 401 * DAY
    finally:
        clock.shift(timedelta(0))
