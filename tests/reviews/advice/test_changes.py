"""The change that answered it: offered when a new version is read, confirmed or linked by hand, shown word by word."""

from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.differences import Words
from infocus.core.events import emit
from infocus.core.ids import new_id
from infocus.notifications.models import Notification
from infocus.plans.events import VersionRead
from infocus.plans.models import Plan, PlanSection, PlanVersion
from infocus.reviews.advice.changed import near
from infocus.reviews.advice.models import ChangeOffer, Recommendation
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating
from tests.reviews.advice.advised import advise, answer_all, ask, get, post, rows
from tests.reviews.tables import Table
from tests.support.mails import mails, path_in, text_of

OLD = {"needs": "The city has lost its largest employer and seeks new ones.", "money": "The group approves costs."}
NEW = OLD | {"money": "The group approves costs; two of its members may return one, once."}


def add_version(table: Table, number: int, texts: dict[str, str]) -> None:
    """A version of the plan with these sections, as if its file had been read."""
    with unit_of_work():
        version = PlanVersion(
            id=new_id(), plan_id=table.plan.id, number=number, created_by=table.people[Seating.HOST].id
        )
        version.sections = [
            PlanSection(position=at, key=key, number=str(at), title=key.title(), text=text)
            for at, (key, text) in enumerate(texts.items(), 1)
        ]
        db.session.add(version)


def read(table: Table, number: int) -> None:
    """The version is read, once more."""
    with unit_of_work():
        emit(VersionRead(table.plan.id, number))


@pytest.fixture
def advised(table: Table) -> list[str]:
    """Version 1 was reviewed; the second recommendation is about the money, the first about nothing named."""
    add_version(table, 1, OLD)
    db.session.expire_all()
    ids = advise(table)
    with unit_of_work():
        db.session.get_one(Review, table.review_id).plan_version = 1
        row = db.session.get_one(Recommendation, ids[1])
        row.section, row.section_title = "money", "2 Money"
        db.session.get_one(Plan, table.plan.id)
    answer_all(table, ids)
    return ids


def test_a_section_that_changed_is_offered_to_the_host_once(table: Table, advised: list[str]) -> None:
    add_version(table, 2, NEW)
    read(table, 2)
    read(table, 2)
    (offer,) = db.session.query(ChangeOffer).all()
    assert (offer.recommendation_id, offer.section) == (advised[1], "money")
    host = get(table, Seating.HOST).text
    assert "Is this the answer?" in host
    assert "<ins>" in host
    assert "Is this the answer?" not in get(table, Seating.FRIEND).text
    told = db.session.query(Notification).filter_by(kind="advice-offered").all()
    assert [row.person_id for row in told] == [table.people[Seating.HOST].id]


def test_a_version_that_changed_other_sections_offers_nothing(table: Table, advised: list[str]) -> None:
    add_version(table, 2, OLD | {"needs": "Another text."})
    read(table, 2)
    assert db.session.query(ChangeOffer).count() == 0


def test_the_host_confirms_and_the_table_shows_what_changed(table: Table, advised: list[str]) -> None:
    add_version(table, 2, NEW)
    read(table, 2)
    form = {"plan_version": "2", "section": "money", "version": "2"}
    assert post(table, Seating.FRIEND, f"/{advised[1]}/change", **form).status_code == 403
    assert post(table, Seating.HOST, f"/{advised[1]}/change", **form).status_code == 303
    page = get(table, Seating.FRIEND).text
    assert "Changed in version 2" in page
    assert "<ins>; two of its members may return one, once</ins>" in page.replace("<ins>;  ", "<ins>; ")
    assert "Is this the answer?" not in get(table, Seating.HOST).text


def test_what_is_not_the_answer_is_not_offered_again(table: Table, advised: list[str]) -> None:
    add_version(table, 2, NEW)
    read(table, 2)
    assert post(table, Seating.HOST, f"/{advised[1]}/change", no="1").status_code == 303
    read(table, 2)
    assert "Is this the answer?" not in get(table, Seating.HOST).text
    assert rows(table)[1].changed_in is None


def test_a_change_is_linked_by_hand_and_taken_back(table: Table, advised: list[str]) -> None:
    add_version(table, 2, NEW)
    form = get(table, Seating.HOST, f"?row={advised[0]}&form=progress").text
    assert 'name="plan_version"' in form
    for wrong in ({"plan_version": "1"}, {"plan_version": "7"}, {"plan_version": "2", "section": "unknown"}):
        post(table, Seating.HOST, f"/{advised[0]}/change", **wrong)
        assert rows(table)[0].changed_in is None, wrong
    post(table, Seating.HOST, f"/{advised[0]}/change", plan_version="2", section="")
    assert rows(table)[0].changed_in == 2
    post(table, Seating.HOST, f"/{advised[0]}/change", plan_version="")
    assert rows(table)[0].changed_in is None


def test_a_change_linked_after_the_agreement_is_told_to_whose_advice_it_was(
    table: Table, app, work, advised: list[str]
) -> None:
    ask(table, "manager", "manager@city.example")
    work()
    app.test_client().post(path_in(mails(app, "manager@city.example")[0]), data={"verdict": "agree"})
    work()
    before = len(mails(app))
    add_version(table, 2, NEW)
    post(table, Seating.HOST, f"/{advised[1]}/change", plan_version="2", section="money")
    post(table, Seating.HOST, f"/{advised[0]}/change", plan_version="2", section="")
    clock.shift(timedelta(hours=2))
    work()
    news = [text_of(mail) for mail in mails(app)[before:] if "news of your advice" in str(mail["Subject"])]
    assert len(news) == 2  # the friend and the expert, one letter each
    assert all("In the plan since version 2." in text for text in news)


def test_a_plan_that_is_read_late_gives_the_headings_their_keys(table: Table, advised: list[str]) -> None:
    with unit_of_work():
        row = db.session.get_one(Recommendation, advised[0])
        row.section_title, row.changed_in = "1 Needs", 2
    add_version(table, 2, NEW)
    read(table, 1)
    assert (rows(table)[0].section, rows(table)[0].changed_section) == ("needs", "needs")


def test_long_stretches_that_stayed_become_an_ellipsis() -> None:
    long = "word " * 200
    shown = near([Words("same", long), Words("added", "new "), Words("same", long), Words("removed", "old")])
    assert [kind for kind, _text in shown] == ["same", "came", "same", "went"]
    assert all(len(text) < 160 for _kind, text in shown)
    assert "…" in shown[0][1]
    assert len(near([Words("added", "x" * 5_000)])[0][1]) <= 481
    assert near([Words("same", "as it was")]) == []


def test_a_section_written_anew_from_its_title_on_is_shown_in_its_place(table: Table, advised: list[str]) -> None:
    add_version(table, 2, {"owned": "We begin with what we own.", "money": OLD["money"]})
    with unit_of_work():
        db.session.get_one(Recommendation, advised[0]).section = "needs"
    post(table, Seating.HOST, f"/{advised[0]}/change", plan_version="2", section="needs")
    page = get(table, Seating.FRIEND).text
    assert "Changed in version 2, 1 Owned" in page
    assert "<ins>We begin with what we own.</ins>" in page
