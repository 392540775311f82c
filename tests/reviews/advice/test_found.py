"""Recommendations are found with their answers, and stand beside their plan, for who reads the table."""

import pytest

from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from infocus.records.urls import record_path
from infocus.reviews.vocabulary import Seating
from tests.reviews.advice.advised import ADVICE, advise, answer_all, ask, post, rows
from tests.reviews.tables import Table
from tests.support.mails import mails, path_in


def found(table: Table, who: str, words: str) -> list[str]:
    """The addresses of the passages somebody finds."""
    items = search(table.actor(who), SearchForm(text=words)).items
    return [passage.url for shown in items for passage in shown.hit.passages]


@pytest.fixture
def answered(table: Table, work) -> Table:
    ids = advise(table)
    sent = {"answer": "park", "reason": "The regional zeppelin is not written yet.", "version": "1"}
    post(table, Seating.HOST, f"/{ids[2]}/answer", **sent)
    work()
    return table


def test_the_table_finds_them_and_others_once_it_is_agreed(answered: Table, app, work) -> None:
    place = f"{record_path(answered.review)}/response#r3"
    assert place in found(answered, Seating.FRIEND, "zeppelin")
    assert place in found(answered, Seating.HOST, "zeppelin")
    assert not found(answered, "officer", "zeppelin")
    ask(answered, "manager", "manager@city.example")
    work()
    app.test_client().post(path_in(mails(app, "manager@city.example")[0]), data={"verdict": "agree"})
    work()
    assert place in found(answered, "officer", "zeppelin")
    assert not found(answered, "stranger", "zeppelin")
    post(answered, Seating.HOST, "/open")
    assert not found(answered, "officer", "zeppelin")  # at once, before the index is written again
    work()
    assert not found(answered, "officer", "zeppelin")
    assert place in found(answered, Seating.FRIEND, "zeppelin")


def test_what_was_taken_back_is_found_no_more(answered: Table, work) -> None:
    post(answered, Seating.RAPPORTEUR, f"/{rows(answered)[2].id}/withdraw")
    work()
    assert not found(answered, Seating.FRIEND, "zeppelin")


def test_they_stand_beside_their_plan(answered: Table) -> None:
    plan = record_path(answered.plan)
    page = answered.world.client(answered.people[Seating.HOST]).get(plan).text
    assert f'href="{record_path(answered.review)}/response"' in page
    assert "3 recommendations: 1 parked, 2 not answered yet" in page
    assert "/response" not in answered.world.client(answered.people["officer"]).get(plan).text


def test_answers_all_stand_in_the_network_s_list_of_plans(table: Table) -> None:
    answer_all(table, advise(table))
    page = table.world.client(table.people[Seating.FRIEND]).get("/plans?network=in-focus").text
    assert "3 recommendations: 1 accepted, 1 adapted, 1 parked" in page
    assert not any(text in page for text in ADVICE)
