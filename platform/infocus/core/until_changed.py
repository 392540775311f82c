"""Answers that stay true until something changes: kept in this process under the newest changes' ids."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from infocus.core import changes
from infocus.core.db import in_unit_of_work

T = TypeVar("T")
MOST = 256
_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def until_changed(key: Hashable, make: Callable[[], T], *, kinds: tuple[str, ...]) -> T:
    """What ``make`` answers, made once for each ``key`` and state of the change log of these ``kinds`` of things.

    ``key`` names everything the answer depends on that is not of these kinds: the reader's keys, filters, rows of
    other tables. The mark is read before the answer is made, so an answer is at most newer than its mark, never older;
    it is of random ids, so that no other database has it. The ``MOST`` last used answers are kept; do not change them.
    """
    mark = None if in_unit_of_work() else changes.newest(kinds)
    if mark is None:
        return make()
    whole = (mark, key)
    with _lock:
        if whole in _kept:
            _kept.move_to_end(whole)
            kept: T = _kept[whole]
            return kept
    answer = make()
    with _lock:
        _kept[whole] = answer
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return answer
