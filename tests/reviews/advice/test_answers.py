"""The response table: who reads it, the host's answers row by row, lost races, CSV."""

import csv
import io

import pytest

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.networks.models import Network, NetworkState
from infocus.records.urls import record_path
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.services import answering
from infocus.reviews.advice.services.answering import AnswerValues
from infocus.reviews.vocabulary import Seating
from tests.reviews.advice.advised import ADVICE, advise, answer_all, ask, get, post, rows
from tests.reviews.tables import Table
from tests.support.mails import mails, path_in

OUTSIDE = {"officer": 403, "secretariat": 403, "stranger": 404}


def test_the_table_and_the_host_read_it_and_nobody_else_before_it_is_agreed(table: Table) -> None:
    advise(table)
    for who in table.people:
        assert get(table, who).status_code == OUTSIDE.get(who, 200), who
        assert get(table, who, ".csv").status_code == OUTSIDE.get(who, 200), who


def test_the_review_s_audience_reads_it_once_it_is_agreed(table: Table, app, work) -> None:
    ids = advise(table)
    answer_all(table, ids)
    ask(table, "manager", "manager@city.example")
    work()
    path = path_in(mails(app, "manager@city.example")[0])
    assert get(table, "officer").status_code == 403
    app.test_client().post(path, data={"verdict": "agree"})
    assert get(table, "officer").status_code == 200
    assert get(table, "stranger").status_code == 404
    assert "/room#e" not in get(table, "officer").text  # the words in the room stay with the table


def test_recommendations_stand_in_the_order_of_the_conversation_with_whose_they_are(table: Table) -> None:
    advise(table)
    page = get(table, Seating.HOST).text
    assert [page.index(text) for text in ADVICE] == sorted(page.index(text) for text in ADVICE)
    source = rows(table)[0].source
    assert f'href="{record_path(table.review)}/room#e{source}">from {source}</a>' in page
    assert "Porto" in page
    assert "the panel" in page  # the expert speaks for no city


def test_the_host_answers_row_by_row(table: Table) -> None:
    ids = advise(table)
    form = get(table, Seating.HOST, f"?row={ids[0]}").text
    assert f'action="{record_path(table.review)}/response/{ids[0]}/answer"' in form
    assert form.count('name="reason"') == 1  # one row's form at a time: saving one loses nothing typed in another
    sent = {"answer": "accept", "owner": "Marek", "due": "2018-02", "version": "1", "then": "next"}
    done = post(table, Seating.HOST, f"/{ids[0]}/answer", **sent)
    assert (done.status_code, f"row={ids[1]}" in done.location) == (303, True)
    first, second, _third = rows(table)
    assert (first.answer, first.owner, first.due, first.version) == ("accept", "Marek", "2018-02", 2)
    assert second.answer == ""
    for who in (Seating.FRIEND, Seating.EXPERT, Seating.LEAD, Seating.RAPPORTEUR):
        assert post(table, who, f"/{ids[1]}/answer", **sent).status_code == 403, who
        assert get(table, who, f"?row={ids[1]}").status_code == 403, who


def test_a_reason_is_needed_for_all_but_accept_and_what_was_typed_stays(table: Table) -> None:
    ids = advise(table)
    for answer in ("adapt", "park", "reject"):
        wrong = post(table, Seating.HOST, f"/{ids[0]}/answer", answer=answer, owner="Ewa K.", version="1")
        assert (wrong.status_code, "Ewa K." in wrong.text, "Say why" in wrong.text) == (422, True, True)
    assert post(table, Seating.HOST, f"/{ids[0]}/answer", answer="accept", due="soon").status_code == 422
    assert post(table, Seating.HOST, f"/{ids[0]}/answer", version="1").status_code == 422
    assert rows(table)[0].answer == ""


def test_a_lost_race_shows_both_and_overwrites_nothing(table: Table) -> None:
    ids = advise(table)
    post(table, Seating.HOST, f"/{ids[0]}/answer", answer="reject", reason="The county runs it.", version="1")
    lost = post(table, Seating.HOST, f"/{ids[0]}/answer", answer="adapt", reason="In another form.", version="1")
    assert lost.status_code == 409
    assert "The county runs it." in lost.text
    assert "In another form." in lost.text
    assert rows(table)[0].answer == "reject"
    again = post(table, Seating.HOST, f"/{ids[0]}/answer", answer="adapt", reason="In another form.", version="2")
    assert (again.status_code, rows(table)[0].answer) == (303, "adapt")


def test_answers_wait_for_the_end_of_the_review(table: Table) -> None:
    table.start()
    with unit_of_work():
        row = Recommendation(
            review_id=table.review_id, number=1, text="Early.", created_by=table.people[Seating.RAPPORTEUR].id
        )
        db.session.add(row)
        db.session.flush()
        with pytest.raises(Conflict):
            answering.answer(table.actor(Seating.HOST), row.id, AnswerValues(answer="accept"))


def test_values_that_make_no_sense_are_named(table: Table) -> None:
    ids = advise(table)
    values = AnswerValues(answer="maybe", reason="x" * 1_001, owner="y" * 121, due="2018-13")
    with pytest.raises(Invalid) as wrong, unit_of_work():
        answering.answer(table.actor(Seating.HOST), ids[0], values)
    assert set(wrong.value.fields) == {"answer", "reason", "owner", "due"}


def test_status_checks_at_any_time_also_in_aftercare_never_in_a_closed_network(table: Table) -> None:
    ids = advise(table)
    assert post(table, Seating.HOST, f"/{ids[0]}/progress", progress="done", note="").status_code == 409  # no answer
    answer_all(table, ids)
    for state, status in ((NetworkState.AFTERCARE, 303), (NetworkState.CLOSED, 403)):
        with unit_of_work():
            db.session.get_one(Network, table.network.id).state = state
        sent = {"progress": "waiting", "note": "Waits for the council", "version": "2"}
        assert post(table, Seating.HOST, f"/{ids[0]}/progress", **sent).status_code == status
    row = rows(table)[0]
    assert (row.progress, row.progress_note, row.checked_at is not None) == ("waiting", "Waits for the council", True)
    assert "Waits for the council" in get(table, Seating.FRIEND).text


def test_the_csv_has_every_row_and_no_formula(table: Table) -> None:
    ids = advise(table)
    post(table, Seating.HOST, f"/{ids[0]}/answer", answer="accept", owner="=1+1", version="1")
    answer = get(table, Seating.FRIEND, ".csv")
    lines = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [line[1] for line in lines[1:]] == list(ADVICE)
    assert (lines[1][4], lines[1][6]) == ("Accept", "'=1+1")


def test_scribes_add_rewrite_and_take_back_after_the_live_part(table: Table) -> None:
    ids = advise(table)
    added = post(table, Seating.RAPPORTEUR, "/recommendations", text="Name a stand-in.", section="", source="")
    assert (added.status_code, len(rows(table))) == (303, 4)
    assert post(table, Seating.RAPPORTEUR, "/recommendations", text="", section="").status_code == 422
    assert post(table, Seating.FRIEND, "/recommendations", text="Mine.").status_code in {403, 409}
    assert post(table, Seating.RAPPORTEUR, f"/{ids[0]}/text", text="Open with the land.").status_code == 303
    assert rows(table)[0].text == "Open with the land."
    assert post(table, Seating.HOST, f"/{ids[0]}/withdraw").status_code in {403, 409}
    assert post(table, Seating.RAPPORTEUR, f"/{ids[1]}/withdraw").status_code == 303
    page = get(table, Seating.FRIEND).text
    assert ADVICE[1] not in page
    assert [row.number for row in rows(table) if row.withdrawn_at is None] == [1, 3, 4]  # a number is never given twice
    assert get(table, Seating.HOST, f"?row={ids[1]}").status_code == 404


def test_the_review_s_page_leads_to_it(table: Table) -> None:
    advise(table)
    path = record_path(table.review)
    page = table.world.client(table.people[Seating.HOST]).get(path).text
    assert f'href="{path}/response"' in page
    assert "3 recommendations" in page
    assert "/response" not in table.world.client(table.people["officer"]).get(path).text
