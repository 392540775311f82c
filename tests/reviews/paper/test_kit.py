"""The paper kit: every sheet says what the review says, as a tagged PDF in the language of the room."""

import pypdfium2
import pytest

from infocus.core.db import db, unit_of_work
from infocus.networks.models import Network
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.paper.kit import Part, kit_of, parts_of
from infocus.reviews.paper.words import TASKS
from infocus.reviews.vocabulary import Coming, Mode, Phase, Seating
from tests.reviews.guests.comings import let_in
from tests.reviews.tables import Table


@pytest.fixture
def prepared(table: Table) -> Table:
    """A review with everything a kit can say."""
    table.open()
    with unit_of_work():
        review = db.session.get_one(Review, table.review_id)
        review.starts, review.brief = "14:00", "Ze škol do firem.\n\nKdo pomůže?"
        review.questions = ["Where is the risk?", "Who is missing?"]
        seat = next(seat for seat in review.panel if seat.role == Seating.FRIEND)
        seat.question = "Would you fund it?"
    return table


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert document.is_tagged()
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def get(table: Table, who: str, query: str = "") -> tuple[int, bytes]:
    client = table.world.client(table.people[who])
    answer = client.get(f"/in-focus/reviews/{table.review_id}/paper-kit.pdf{query}")
    return answer.status_code, answer.data


def test_the_kit_says_what_the_review_says(prepared):
    status, pdf = get(prepared, Seating.FACILITATOR)
    assert status == 200
    words = words_of(pdf).replace("\u00ad", "")
    seats = [seat.person.shown_name for seat in prepared.review.panel]
    for told in ("Ze škol do firem.", "Where is the risk?", "Would you fund it?", "14:00", "Signature", *seats):
        assert told in words, told
    assert "14:10" in words  # the second phase is over: three and seven minutes
    assert "Co-funded by the European Union" in words


def test_every_part_can_be_printed_alone(prepared):
    heads = {"brief": "Guiding questions", "protocol": "What happens", "roles": "Role cards", "notes": "Note sheet",
             "signatures": "Signature list"}  # fmt: skip
    for part, head in heads.items():
        words = words_of(get(prepared, Seating.FRIEND, f"?part={part}")[1])
        assert head in words
        assert [other for other in heads.values() if other in words] == [head]
    assert get(prepared, Seating.FRIEND, "?part=secrets")[0] == 404


def test_the_kit_is_for_the_table_and_its_guests(prepared):
    allowed = {who for who in prepared.people if get(prepared, who, "?part=protocol")[0] == 200}
    assert allowed == {*Seating}
    assert get(prepared, "officer")[0] == 403
    assert get(prepared, "stranger")[0] == 404
    guest = let_in(prepared).client
    assert guest.get(f"/in-focus/reviews/{prepared.review_id}/paper-kit.pdf?part=protocol").status_code == 200


@pytest.mark.parametrize(("language", "told"), [("pl", "Zażółć gęślą jaźń"), ("ro", "Știință și țintă"), ("eu", "Ñ")])
def test_the_kit_speaks_the_language_of_the_room(prepared, language, told):
    with unit_of_work():
        review = db.session.get_one(Review, prepared.review_id)
        review.language, review.title = language, told
    pdf = get(prepared, Seating.RAPPORTEUR)[1]
    assert told in words_of(pdf)
    assert f"/Lang({language})".encode() in pdf or f"/Lang ({language})".encode() in pdf


def test_what_is_invented_says_so_on_every_page(prepared):
    with unit_of_work():
        db.session.get_one(Network, prepared.network.id).illustrative = True
    document = pypdfium2.PdfDocument(get(prepared, Seating.LEAD)[1])
    assert all("Illustrative" in page.get_textpage().get_text_range() for page in document)
    document.close()


def test_a_critical_friend_gets_a_sheet_with_their_question_and_who_declined_gets_none(prepared):
    (sheet,) = kit_of(prepared.review, [Part.NOTES]).data["parts"][0]["sheets"]
    assert sheet["question"] == "Would you fund it?"
    with unit_of_work():
        db.session.query(PanelMember).filter_by(role=Seating.FRIEND).one().coming = Coming.NO
    (blank,) = kit_of(prepared.review, [Part.NOTES]).data["parts"][0]["sheets"]
    assert blank["who"] == ""


def test_minutes_on_the_cards_are_those_of_this_review(prepared):
    with unit_of_work():
        review = db.session.get_one(Review, prepared.review_id)
        review.minutes = dict(review.minutes) | {Phase.ROUND.value: 33}
    cards = kit_of(prepared.review, [Part.ROLES]).data["parts"][0]["cards"]
    assert {row[1] for card in cards for row in card["rows"] if row[0] == "Round"} == {"33"}


def test_an_open_review_has_no_phases_to_print(table):
    table.start(Mode.OPEN)
    assert Part.PROTOCOL not in parts_of(table.review)
    assert get(table, Seating.LEAD, "?part=protocol")[0] == 404
    words = words_of(get(table, Seating.LEAD)[1])
    assert "Role cards" in words
    assert "Clarify" not in words


def test_every_phase_is_somebodys_and_the_facilitators_card_has_all():
    assert set(TASKS[Seating.FACILITATOR]) == set(Phase)
