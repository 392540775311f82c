"""Comments, plans and reviews of the demo hold together."""

from collections import Counter

import pytest

from infocus.demo.content import IN_FOCUS
from infocus.demo.content.happenings import Comment
from infocus.demo.content.records import Plan
from infocus.demo.content.reviewed import Review
from infocus.demo.loading.board import BETWEEN
from infocus.reviews.vocabulary import DOTS, NOTE_LIMIT, QUOTE_LIMIT

PHASES = "opening pitch clarify notes cluster round experience reflect dialogue takeaways close".split()
reviews = pytest.mark.parametrize("review", IN_FOCUS.reviews, ids=lambda review: review.key)


def test_comments_answer_earlier_ones_on_the_same_record() -> None:
    seen: dict[str, Comment] = {}
    keys = {
        "practice": {practice.key for practice in IN_FOCUS.practices},
        "output": {output.key for output in IN_FOCUS.outputs},
        "meeting": {meeting.key for meeting in IN_FOCUS.meetings},
        "plan": {plan.key for plan in IN_FOCUS.plans},
    }
    for comment in IN_FOCUS.comments:
        kind, _, key = comment.on.partition(":")
        assert key in keys[kind], comment.key
        if comment.reply_to:
            assert seen[comment.reply_to].on == comment.on, comment.key
            assert seen[comment.reply_to].at < comment.at, comment.key
        seen[comment.key] = comment
    assert len(seen) >= 30
    assert len({comment.language for comment in IN_FOCUS.comments}) == 10


def test_passages_of_practices_are_words_of_the_practice() -> None:
    practices = {f"practice:{practice.key}": practice for practice in IN_FOCUS.practices}
    quoted = [comment for comment in IN_FOCUS.comments if comment.quote and comment.on in practices]
    assert len(quoted) >= 5
    for comment in quoted:
        practice = practices[comment.on]
        texts = (practice.problem, practice.how, practice.lesson, practice.evidence, practice.wrong)
        assert any(comment.quote in text for text in texts), comment.key


@reviews
def test_a_log_runs_forward_and_its_words_come_from_the_room(review: Review) -> None:
    people = {seat.person for seat in review.seats}
    times = [entry.after for entry in review.entries]
    assert times == sorted(times)
    for seq, entry in enumerate(review.entries, 1):
        assert {entry.author, entry.speaker or entry.author} <= people, seq
        assert entry.reply_to < seq
        assert bool(entry.text) == (entry.kind in {"message", "spoken"})
        assert len(entry.text) <= 4000
    for note in review.notes:
        assert note.author in people
        assert len(note.text) <= NOTE_LIMIT
        assert len(note.quote) <= QUOTE_LIMIT
    for recommendation in review.recommendations:
        assert review.entries[recommendation.sources[0] - 1].after < recommendation.after
        assert all(review.entries[seq - 1].kind in {"message", "spoken"} for seq in recommendation.sources)
        assert recommendation.by in {seat.person.partition("@")[2].removesuffix(".example") for seat in review.seats}


@reviews
def test_a_panel_is_of_four_to_six_cities_without_the_host(review: Review) -> None:
    host = next(plan.partner for plan in IN_FOCUS.plans if plan.key == review.plan)
    countries = {partner.slug: partner.country for partner in IN_FOCUS.partners}
    friends = {
        seat.person.partition("@")[2].removesuffix(".example")
        for seat in review.seats
        if seat.role == "critical-friend"
    }
    assert host not in friends
    assert 4 <= len(friends) <= 6
    assert len({countries[friend] for friend in friends} - {countries[host]}) >= 2


def test_the_finished_review_went_through_every_phase_and_was_answered() -> None:
    review = next(each for each in IN_FOCUS.reviews if each.state == "finished")
    assert [entry.phase for entry in review.entries if entry.kind == "phase"] == PHASES
    assert len(review.entries) >= 60
    assert {entry.kind for entry in review.entries} == {"phase", "message", "spoken", "cannot-hear"}
    answers = {recommendation.response for recommendation in review.recommendations}
    assert answers == {"accept", "adapt", "park", "reject"}
    assert all(each.reason and each.owner and each.due for each in review.recommendations)


def test_the_dots_are_what_the_rapporteur_said() -> None:
    review = next(each for each in IN_FOCUS.reviews if each.clusters)
    sums = [sum(dots for _, dots in cluster.dots) for cluster in review.clusters]
    assert sums == [9, 6, 5, 2]
    given = Counter[str]()
    for cluster in review.clusters:
        given.update(dict(cluster.dots))
    assert max(given.values()) <= DOTS
    assert {note.signed for note in review.notes} == {"name", "city", "anonymous"}
    last = max(cluster.after for cluster in review.clusters)
    told = next(entry.after for entry in review.entries if entry.text.startswith("Four clusters"))
    assert last + BETWEEN * sum(len(cluster.dots) for cluster in review.clusters) < told


def test_a_review_ahead_has_answers_of_every_kind() -> None:
    ahead = [each for each in IN_FOCUS.reviews if each.state == "preparing"]
    assert [each.place.table for each in ahead if each.place] == [0, 1]
    first = ahead[0]
    assert {seat.coming for seat in first.seats} == {"", "accepted", "declined"}
    assert all(seat.sections and seat.question for seat in first.seats if seat.role == "critical-friend")
    seats = [{seat.person for seat in each.seats} for each in ahead]
    assert not seats[0] & seats[1]


def test_the_live_review_is_open_and_younger_than_its_clock() -> None:
    review = next(each for each in IN_FOCUS.reviews if each.state == "live")
    assert review.mode == "open"
    assert review.starts_at is None
    assert len(review.entries) >= 25
    assert review.entries[-1].after < review.live_for * 60


@pytest.mark.parametrize("plan", IN_FOCUS.plans, ids=lambda plan: plan.key)
def test_each_version_of_a_plan_differs_from_the_one_before(plan: Plan) -> None:
    assert 2 <= len(plan.versions) <= 3
    for before, after in zip(plan.versions, plan.versions[1:], strict=False):
        assert after.number == before.number + 1
        assert after.created_at > before.created_at
        assert (after.sections, after.actions) != (before.sections, before.actions)
        assert after.file.document.body != before.file.document.body
    assert all(
        review.plan_version in {v.number for v in plan.versions}
        for review in IN_FOCUS.reviews
        if review.plan == plan.key
    )


def test_known_facts_of_the_plans_are_told() -> None:
    plans = {plan.partner: plan for plan in IN_FOCUS.plans}
    assert plans["bucharest"].versions[-1].decision == "249, 2018-06-26"
    assert "100 000 emplois" in plans["bordeaux"].versions[-1].file.document.body
    assert "survey of December 2017" in plans["bielsko-biala"].versions[-1].file.document.body
