"""What the table agrees on, the frozen version, the minutes, and who reads what."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, allows
from infocus.notifications.models import Notification
from infocus.plans.models import Plan, PlanSection, PlanVersion
from infocus.records.services import save
from infocus.records.urls import record_path
from infocus.reviews import queries
from infocus.reviews.candour import Candour
from infocus.reviews.models import PanelMember
from infocus.reviews.room.policy import Act, writers
from infocus.reviews.room.services import phases
from infocus.reviews.services import planning, sharing
from infocus.reviews.services.planning import ReviewValues
from infocus.reviews.services.sharing import shares
from infocus.reviews.vocabulary import Mode, Phase, Seating, preset
from infocus.reviews.words import ALL, FACILITATOR, HOST, WRITERS
from tests.reviews.tables import Table, new_key

FORM = {
    "title": "A review", "held_on": "2018-01-24", "mode": "guided", "length": "75", "time_zone": "Europe/Warsaw",
    "language": "en", "visibility": "network",
}  # fmt: skip


def add_version(table: Table, number: int, *sections: tuple[str, int, str]) -> None:
    """A version of the plan with sections ``(key, level, title)``."""
    with unit_of_work():
        author = table.people[Seating.HOST].id
        version = PlanVersion(plan_id=table.plan.id, number=number, created_by=author)
        version.sections = [
            PlanSection(position=place, key=key, level=level, title=title)
            for place, (key, level, title) in enumerate(sections)
        ]
        db.session.add(version)
    db.session.rollback()
    db.session.expire_all()


def edit(table: Table, who: str = Seating.LEAD, **values: Any) -> None:
    with unit_of_work():
        actor = table.actor(who)
        review = queries.get_review(actor, table.review_id)
        said: dict[str, Any] = {
            "title": "A review",
            "held_on": "2018-01-24",
            "mode": review.mode,
            "plan_version": review.plan_version,
        }
        planning.edit_review(actor, review, ReviewValues(**(said | values)))


def test_the_sentences_on_the_page_say_what_the_room_s_table_says() -> None:
    seats = {FACILITATOR: {Seating.FACILITATOR}, HOST: {Seating.HOST}}
    for phase, words in WRITERS.items():
        held = set(writers(Act.SAY, Mode.GUIDED, phase))
        if words is ALL:
            assert held == set(Seating) - {Seating.OBSERVER}, phase
        elif words in seats:
            assert held == seats[words], phase
        else:
            assert (phase in {Phase.NOTES, Phase.CLUSTER}) == (not held), phase
            assert (phase is Phase.ROUND) == (Seating.FRIEND in held and Seating.HOST not in held), phase


def test_what_is_agreed_on_is_kept_and_shown_before_entering(table: Table) -> None:
    table.open()
    lead = table.world.client(table.people[Seating.LEAD])
    path = record_path(table.review)
    typed = FORM | {"candour_notes": "city", "candour_transcript": "network", "candour_keep_days": "45"}
    typed |= {"table_label": "Blue room", "interpretation_url": "https://example.org/ear"}
    assert lead.post(f"{path}/edit", data=typed).status_code == 303
    review = table.review
    assert Candour.of(review.candour) == Candour(notes="city", transcript="network", keep_days=45)
    page = table.world.client(table.people["officer"]).get(record_path(review)).text
    for said in ("Notes are signed by city", "45 days", "read by the whole network", "the host listens", "Blue room"):
        assert said in page, said
    assert "example.org/ear" not in page
    assert "example.org/ear" in table.world.client(table.people[Seating.FRIEND]).get(record_path(review)).text


@pytest.mark.parametrize(
    ("field", "value"),
    [("candour_keep_days", "29"), ("candour_keep_days", "3651"), ("minutes_round", "0"), ("interpretation_url", "ftp://x"),
     ("table_label", "x" * 41), ("candour_notes", "secretly"), ("starts", "25:00")],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(table: Table, field: str, value: str) -> None:
    table.open()
    lead = table.world.client(table.people[Seating.LEAD])
    typed = FORM | {"length": "own", "brief": "Much was thought about this.", field: value}
    answer = lead.post(f"{record_path(table.review)}/edit", data=typed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Much was thought about this." in answer.text


def test_minutes_follow_the_preset_or_are_typed_phase_by_phase(table: Table) -> None:
    table.open()
    lead, path = table.world.client(table.people[Seating.LEAD]), record_path(table.review)
    lead.post(f"{path}/edit", data=FORM | {"length": "120", "minutes_round": "5"})
    assert table.review.minutes == preset(120)
    path = record_path(table.review)
    lead.post(f"{path}/edit", data=FORM | {"length": "own", "minutes_round": "5"})
    assert table.review.minutes == preset(120) | {"round": 5}
    assert b'value="own"' in lead.get(f"{path}/edit").data


def test_what_people_spoke_under_cannot_change_behind_them(table: Table) -> None:
    table.start()
    for wrong in ({"candour": Candour(transcript="network")}, {"open_to": "network"}):
        with pytest.raises(Invalid) as caught:
            edit(table, **wrong)
        assert set(caught.value.fields) <= {"candour_transcript", "open_to"}
    with pytest.raises(Conflict):
        edit(table, mode=Mode.OPEN)
    edit(table, summary="Still editable.")
    assert table.review.summary == "Still editable."


def test_the_network_reads_the_transcript_where_the_table_agreed_and_only_after_the_end(table: Table) -> None:
    table.open()
    edit(table, candour=Candour(transcript="network"))
    assert not allows(table.actor("officer"), Permission.ENTER_ROOM, table.review)
    for turn in (phases.start, phases.finish):
        with unit_of_work():
            turn(table.actor(Seating.FACILITATOR), table.review_id, new_key())
        allowed = allows(table.actor("officer"), Permission.ENTER_ROOM, table.review)
        assert allowed == (turn is phases.finish)
    assert not allows(table.actor("stranger"), Permission.ENTER_ROOM, table.review)


def test_another_frozen_version_replaces_the_first_visibly(table: Table) -> None:
    table.open()
    for number in (1, 2):
        add_version(table, number)
    edit(table, plan_version=1)
    told = db.session.query(Notification).filter_by(kind="review-version")
    assert told.count() == 0
    edit(table, plan_version=2)
    assert [row.version for row in queries.frozen_versions(table.review)] == [2, 1]
    named = {seat.person_id for seat in table.review.panel}
    assert {row.person_id for row in told} == named
    page = table.world.client(table.people["officer"]).get(record_path(table.review)).text
    assert "Versions under review" in page
    edit(table, summary="The same version.")
    assert told.count() == len(named)


def test_sections_and_a_question_are_given_to_a_friend_who_sees_them(table: Table) -> None:
    table.open()
    add_version(table, 1, ("k1", 1, "Context"), ("k2", 1, "Actions"), ("k3", 2, "Funding"))
    edit(table, plan_version=1, questions=("Who pays?",))
    lead = table.world.client(table.people[Seating.LEAD])
    seat = next(each for each in table.review.panel if each.role == Seating.FRIEND)
    path = f"{record_path(table.review)}/seats/{seat.id}"
    assert "Funding" in lead.get(path).text
    assert lead.post(path, data={"sections": ["k9"], "question": "", "task": ""}).status_code == 422
    assert lead.post(path, data={"sections": ["k1", "k3"], "question": "Who pays?", "task": ""}).status_code == 303
    page = table.world.client(table.people[Seating.FRIEND]).get(record_path(table.review)).text
    yours = page[page.index('id="yours"') : page.index('id="candour"')]
    assert all(said in yours for said in ("Context", "Funding", "Who pays?"))
    assert "Actions" not in yours
    assert 'id="yours"' not in table.world.client(table.people["officer"]).get(record_path(table.review)).text
    assert table.world.client(table.people[Seating.FRIEND]).post(path, data={}).status_code == 403


def test_the_button_shares_the_chapters_out(table: Table) -> None:
    table.open()
    table.give(Seating.LEAD, "officer", Seating.FRIEND)
    actor = table.actor(Seating.LEAD)
    with pytest.raises(Conflict), unit_of_work():
        sharing.share_out(actor, queries.get_review(actor, table.review_id))
    chapters = [(f"k{n}", 1, f"Chapter {n}") for n in range(5)]
    add_version(table, 1, *chapters, ("deep", 3, "Below"))
    edit(table, plan_version=1, questions=("First?", "Second?"))
    answer = table.world.client(table.people[Seating.LEAD]).post(f"{record_path(table.review)}/share-out")
    assert answer.status_code == 303
    friends = [seat for seat in table.review.panel if seat.role == Seating.FRIEND]
    assert sorted(key for seat in friends for key in seat.sections) == ["k0", "k1", "k2", "k3", "k4"]
    assert [seat.question for seat in friends] == ["First?", "Second?"]


@given(st.integers(0, 40), st.integers(1, 12))
def test_shares_cover_everything_evenly_and_repeat_nothing(count: int, readers: int) -> None:
    keys = [str(number) for number in range(count)]
    dealt = shares(keys, readers)
    loads = [len(share) for share in dealt]
    assert len(dealt) == readers
    assert set(keys) == {key for share in dealt for key in share}
    assert max(loads) - min(loads) <= 1
    assert min(loads) >= min(2, count)
    assert all(len(set(share)) == len(share) for share in dealt)
    read = [sum(key in share for share in dealt) for key in keys]
    assert not read or max(read) - min(read) <= 1


def test_a_title_above_all_chapters_is_no_chapter() -> None:
    made = [PlanSection(position=n, key=f"k{n}", level=level, title="") for n, level in enumerate((1, 2, 3, 2, 2, 2))]
    assert [each.key for each in sharing.worth_sharing(made, 2)] == ["k1", "k3", "k4", "k5"]
    assert [each.key for each in sharing.worth_sharing(made, 3)] == ["k1", "k2", "k3", "k4", "k5"]
    assert sharing.worth_sharing(made[:1], 3) == made[:1]
    assert sharing.worth_sharing([], 3) == []


def test_headings_of_a_plan_are_shown_to_its_readers_only(table: Table) -> None:
    table.open()
    add_version(table, 1, ("k1", 1, "Quicksilver"))
    edit(table, plan_version=1)
    with unit_of_work():
        plan = db.session.get_one(Plan, table.plan.id)
        plan.visibility = "partner"
        save(plan)
        db.session.query(PanelMember).filter_by(role=Seating.FRIEND).one().sections = ["k1"]
    path = record_path(table.review)
    for who, sees in ((Seating.HOST, True), (Seating.EXPERT, True), ("officer", False), (Seating.FRIEND, False)):
        client = table.world.client(table.people[who])
        assert ("Quicksilver" in client.get(path).text) == sees, who
    assert "Quicksilver" not in table.world.client(table.people[Seating.FRIEND]).get(f"{path}/notes").text
