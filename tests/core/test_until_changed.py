"""An answer is made once, and never served after a change."""

from functools import partial

import pytest

from infocus.core import until_changed as kept
from infocus.core.changes import changed
from infocus.core.db import unit_of_work
from infocus.core.until_changed import until_changed as any_until_changed

until_changed = partial(any_until_changed, kinds=("note", "other"))


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> int:
        self.made += 1
        return self.made


def _change(kind: str = "note") -> None:
    with unit_of_work():
        changed(kind, "a")


def test_an_answer_is_made_once_for_each_key_until_something_changes(session) -> None:
    make = Maker()
    _change()
    assert [until_changed("a", make), until_changed("a", make), until_changed("b", make)] == [1, 1, 2]
    _change()
    assert until_changed("a", make) == 3
    _change("review")  # what the answer does not depend on
    assert until_changed("a", make) == 3
    _change("other")
    assert until_changed("a", make) == 4


def test_nothing_is_kept_of_what_is_not_committed(session) -> None:
    make = Maker()
    assert [until_changed("a", make), until_changed("a", make)] == [
        1,
        2,
    ]  # no change yet: there is no mark to keep under
    _change()
    with unit_of_work():
        assert [until_changed("a", make), until_changed("a", make)] == [3, 4]


def test_the_oldest_answers_are_forgotten(session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    make = Maker()
    _change()
    for key in ("a", "b", "a", "c"):
        until_changed(key, make)
    assert until_changed("a", make) == 1  # used last before c: b went
    assert until_changed("b", make) == 4
