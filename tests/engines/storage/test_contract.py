"""What every store must do, run on each adapter."""

import hashlib
import os
from datetime import timedelta
from io import BytesIO

import pytest

from infocus.core.clock import now
from infocus.engines.storage import Missing, Storage, TooLarge
from infocus.engines.storage.port import is_key

BIG = os.urandom(1024) * 7000  # seven parts in a store that works by the megabyte
NOBODY = "0" * 32


class Endless:
    """A stream that never ends and counts what was taken from it."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int, /) -> bytes:
        self.given += size
        return b"x" * size


def everything(storage: Storage) -> list[str]:
    return list(storage.keys(now() + timedelta(days=1)))


def test_put_keeps_the_bytes_and_says_what_they_are(storage: Storage) -> None:
    stored = storage.put(BytesIO(BIG), len(BIG))
    assert (stored.size, stored.sha256) == (len(BIG), hashlib.sha256(BIG).hexdigest())
    assert storage.size(stored.key) == len(BIG)
    with storage.open(stored.key) as file:
        assert file.read() == BIG


def test_keys_are_random_even_for_the_same_content(storage: Storage) -> None:
    first, second = (storage.put(BytesIO(b"same"), 10) for _ in range(2))
    assert first.key != second.key
    assert is_key(first.key)
    assert first.sha256 == second.sha256


def test_an_empty_file_is_a_file(storage: Storage) -> None:
    stored = storage.put(BytesIO(b""), 10)
    assert stored.size == 0
    with storage.open(stored.key) as file:
        assert file.read() == b""
    assert list(storage.read_range(stored.key, 0, 10)) == []


def test_a_stream_over_the_limit_is_refused_early_and_nothing_is_kept(storage: Storage) -> None:
    endless = Endless()
    with pytest.raises(TooLarge) as refusal:
        storage.put(endless, 1_000_000)
    assert refusal.value.limit_bytes == 1_000_000
    assert endless.given < 2_000_000
    assert everything(storage) == []


def test_the_limit_itself_is_allowed(storage: Storage) -> None:
    assert storage.put(BytesIO(b"12345"), 5).size == 5
    with pytest.raises(TooLarge):
        storage.put(BytesIO(b"123456"), 5)


@pytest.mark.parametrize(
    ("start", "length"), [(0, 10), (3_000_000, 2_500_000), (len(BIG) - 3, 100), (len(BIG), 5), (9**9, 5)]
)
def test_ranges_give_exactly_the_bytes_asked_for(storage: Storage, start: int, length: int) -> None:
    stored = storage.put(BytesIO(BIG), len(BIG))
    assert b"".join(storage.read_range(stored.key, start, length)) == BIG[start : start + length]


def test_an_open_file_can_be_searched_through(storage: Storage) -> None:
    with storage.open(storage.put(BytesIO(b"0123456789"), 10).key) as file:
        file.seek(-3, os.SEEK_END)
        assert file.read() == b"789"
        assert file.read() == b""
        file.seek(2)
        assert file.read(3) == b"234"
        with pytest.raises((ValueError, OSError)):
            file.seek(-1)


def test_path_lends_a_local_file(storage: Storage) -> None:
    stored = storage.put(BytesIO(BIG), len(BIG))
    with storage.path(stored.key) as path:
        assert path.read_bytes() == BIG
    assert storage.exists(stored.key)


def test_delete_is_final_and_can_be_repeated(storage: Storage) -> None:
    key = storage.put(BytesIO(b"x"), 1).key
    storage.delete(key)
    storage.delete(key)
    assert not storage.exists(key)
    with pytest.raises(Missing):
        storage.open(key)


@pytest.mark.parametrize("key", [NOBODY, "", "../../etc/passwd", "keys", "A" * 32, NOBODY + "\n", "ab/" + NOBODY])
def test_what_is_not_kept_is_missing_and_never_a_path(storage: Storage, key: str) -> None:
    assert not storage.exists(key)
    storage.delete(key)
    for act in (
        storage.open,
        storage.size,
        lambda k: list(storage.read_range(k, 0, 1)),
        lambda k: storage.path(k).__enter__(),
    ):
        with pytest.raises(Missing):
            act(key)


def test_keys_lists_what_is_old_enough(storage: Storage) -> None:
    key = storage.put(BytesIO(b"x"), 1).key
    assert everything(storage) == [key]
    assert list(storage.keys(now() - timedelta(hours=1))) == []


def test_check_names_the_store_and_leaves_nothing(storage: Storage) -> None:
    assert storage.check().split()[0] in {"local", "S3"}
    assert everything(storage) == []
