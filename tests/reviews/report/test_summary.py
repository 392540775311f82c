"""The rapporteur's summary: put together from the log, saved, agreed, and read by those it is for."""

import pytest
from flask_babel import force_locale

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, NotAllowed, Stale
from infocus.notifications.models import Notification
from infocus.reviews.report import queries
from infocus.reviews.report.models import Consent, ReviewSummary, SummaryVersion
from infocus.reviews.report.services import summing
from infocus.reviews.report.services.drafting import draft_of
from infocus.reviews.report.vocabulary import Matter, SummaryState
from infocus.reviews.vocabulary import Phase, Seating
from infocus.reviews.words import PHASES
from tests.reviews.report.papers import MARKER, Held

RAPPORTEUR, FRIEND, HOST = Seating.RAPPORTEUR, Seating.FRIEND, Seating.HOST
VOICES = (HOST, Seating.FACILITATOR, RAPPORTEUR, Seating.NOTE_TAKER, FRIEND)


def stored(held: Held) -> ReviewSummary:
    db.session.rollback()
    return db.session.get_one(ReviewSummary, held.table.review_id)


def write(held: Held, text: str = "A summary.", who: str = RAPPORTEUR, expected: int | None = None, **more):
    with unit_of_work():
        return summing.save_summary(held.table.actor(who), held.found(who), text, expected, **more).version


def send(held: Held) -> None:
    write(held)
    with unit_of_work():
        summing.send_summary(held.table.actor(RAPPORTEUR), held.found(RAPPORTEUR))


def agree(held: Held, who: str, version: int | None = None) -> None:
    with unit_of_work():
        summing.agree_summary(held.table.actor(who), held.found(who), version)


def test_a_first_draft_is_the_log_put_in_order_with_its_entries(held: Held) -> None:
    review = held.found(RAPPORTEUR)
    text = draft_of(review, queries.material_of(held.table.actor(RAPPORTEUR), review))
    room = f"/in-focus/reviews/{review.id}/room#e"
    assert f"**Begin small {MARKER}** (2 dots) [{held.seq['cluster']}]({room}{held.seq['cluster']})" in text
    assert f"  - The anonymous says: start with one floor. {MARKER} [{held.seq['anonymous']}]" in text
    assert f"1. Begin with one floor. [{held.seq['note']}]({room}{held.seq['note']})" in text
    assert f"- We ask the owners first. {MARKER} [{held.seq['takeaway']}]" in text
    assert "Clarify: 10 minutes, Round: 10 minutes, Takeaways: 10 minutes." in text
    assert held.table.people[FRIEND].name not in text
    assert "says." not in text.replace("says:", "")  # the line that was taken back


def test_a_draft_is_in_the_language_of_the_review(held: Held) -> None:
    review = held.found(RAPPORTEUR)
    with unit_of_work():
        review.language = "de"
    text = draft_of(review, queries.material_of(held.table.actor(RAPPORTEUR), review))
    with force_locale("de"):
        word = str(PHASES[Phase.CLARIFY])
    assert word != "Clarify"
    assert f"{word}: 10 " in text


def test_the_editor_shows_the_log_and_adds_words_with_their_entry_without_javascript(held: Held) -> None:
    page = held.page(RAPPORTEUR, "/summary/edit")
    assert "Begin from the log" in page
    assert "Who pays for the desks?" in page
    assert f'href="{held.path}/room#e{held.seq["message"]}"' in page
    assert "Nobody does" not in page
    done = held.post(RAPPORTEUR, "/summary/edit", text="My first words.", version="0", add=str(held.seq["spoken"]))
    assert done.status_code == 303
    link = f"[{held.seq['spoken']}](/in-focus/reviews/{held.table.review_id}/room#e{held.seq['spoken']})"
    assert stored(held).text == f"My first words.\n- We lost a year with the same plan. {MARKER} {link}"


def test_a_recommendation_is_added_in_its_own_words(held: Held) -> None:
    held.post(RAPPORTEUR, "/summary/edit", text="", version="0", add="r1")
    assert stored(held).text.startswith("1. Begin with one floor. [")


def test_begin_fills_an_empty_text_and_never_a_written_one(held: Held) -> None:
    held.post(RAPPORTEUR, "/summary/edit", text="", version="0", begin="1")
    assert "# Recommendations" in stored(held).text
    held.post(RAPPORTEUR, "/summary/edit", text="Only this.", version="1", begin="1")
    assert stored(held).text == "Only this."


def test_it_saves_itself_and_a_lost_race_shows_both(held: Held) -> None:
    first = held.post(RAPPORTEUR, "/summary/autosave", text="Mine.", version="0")
    assert (first.status_code, first.json["version"]) == (200, 1)
    assert held.post(Seating.EXPERT, "/summary/autosave", text="Theirs.", version="1").json["version"] == 2
    lost = held.post(RAPPORTEUR, "/summary/autosave", text="Mine again.", version="1")
    assert (lost.status_code, lost.json) == (409, {"version": 2, "fields": {"text": "Theirs."}})
    page = held.post(RAPPORTEUR, "/summary/edit", text="Mine again.", version="1")
    assert page.status_code == 409
    assert "Mine again." in page.text
    assert "Theirs." in page.text
    assert [row.text for row in db.session.query(SummaryVersion)] == ["Mine."]  # another hand went on
    long = held.post(RAPPORTEUR, "/summary/autosave", text="x" * 20_001, version="2")
    assert (long.status_code, long.json["errors"][0]["field"]) == (422, "text")
    assert stored(held).text == "Theirs."


@pytest.mark.parametrize("who", [HOST, FRIEND, Seating.NOTE_TAKER, Seating.OBSERVER, "officer", "secretariat"])
def test_only_rapporteur_facilitator_and_experts_write_it(held: Held, who: str) -> None:
    assert held.status(who, "/summary/edit") == 403
    assert held.post(who, "/summary/edit", text="No.", version="0").status_code == 403
    with pytest.raises(NotAllowed):
        write(held, "No.", who)


def test_each_state_has_its_readers(held: Held) -> None:
    write(held, "The words of the summary.")
    table_people = {HOST, FRIEND, Seating.NOTE_TAKER, Seating.OBSERVER, Seating.LEAD}

    def readers() -> set[str]:
        people = {*table_people, RAPPORTEUR, Seating.EXPERT, "officer", "secretariat", "stranger"}
        pages = {who: held.client(who).get(f"{held.path}/summary") for who in people}
        return {who for who, page in pages.items() if "The words of the summary." in page.text}

    assert readers() == {RAPPORTEUR, Seating.EXPERT}
    with unit_of_work():
        summing.send_summary(held.table.actor(RAPPORTEUR), held.found(RAPPORTEUR))
    assert readers() == {RAPPORTEUR, Seating.EXPERT, *table_people}
    with unit_of_work():
        summing.settle_summary(held.table.actor(RAPPORTEUR), held.found(RAPPORTEUR))
    assert readers() == {RAPPORTEUR, Seating.EXPERT, *table_people, "officer", "secretariat"}
    assert held.status("stranger", "/summary") == 404


def test_with_the_last_yes_it_is_agreed(held: Held) -> None:
    send(held)
    asked = {row.person_id for row in db.session.query(Notification).filter_by(kind="summary-sent")}
    assert {held.table.people[who].id for who in (HOST, FRIEND, Seating.FACILITATOR)} <= asked
    for who in VOICES[:-1]:
        agree(held, who, 1)
    assert stored(held).state == SummaryState.PANEL
    agree(held, VOICES[-1], 1)
    summary = stored(held)
    assert (summary.state, summary.agreed_by) == (SummaryState.AGREED, held.table.people[VOICES[-1]].id)
    assert summary.agreed_at is not None
    with pytest.raises(Conflict):
        write(held, "Other words.")


def test_a_yes_is_to_the_text_that_was_read(held: Held) -> None:
    send(held)
    for who in VOICES[:-1]:
        agree(held, who)
    write(held, "Changed since.")
    with pytest.raises(Stale):
        agree(held, FRIEND, 1)
    agree(held, FRIEND, 2)
    assert stored(held).state == SummaryState.PANEL
    assert "text has changed since you agreed" in held.page(HOST, "/summary")


def test_silence_blocks_nobody_and_it_can_be_opened_again(held: Held) -> None:
    send(held)
    assert held.post(FRIEND, "/summary/settle").status_code == 403
    assert held.post(RAPPORTEUR, "/summary/settle").status_code == 303
    assert stored(held).state == SummaryState.AGREED
    assert held.post(RAPPORTEUR, "/summary/reopen").status_code == 303
    assert (stored(held).state, stored(held).agreed_at) == (SummaryState.DRAFT, None)


@pytest.mark.parametrize("who", [Seating.OBSERVER, "officer", "secretariat"])
def test_observers_and_others_are_not_asked(held: Held, who: str) -> None:
    send(held)
    with pytest.raises(NotAllowed):
        agree(held, who)


def test_who_left_the_table_is_not_waited_for(held: Held) -> None:
    send(held)
    held.table.take(Seating.LEAD, FRIEND)
    for who in VOICES[:-1]:
        agree(held, who)
    assert stored(held).state == SummaryState.AGREED


def test_the_transcript_is_in_the_report_when_all_say_yes(held: Held) -> None:
    for who in VOICES:
        assert not queries.all_agree(held.review, Matter.TRANSCRIPT)
        assert held.post(who, "/summary/transcript/yes").status_code == 303
    assert queries.all_agree(held.review, Matter.TRANSCRIPT)
    held.post(FRIEND, "/summary/transcript/no")
    assert not queries.all_agree(held.review, Matter.TRANSCRIPT)
    assert db.session.query(Consent).filter_by(matter=Matter.TRANSCRIPT).count() == len(VOICES) - 1
    assert held.post("officer", "/summary/transcript/yes").status_code == 403


def test_readers_outside_the_room_get_numbers_and_no_links_into_it(held: Held) -> None:
    held.post(RAPPORTEUR, "/summary/edit", text="", version="0", begin="1")
    with unit_of_work():
        summing.send_summary(held.table.actor(RAPPORTEUR), held.found(RAPPORTEUR))
    with unit_of_work():
        summing.settle_summary(held.table.actor(RAPPORTEUR), held.found(RAPPORTEUR))
    link = f"/room#e{held.seq['note']}"
    assert link in held.page(FRIEND, "/summary")
    outside = held.page("secretariat", "/summary")
    assert link not in outside
    assert f"({held.seq['note']})" in outside


def test_nothing_is_summed_up_before_the_review(table) -> None:
    before = Held(table.open())
    with pytest.raises(Conflict):
        write(before)
