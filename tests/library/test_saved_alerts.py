"""What newly answers a saved search is told once, to those who may read it, whatever happens meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from infocus.accounts.models import Account
from infocus.accounts.services import deactivate
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow
from infocus.engines.bound import engines
from infocus.engines.search.port import Query
from infocus.library.saved import alerts, jobs, services
from infocus.library.saved.jobs import begin_round, look_on, read_search
from infocus.library.saved.models import Alert, SavedSearch
from infocus.networks.models import MembershipRow
from infocus.notifications.jobs import daily_mails
from infocus.notifications.models import Notification
from infocus.records.models import Visibility
from infocus.records.services import remove
from infocus.records.services import save as save_record
from tests.library.saving import look, matches, new_count, only_index, rows, save, stored, told
from tests.library.shelf import Note
from tests.support.mails import html_of, mails, text_of

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def at(moment):
    clock.shift(timedelta(0))
    clock.shift(moment - clock.now())


def edit(note_id, **values):
    with unit_of_work():
        note = db.session.get_one(Note, note_id)
        for name, value in values.items():
            setattr(note, name, value)
        save_record(note)


def leave(shelf, who):
    with unit_of_work():
        for row in db.session.query(MembershipRow).filter_by(person_id=shelf.people[who].id):
            row.ended_at = clock.now()


def letters(shelf, who):
    return [
        mail for mail in mails(shelf.world.app, shelf.people[who].account.email) if "what is new" in mail["Subject"]
    ]


def test_what_newly_answers_is_told_with_how_many_and_where(shelf, work):
    saved = save(shelf, "neighbour", name="Places to make things")
    for number in range(3):
        shelf.note(f"A workshop {number}")
    shelf.note("A bridge")
    look(work)
    (only,) = told(shelf, "neighbour")
    assert only.sentence == "3 new results for “Places to make things”, among them “A workshop 2”"
    assert only.row.path == f"/library/saved/{saved}"
    assert len(matches(saved)) == new_count(shelf, "neighbour", saved) == 3
    assert rows() == 1


def test_one_new_answer_is_named(shelf, work):
    save(shelf, "neighbour")
    shelf.note("The workshop 100 % full of %(who)s")
    look(work)
    (only,) = told(shelf, "neighbour")
    assert only.sentence == "1 new result for “Workshops”: “The workshop 100 % full of %(who)s”"


def test_what_answered_at_the_time_of_saving_is_never_told(shelf, work):
    before = [shelf.note(f"Workshop {number}") for number in range(3)]
    work()
    saved = save(shelf, "neighbour")
    assert matches(saved, new=False) == set(before)
    edit(before[0], summary="With a new summary.")
    look(work)
    assert (told(shelf, "neighbour"), new_count(shelf, "neighbour", saved)) == ([], 0)


def test_a_record_edited_ten_times_is_told_once(shelf, work):
    save(shelf, "neighbour")
    note = shelf.note("Workshop")
    for number in range(10):
        edit(note, summary=f"Edition {number}.")
        look(work)
    assert rows() == 1


def test_a_record_that_comes_to_answer_later_is_told(shelf, work):
    note = shelf.note("A bridge")
    work()
    save(shelf, "neighbour")
    edit(note, title="A bridge to the workshop")
    look(work)
    assert [each.row.record_id for each in told(shelf, "neighbour")] == [note]


def test_two_rounds_without_a_change_tell_nothing_and_ask_the_index_nothing(shelf, work, monkeypatch):
    save(shelf, "neighbour")
    shelf.note("Workshop")
    look(work)
    asked: list[Query] = []
    monkeypatch.setattr(engines().search, "search", asked.append)
    begin_round()
    assert db.session.query(OutboxRow).filter_by(kind=jobs.ROUND).count() == 0
    look_on({"until": engines().search.cursor})
    assert (asked, rows()) == ([], 1)


def test_a_filter_of_the_search_counts(shelf, work):
    save(shelf, "neighbour", "q=workshop&partner=ostrava")
    shelf.note("Workshop")
    look(work)
    assert rows() == 0


def test_what_may_not_be_read_is_not_told(shelf, work):
    saved = save(shelf, "neighbour")
    shelf.note("Workshop of the city", Visibility.PARTNER)
    look(work)
    assert (rows(), matches(saved)) == (0, set())


def test_what_was_narrowed_after_it_was_told_is_shown_no_more(shelf, work):
    saved = save(shelf, "neighbour", alert=Alert.MAIL)
    note = shelf.note("Workshop")
    look(work)
    shelf.show_to(note, Visibility.PARTNER)
    assert told(shelf, "neighbour") == []
    assert new_count(shelf, "neighbour", saved) == 0
    assert "Workshop</a>" not in shelf.world.client(shelf.people["neighbour"]).get(f"/library/saved/{saved}").text


def test_ones_own_records_are_not_news(shelf, work):
    saved = save(shelf, "author")
    note = shelf.note("Workshop")
    look(work)
    assert (rows(), new_count(shelf, "author", saved)) == (0, 0)
    assert matches(saved, new=False) == {note}


def test_public_records_of_other_networks_are_told_to_members_only(shelf, work):
    save(shelf, "stranger")
    save(shelf, "admin")
    shelf.note("Workshop", Visibility.PUBLIC)
    look(work)
    assert [len(told(shelf, who)) for who in ("stranger", "admin")] == [1, 0]
    leave(shelf, "stranger")
    assert told(shelf, "stranger") == []


@pytest.mark.parametrize("how", ["left", "deactivated", "removed", "no alert"])
def test_who_left_or_wants_no_alert_gets_none(shelf, work, how):
    saved = save(shelf, "neighbour", alert=Alert.NONE if how == "no alert" else Alert.MAIL)
    if how == "left":
        leave(shelf, "neighbour")
    with unit_of_work():
        if how == "deactivated":
            deactivate(db.session.get_one(Account, shelf.people["neighbour"].id))
        if how == "removed":
            services.remove(shelf.actor("neighbour"), db.session.get_one(SavedSearch, saved))
    shelf.note("Workshop")
    look(work)
    assert rows() == 0
    assert bool(matches(saved)) == (how == "no alert")


def test_a_worker_that_dies_between_two_writes_tells_once(shelf, work, monkeypatch):
    saved = save(shelf, "neighbour")
    shelf.note("Workshop")
    only_index(work)

    def die(*_args, **_more):
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(alerts, "notify", die)
        with pytest.raises(RuntimeError):
            look_on({"until": engines().search.cursor})
    db.session.rollback()
    assert (rows(), matches(saved), stored(saved).cursor) == (0, set(), 0)
    for _again in range(2):
        look_on({"until": engines().search.cursor})
    assert (rows(), len(matches(saved))) == (1, 1)


def test_two_workers_with_the_same_finding_tell_once(shelf, work):
    save(shelf, "neighbour")
    shelf.note("Workshop")
    only_index(work)
    first, second = (alerts.look(engines().search.cursor, read_search) for _worker in range(2))
    for found in (first, second):
        with unit_of_work():
            for finding in found:
                alerts.keep(finding)
    assert rows() == 1


def test_rights_lost_between_asking_and_storing_are_felt(shelf, work):
    saved = save(shelf, "neighbour")
    note = shelf.note("Workshop")
    only_index(work)
    (finding,) = alerts.look(engines().search.cursor, read_search)
    assert finding.records == {note}
    shelf.show_to(note, Visibility.PARTNER)
    with unit_of_work():
        alerts.keep(finding)
    assert (rows(), matches(saved)) == (0, set())


def test_a_removed_record_is_not_told(shelf, work):
    save(shelf, "neighbour")
    note = shelf.note("Workshop")
    with unit_of_work():
        remove(db.session.get_one(Note, note))
    look(work)
    assert rows() == 0


def test_many_searches_take_as_many_rows_of_work_as_they_need(shelf, work, monkeypatch):
    monkeypatch.setattr(alerts, "SLICE", 2)
    for number in range(5):
        save(shelf, "neighbour", f"q=workshop&year={2010 + number}", name=f"Search {number}")
    everything = save(shelf, "lead", "q=workshop")
    shelf.note("Workshop")
    look(work)
    assert {row.cursor for row in db.session.query(SavedSearch)} == {engines().search.cursor}
    assert len(matches(everything)) == 1
    assert db.session.query(OutboxRow).filter_by(kind=jobs.ROUND).count() == 0


def test_very_many_changes_are_read_bit_by_bit(shelf, work, monkeypatch):
    monkeypatch.setattr(alerts, "CHANGES", 3)
    saved = save(shelf, "neighbour")
    made = {shelf.note(f"Workshop {number}") for number in range(8)}
    look(work)
    assert matches(saved) == made
    assert stored(saved).cursor == engines().search.cursor


def test_a_search_that_cannot_be_asked_does_not_hold_up_the_others(shelf, work, monkeypatch):
    broken, whole = save(shelf, "neighbour", "q=workshop"), save(shelf, "lead", "q=workshop")
    with unit_of_work():
        db.session.get_one(SavedSearch, broken).search = "q=%00%ff%zz&&&=&type=" + "x" * 5000
    shelf.note("Workshop")
    look(work)
    assert len(matches(whole)) == 1
    assert stored(broken).cursor == stored(whole).cursor


def test_a_round_costs_one_question_a_search_and_few_statements(shelf, work, monkeypatch):
    people = [who for who in shelf.people if who not in {"admin", "stranger", "author"}]
    for who in people:
        for number in range(3):
            save(shelf, who, f"q=workshop&year={2017 + number}", name=str(number))
    shelf.note("Bridge")
    only_index(work)
    asked, statements = [], []
    real = engines().search.search

    def search(query):
        asked.append(query)
        return real(query)

    monkeypatch.setattr(engines().search, "search", search)
    db.session.rollback()

    def note(*args):
        statements.append(args[2])

    event.listen(db.engine, "before_cursor_execute", note)
    look_on({"until": engines().search.cursor})
    event.remove(db.engine, "before_cursor_execute", note)
    assert len(asked) == 3 * len(people)
    assert all(len(query.filters["record"]) == 1 for query in asked)
    assert len(statements) < 7 * len(asked)


def test_the_daily_mail_has_what_was_chosen_for_it(shelf, work):
    at(NOON - timedelta(hours=7))
    save(shelf, "neighbour", alert=Alert.MAIL, name="By <b>mail</b>")
    save(shelf, "lead", alert=Alert.PAGE, name="On the page")
    shelf.note("Workshop of makers")
    look(work)
    at(NOON)
    daily_mails()
    work()
    (mail,) = letters(shelf, "neighbour")
    assert "1 new result for “By <b>mail</b>”: “Workshop of makers”" in text_of(mail)
    assert "/library/saved/" in text_of(mail)
    assert "By &lt;b&gt;mail&lt;/b&gt;" in html_of(mail)
    assert "On the page" not in "".join(text_of(mail) for mail in letters(shelf, "lead"))
    assert len(told(shelf, "lead")) == 1
    daily_mails()
    work()
    assert len(letters(shelf, "neighbour")) == 1


@pytest.mark.parametrize("how", ["left", "narrowed", "looked", "removed"])
def test_the_daily_mail_asks_for_rights_again(shelf, work, how):
    at(NOON - timedelta(hours=7))
    saved = save(shelf, "neighbour", alert=Alert.MAIL)
    note = shelf.note("Workshop of makers")
    look(work)
    client = shelf.world.client(shelf.people["neighbour"])
    if how == "left":
        leave(shelf, "neighbour")
    if how == "narrowed":
        shelf.show_to(note, Visibility.PARTNER)
    if how == "looked":
        assert "Workshop of makers" in client.get(f"/library/saved/{saved}").text
    if how == "removed":
        client.post(f"/library/saved/{saved}/remove")
    at(NOON)
    daily_mails()
    work()
    assert all("new result" not in text_of(mail) for mail in letters(shelf, "neighbour"))
    assert db.session.query(Notification).filter_by(read_at=None).count() == (0 if how in {"looked", "removed"} else 1)


def test_a_name_with_signs_is_told_as_it_is(shelf, work):
    save(shelf, "neighbour", name="100 % %s %(title)s")
    shelf.note("Workshop")
    look(work)
    (only,) = told(shelf, "neighbour")
    assert "“100 % %s %(title)s”" in only.sentence
