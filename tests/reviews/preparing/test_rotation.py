"""The rotation of a review day: nobody twice, no host at their own plan, everybody evenly."""

from collections import Counter
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from infocus.reviews.preparing.rotation import At, Clash, Hosted, Reviewer, clashes, rotate

CITIES = st.sampled_from("abcdefgh")
PLANS = st.lists(CITIES, max_size=12).map(lambda cities: [Hosted(f"p{n}", city) for n, city in enumerate(cities)])
PEOPLE = st.lists(CITIES, max_size=30).map(lambda cities: [Reviewer(f"r{n}", city) for n, city in enumerate(cities)])


@given(PLANS, PEOPLE, st.integers(1, 5), st.integers(1, 5))
def test_a_rotation_never_clashes_and_is_fair(plans, people, tables, slots) -> None:
    made = rotate(plans, people, tables, slots)
    placed = [sitting.hosted for sitting in made.sittings]
    assert sorted([*placed, *made.left], key=lambda each: each.plan) == sorted(plans, key=lambda each: each.plan)
    assert len({(sitting.slot, sitting.table) for sitting in made.sittings}) == len(placed)
    seats = [
        At(sitting.slot, sitting.hosted.plan, each.person, each.city, "critical-friend", sitting.hosted.city)
        for sitting in made.sittings
        for each in sitting.reviewers
    ]
    assert clashes(seats) == []
    for slot in range(slots):
        row = [sitting for sitting in made.sittings if sitting.slot == slot]
        assert len(row) <= tables
        hosting = [sitting.hosted.city for sitting in row]
        assert len(set(hosting)) == len(hosting)
        free = [each for each in people if each.city not in hosting]
        sizes = [len(sitting.reviewers) for sitting in row]
        if row:
            assert sum(sizes) == len(free)
            assert max(sizes) - min(sizes) <= 1
        of_city = Counter(each.city for each in free)
        for sitting in row:
            for city, count in Counter(each.city for each in sitting.reviewers).items():
                assert count <= ceil(of_city[city] / len(row))


def test_plans_are_left_only_when_there_is_no_place() -> None:
    plans = [Hosted(f"p{n}", city) for n, city in enumerate("abcdef")]
    assert not rotate(plans, [], 3, 2).left
    assert len(rotate(plans, [], 2, 2).left) == 2
    assert len(rotate([Hosted("p1", "a"), Hosted("p2", "a")], [], 5, 1).left) == 1
    assert not rotate([Hosted("p1", "a"), Hosted("p2", "a")], [], 1, 2).left


def test_the_day_is_spread_over_the_slots_it_needs() -> None:
    plans = [Hosted(f"p{n}", city) for n, city in enumerate("abcd")]
    made = rotate(plans, [], 3, 5)
    assert Counter(sitting.slot for sitting in made.sittings) == {0: 2, 1: 2}


def test_few_people_sit_together_slot_by_slot_and_many_at_parallel_tables() -> None:
    plans = [Hosted(f"p{n}", city) for n, city in enumerate("abc")]
    few = [Reviewer(f"{city}{n}", city) for city in "abc" for n in range(2)]
    assert [len(sitting.reviewers) for sitting in rotate(plans, few, 3, 3).sittings] == [4, 4, 4]
    many = [Reviewer(f"{city}{n}", city) for city in "abcdefghij" for n in range(2)]
    made = rotate(plans, many, 3, 3).sittings
    assert {sitting.slot for sitting in made} == {0}
    assert sorted(len(sitting.reviewers) for sitting in made) == [4, 5, 5]


def test_clashes_are_named() -> None:
    friend = "critical-friend"
    twice = [At(0, "r1", "ana", "porto", friend, "riga"), At(0, "r2", "ana", "porto", "rapporteur", "lodz")]
    assert clashes(twice) == [Clash("twice", 0, "ana", ("r1", "r2"))]
    assert clashes([At(1, "r1", "ana", "porto", friend, "porto")]) == [Clash("own", 1, "ana", ("r1",))]
    both = [At(0, "r1", "ana", "x", friend, "porto"), At(0, "r2", "eva", "x", friend, "porto")]
    assert clashes(both) == [Clash("host", 0, "porto", ("r1", "r2"))]
    assert clashes([At(0, "r1", "ana", "x", friend, "porto"), At(1, "r2", "ana", "x", friend, "riga")]) == []
