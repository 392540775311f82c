"""A missing server is a skip with a plain reason, or a failure where it was promised."""

import pytest

from tests.support import require


def test_names_are_read(monkeypatch):
    assert require.required(" postgresql, redis ,") == {"postgresql", "redis"}
    assert require.required("") == frozenset()


def test_an_unknown_name_stops_the_run():
    with pytest.raises(pytest.UsageError, match="not mysql"):
        require.required("postgresql,mysql")


def test_missing_skips(monkeypatch):
    monkeypatch.setenv("INFOCUS_TEST_REQUIRE", "")
    with pytest.raises(pytest.skip.Exception, match="apt-get install redis-server"):
        require.missing("redis")


def test_missing_fails_where_promised(monkeypatch):
    monkeypatch.setenv("INFOCUS_TEST_REQUIRE", "redis")
    with pytest.raises(pytest.fail.Exception, match="promises it"):
        require.missing("redis")
