"""What people are told: the list, the count, the mail at once, and the daily mail that never comes twice."""

from datetime import UTC, datetime, timedelta

import pytest

from infocus.accounts.models import Account
from infocus.comments.services import add_comment
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.networks.models import MembershipRow
from infocus.notifications.jobs import daily_mails
from infocus.notifications.models import DigestMark, Notification
from infocus.notifications.queries import own_notifications, unread_count
from infocus.notifications.services import notify
from infocus.records.models import Record, Visibility
from infocus.records.urls import record_path
from tests.library.conftest import pdf as _pdf
from tests.library.conftest import shelf as _shelf
from tests.library.shelf import Shelf
from tests.support.mails import mails, text_of

shelf, pdf = _shelf, _pdf
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def at(moment: datetime) -> None:
    clock.shift(timedelta(0))
    clock.shift(moment - clock.now())


def tell(shelf: Shelf, who: str, note: str, kind: str = "comment", quote: str = "Some words.") -> str:
    with unit_of_work():
        record = db.session.get_one(Record, note)
        row = notify(
            shelf.people[who].id, kind, record, path=record_path(record), by=shelf.people["lead"].id, quote=quote
        )
        assert row is not None
        return row.id


def letters(shelf: Shelf, who: str) -> list[str]:
    account = shelf.people[who].account
    assert account is not None
    return [text_of(mail) for mail in mails(shelf.world.app, account.email)]


def only(shelf: Shelf, who: str, **columns: str) -> None:
    """A daily mail for this person alone; ``columns`` are the person's."""
    with unit_of_work():
        for account in db.session.query(Account):
            account.digest = "daily" if account.person_id == shelf.people[who].id else "never"
            if account.digest == "daily":
                for name, value in columns.items():
                    setattr(account.person, name, value)


def test_nobody_is_told_of_what_they_did(shelf: Shelf) -> None:
    note = shelf.note()
    lead = shelf.people["lead"].id
    with unit_of_work():
        assert notify(lead, "comment", db.session.get_one(Record, note), path="/x", by=lead) is None


def test_the_list_and_the_count(shelf: Shelf) -> None:
    note = shelf.note(title="<i>Spaces</i>")
    made = [tell(shelf, "author", note, quote=f"<b>{number}</b>") for number in range(25)]
    client = shelf.world.client(shelf.people["author"])
    page = client.get("/notifications")
    assert page.text.count("&lt;b&gt;") == 20
    assert "<i>Spaces" not in page.text
    assert unread_count(shelf.actor("author")) == 25
    assert client.get(f"/notifications/{made[0]}").location == record_path(db.session.get_one(Record, note))
    assert unread_count(shelf.actor("author")) == 24
    assert shelf.world.client(shelf.people["ulg"]).get(f"/notifications/{made[1]}").status_code == 404
    assert client.post("/notifications/read").status_code == 303
    assert unread_count(shelf.actor("author")) == 0
    assert own_notifications(shelf.actor("author"), unread=True).items == []
    assert shelf.world.app.test_client().get("/notifications").status_code == 302


def test_what_may_not_be_read_any_more_is_not_told(shelf: Shelf) -> None:
    narrowed, public = shelf.note(), shelf.note(visibility=Visibility.PUBLIC)
    for note in (narrowed, public):
        tell(shelf, "neighbour", note)
    assert unread_count(shelf.actor("neighbour")) == 2
    shelf.show_to(narrowed, Visibility.PARTNER)
    assert unread_count(shelf.actor("neighbour")) == 1
    with unit_of_work():
        db.session.query(MembershipRow).filter_by(person_id=shelf.people["neighbour"].id).one().ended_at = clock.now()
    assert unread_count(shelf.actor("neighbour")) == 0  # a comment goes no wider than the network


def test_a_mention_is_mailed_at_once_and_once(shelf: Shelf, work) -> None:
    at(NOON)
    only(shelf, "lead")
    note = shelf.note()
    name = shelf.people["author"].name
    with unit_of_work():
        add_comment(shelf.actor("neighbour"), db.session.get_one(Record, note), f"@{name}: see <b>page</b> 7.")
    work()
    (letter,) = letters(shelf, "author")
    assert "see <b>page</b> 7." in letter
    assert record_path(db.session.get_one(Record, note)) in letter
    only(shelf, "author")
    daily_mails()
    work()
    assert len([each for each in letters(shelf, "author") if "page</b> 7" in each]) == 1


@pytest.mark.parametrize("meanwhile", ["read", "narrowed"])
def test_a_mention_that_needs_no_mail_gets_none(shelf: Shelf, work, meanwhile: str) -> None:
    at(NOON)
    only(shelf, "lead")
    note = shelf.note()
    row = tell(shelf, "neighbour", note, "mention")
    if meanwhile == "read":
        shelf.world.client(shelf.people["neighbour"]).get(f"/notifications/{row}")
    else:
        shelf.show_to(note, Visibility.PARTNER)
    work()
    assert letters(shelf, "neighbour") == []


@pytest.mark.parametrize(
    ("zone", "hour", "comes"),
    [("UTC", 6, False), ("UTC", 7, True), ("Europe/Lisbon", 6, False), ("Europe/Bucharest", 5, True),
     ("Pacific/Kiritimati", 17, True), ("Pacific/Pago_Pago", 17, False)],
)  # fmt: skip
def test_the_daily_mail_comes_at_seven_where_the_reader_is(
    shelf: Shelf, work, zone: str, hour: int, comes: bool
) -> None:
    only(shelf, "author", time_zone=zone)
    tell(shelf, "author", shelf.note())
    with unit_of_work():
        for row in db.session.query(Notification):
            row.created_at = NOON - timedelta(days=1)
    at(NOON.replace(hour=hour))
    daily_mails()
    work()
    assert bool(letters(shelf, "author")) == comes


def test_the_daily_mail_never_comes_twice(shelf: Shelf, work) -> None:
    at(NOON - timedelta(hours=2))
    only(shelf, "author")
    tell(shelf, "author", shelf.note(), quote="The first day.")
    for hours in (0, 1, 6):
        at(NOON + timedelta(hours=hours))
        daily_mails()
        work()
    assert len(letters(shelf, "author")) == 1
    tell(shelf, "author", shelf.note(), quote="The second day.")
    at(NOON + timedelta(days=1))
    daily_mails()
    work()
    first, second = letters(shelf, "author")
    assert ("The first day." in first, "The first day." in second) == (True, False)
    assert "The second day." in second
    assert db.session.query(DigestMark).count() == 2


def test_a_day_without_news_has_no_mail(shelf: Shelf, work) -> None:
    only(shelf, "author")
    at(NOON)
    daily_mails()
    work()
    assert letters(shelf, "author") == []


def test_it_is_written_in_the_readers_language(shelf: Shelf, work) -> None:
    at(NOON - timedelta(hours=2))
    only(shelf, "author", language="de")
    tell(shelf, "author", shelf.note())
    at(NOON)
    daily_mails()
    work()
    account = shelf.people["author"].account
    assert account is not None
    (mail,) = mails(shelf.world.app, account.email)
    assert 'lang="de"' in mail.as_string().replace("=3D", "=") or "de" in str(mail["Content-Language"])


def test_new_records_are_told_to_those_who_may_read_them(shelf: Shelf, work) -> None:
    at(NOON - timedelta(hours=2))
    shelf.note(title="For the city", visibility=Visibility.PARTNER)
    shelf.note(title="For the network")
    at(NOON)
    for who, expected in (("ulg", (True, True)), ("observer", (False, True)), ("stranger", (False, False))):
        only(shelf, who)
        daily_mails()
        work()
        told = "".join(letters(shelf, who))
        assert ("For the city" in told, "For the network" in told) == expected, who
