"""Changes are written soon and several at a time; what cannot be written waits longer; tidying waits for quiet."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import current_app

from infocus.core import changes
from infocus.engines.bound import engines
from infocus.engines.search.port import IndexBusy
from infocus.library.feed import BACKLOG, Feed, feed_facts
from infocus.library.pace import LEAST, LONGEST_WAIT, MOST, QUIET, Pace
from infocus.library.seat import FeedFacts, FeedState, write_facts
from infocus.library.tidying import EVERY, LOOK, MANY
from tests.support.logs import all_told


@dataclass
class Hand:
    """A clock that is moved by hand."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now

    def after(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def pace(hand):
    return Pace(hand, hurried=lambda: False)


@pytest.fixture
def feed(shelf, work, pace):
    """A feed that takes its time, with an index that is up to date."""
    shelf.note("First")
    work()
    write_facts(Path(current_app.instance_path), FeedFacts())
    found = Feed(pace)
    yield found
    found.close()


def _behind():
    return changes.last_seq() - engines().search.cursor


def test_one_change_after_a_rest_is_written_at_once_and_a_burst_in_one_batch(feed, shelf, hand):
    shelf.note()
    assert feed.step()
    for _ in range(5):
        shelf.note()
        assert not feed.step()
        hand.after(0.1)
    hand.after(LEAST)
    assert feed.step()
    assert _behind() == 0
    assert not feed.step()


def test_a_batch_that_took_long_is_followed_by_a_longer_pause_within_bounds(pace, hand):
    pace.wrote(0.75)
    hand.after(2.9)
    assert not pace.is_due(backlog=False)
    hand.after(0.2)
    assert pace.is_due(backlog=False)
    pace.wrote(60)
    hand.after(MOST + 0.1)
    assert pace.is_due(backlog=False)


def test_a_backlog_is_worked_off_without_a_pause(feed, shelf):
    for _ in range(BACKLOG + 120):
        shelf.note()
    assert feed.step()
    assert feed.step()
    assert _behind() == 0


def test_who_waits_for_an_end_waits_for_no_pause(shelf, work):
    for number in range(3):
        shelf.note(f"Note {number}")
        work()
        assert _behind() == 0


def test_failures_wait_longer_each_time_up_to_a_minute_and_a_success_ends_that(pace, hand):
    waits = []
    for _ in range(9):
        pace.failed()
        begun = hand.now
        while not pace.is_due(backlog=True):
            hand.after(0.5)
        waits.append(hand.now - begun)
    assert waits == [1, 2, 4, 8, 16, 32, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]
    pace.wrote(0.1)
    assert pace.is_due(backlog=True)


def test_a_busy_index_is_told_once_and_tried_again(feed, shelf, hand, monkeypatch):
    def busy(self, batch):
        raise IndexBusy("another process is writing to the search index")

    index = engines().search
    shelf.note()
    with all_told() as told:
        with monkeypatch.context() as patch:
            patch.setattr(type(index), "apply", busy)
            for _ in range(4):
                assert not feed.step()
                hand.after(LONGEST_WAIT)
            assert feed_facts().state == FeedState.BUSY
        assert feed.step()
    assert _behind() == 0
    assert feed_facts().state == FeedState.WELL
    assert [(line["log_level"], line["state"]) for line in told] == [("warning", "busy"), ("info", "well")]


@pytest.fixture
def merges(monkeypatch, shelf):
    """The times the index was merged; the merging itself is the engine's."""
    seen = []

    def optimise(_index):
        seen.append(1)
        return True

    monkeypatch.setattr(type(engines().search), "optimise", optimise)
    return seen


def test_the_index_is_merged_when_it_is_quiet_and_once_an_hour(feed, shelf, hand, merges):
    assert not feed.step()
    assert merges == []
    hand.after(QUIET)
    assert not feed.step()
    assert len(merges) == 1
    for _ in range(10):
        hand.after(LOOK)
        assert not feed.step()
    assert len(merges) == 1, "not twice within the hour"


def test_many_segments_are_merged_within_the_hour_but_not_while_something_changes(
    feed, shelf, hand, merges, monkeypatch
):
    hand.after(QUIET)
    feed.step()
    index = engines().search
    size = index.size()
    monkeypatch.setattr(type(index), "size", lambda self: type(size)(size.records, size.passages, MANY, size.bytes))
    shelf.note()
    assert feed.step()
    hand.after(LOOK)
    feed.step()
    assert len(merges) == 1
    hand.after(QUIET)
    assert QUIET < EVERY
    feed.step()
    assert len(merges) == 2


def test_nothing_is_merged_while_somebody_waits_or_another_process_builds(feed, shelf, hand, merges, work):
    hand.after(10 * QUIET)
    work()
    assert merges == []
    other = Feed()
    assert other._seat.take()
    feed.step()
    assert merges == []
    other.close()
