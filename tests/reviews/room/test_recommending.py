"""Recommendations made in the room: where they come from, whose advice they are, their numbers."""

import pytest
from flask import Flask

from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotAllowed, NotFound, TooLarge
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.services import recommending
from infocus.reviews.notes.services.writing import NoteValues, write_note
from infocus.reviews.room import queries
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import phases, talk
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, in_threads, new_key

FRIEND, HOST, RAPPORTEUR, NOTE_TAKER = Seating.FRIEND, Seating.HOST, Seating.RAPPORTEUR, Seating.NOTE_TAKER


@pytest.fixture
def room(table: Table) -> Table:
    """An open review that is live."""
    return table.start(Mode.OPEN)


def recommend(room: Table, who: str = RAPPORTEUR, text: str = "Ask the university.", **more):
    with unit_of_work():
        return recommending.recommend(room.actor(who), room.review_id, more.pop("key", new_key()), text, **more)


def rewrite(room: Table, who: str, target: str, text: str | None):
    with unit_of_work():
        if text is None:
            return recommending.withdraw(room.actor(who), room.review_id, new_key(), target)
        return recommending.rewrite(room.actor(who), room.review_id, new_key(), target, text)


def stored(room: Table) -> list[Recommendation]:
    db.session.rollback()
    return list(db.session.query(Recommendation).order_by(Recommendation.number))


def newest(room: Table) -> dict:
    return queries.transcript(room.actor(FRIEND), room.review_id)[-1]


def test_a_message_becomes_a_recommendation_and_the_advice_stays_its_authors(room: Table) -> None:
    with unit_of_work():
        source = talk.say(room.actor(FRIEND), room.review_id, new_key(), "Have you asked the university?").seq
    made = recommend(room, source=source)
    (row,) = stored(room)
    assert (row.source, row.source_kind, row.person_id) == (source, "message", room.people[FRIEND].id)
    assert row.created_by == room.people[RAPPORTEUR].id
    entry = newest(room)
    assert (entry["recommendation"], entry["number"], entry["text"]) == (made.id, 1, "Ask the university.")
    assert (entry["of"]["name"], entry["of"]["partner"]["slug"]) == (room.people[FRIEND].name, "porto")
    assert entry["author"]["id"] == room.people[RAPPORTEUR].id


def test_of_a_spoken_line_the_advice_is_the_speakers(room: Table) -> None:
    with unit_of_work():
        speaker = room.people[FRIEND].id
        source = talk.spoken(room.actor(NOTE_TAKER), room.review_id, new_key(), speaker, "Ask them.").seq
    recommend(room, source=source)
    (row,) = stored(room)
    assert (row.person_id, row.partner.slug if row.partner else None) == (room.people[FRIEND].id, "porto")


@pytest.mark.parametrize(
    ("signed", "named", "city"), [("name", True, True), ("city", False, True), ("anonymous", False, False)]
)
def test_of_a_note_the_advice_is_what_the_note_is_signed_with(
    room: Table, signed: str, named: bool, city: bool
) -> None:
    with unit_of_work():
        values = NoteValues(kind="suggestion", text="Ask them.", signed=signed)
        source = write_note(room.actor(FRIEND), room.review_id, new_key(), values).seq
    recommend(room, source=source)
    (row,) = stored(room)
    assert (row.person_id is not None, row.partner_id is not None) == (named, city)
    whose = newest(room)["of"]
    assert (whose is not None, bool(whose and whose["name"])) == (city, named)


def test_numbers_follow_each_other_whoever_recommends_at_once(app: Flask, room: Table) -> None:
    actor = room.actor(RAPPORTEUR)

    def send() -> None:
        with unit_of_work():
            recommending.recommend(actor, room.review_id, new_key(), "One more.")

    in_threads(app, [send] * 6)
    assert [row.number for row in stored(room)] == [1, 2, 3, 4, 5, 6]


def test_who_made_it_and_the_scribes_say_it_otherwise_or_take_it_back(room: Table) -> None:
    made = recommend(room, FRIEND, "First words.")
    for who in (Seating.EXPERT, HOST, Seating.LEAD):
        with pytest.raises(NotAllowed):
            rewrite(room, who, made.id, "Not mine.")
    rewrite(room, FRIEND, made.id, "Second words.")
    assert rewrite(room, NOTE_TAKER, made.id, None).number == 1
    with pytest.raises(Conflict):
        rewrite(room, FRIEND, made.id, "Third words.")
    assert (newest(room)["withdrawn"], newest(room)["text"]) == (True, "")
    assert "First words" not in str(queries.transcript(room.actor(FRIEND), room.review_id))
    assert recommend(room).number == 2


def test_a_retry_is_answered_with_the_same_recommendation(room: Table) -> None:
    key = new_key()
    assert recommend(room, key=key) == recommend(room, key=key)
    with pytest.raises(Conflict):
        recommend(room, text="Other words.", key=key)
    assert len(stored(room)) == 1


def test_what_makes_no_recommendation_is_refused(room: Table) -> None:
    cases: tuple[tuple[dict, type[AppError]], ...] = (
        ({"text": " "}, Invalid), ({"text": "x" * 501}, TooLarge), ({"source": 1}, NotFound),
        ({"source": 99}, NotFound), ({"section": "x"}, Invalid), ({"who": HOST}, NotAllowed),
        ({"who": Seating.OBSERVER}, NotAllowed),
    )  # fmt: skip
    for ask, error in cases:
        with pytest.raises(error):
            recommend(room, **ask)
    assert stored(room) == []


def test_after_the_review_the_scribes_still_recommend(room: Table) -> None:
    with unit_of_work():
        phases.finish(room.actor(Seating.FACILITATOR), room.review_id, new_key())
    recommend(room, RAPPORTEUR)
    with pytest.raises(PhaseClosed):
        recommend(room, FRIEND)
