"""A run of everything leaves out one twin of a pair, never both, and none where the database is at stake."""

from collections import defaultdict

import pytest

from tests.support.turns import BOTH, split, takes_turns

KINDS = ("[sqlite", "[postgresql")


def test_of_each_pair_at_least_one_runs_and_both_where_the_database_is_at_stake(request: pytest.FixtureRequest) -> None:
    kept, left = split(request.session.items)
    assert not {item.nodeid for item in kept} & {item.nodeid for item in left}
    runs = defaultdict(set)
    for item in kept:
        for kind in KINDS:
            if kind in item.nodeid:
                runs[item.nodeid.replace(kind, "[")].add(kind)
    for item in left:
        twin = next(item.nodeid.replace(kind, "[") for kind in KINDS if kind in item.nodeid)
        assert len(runs[twin]) == 1, item.nodeid
        assert not BOTH.match(item.nodeid)


def test_a_part_runs_on_both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    config = request.config
    monkeypatch.setattr(config, "args", config.getini("testpaths"))
    monkeypatch.setattr(config.option, "keyword", "")
    assert takes_turns(config, postgresql=True)
    assert not takes_turns(config, postgresql=False)
    monkeypatch.setattr(config.option, "keyword", "sync")
    assert not takes_turns(config, postgresql=True)
    monkeypatch.setattr(config.option, "keyword", "")
    monkeypatch.setattr(config, "args", ["tests/core"])
    assert not takes_turns(config, postgresql=True)


def test_both_can_be_asked_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request.config, "args", request.config.getini("testpaths"))
    monkeypatch.setenv("INFOCUS_TEST_DATABASES", "both")
    assert not takes_turns(request.config, postgresql=True)
    monkeypatch.setenv("INFOCUS_TEST_DATABASES", "sqlite")
    with pytest.raises(pytest.UsageError, match="knows both; not sqlite"):
        takes_turns(request.config, postgresql=True)
