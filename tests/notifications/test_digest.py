"""The digest: grouped, in the reader's language, on the reader's clock, stopped by one click."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from infocus.accounts.models import Account
from infocus.core.db import db, unit_of_work
from infocus.notifications.choosing.models import MailChoice
from infocus.notifications.choosing.queries import after_the_night
from infocus.notifications.digest import last_monday
from infocus.notifications.jobs import daily_mails
from infocus.notifications.models import DigestMark, Notification
from infocus.notifications.services import notify
from infocus.notifications.watching.models import Watch
from infocus.records.models import Record
from infocus.records.urls import record_path
from tests.library.conftest import pdf as _pdf
from tests.library.conftest import shelf as _shelf
from tests.library.shelf import Shelf
from tests.notifications.clockwork import NOON, at, sent, set_mail
from tests.support.mails import html_of, text_of

shelf, pdf = _shelf, _pdf
WARSAW, AZORES = ZoneInfo("Europe/Warsaw"), ZoneInfo("Atlantic/Azores")


def tell(shelf: Shelf, note: str, quote: str, kind: str = "comment", who: str = "author") -> None:
    with unit_of_work():
        record, by = db.session.get_one(Record, note), shelf.people["lead"].id
        notify(shelf.people[who].id, kind, record, path=record_path(record), by=by, quote=quote)


def digests(work) -> None:
    daily_mails()
    work()


def test_it_is_grouped_by_record_newest_first_and_says_why(shelf: Shelf, work) -> None:
    at(NOON - timedelta(days=1))
    set_mail(shelf, "daily", "author")
    one, two = shelf.note(title="Spaces"), shelf.note(title="Tools")
    for note, quote in ((one, "First."), (two, "Second."), (one, "Third.")):
        tell(shelf, note, quote)
    at(NOON)
    digests(work)
    (mail,) = sent(shelf, "author")
    text = text_of(mail)
    places = [text.index(words) for words in ("Spaces", "Third.", "First.", "Tools", "Second.")]
    assert places == sorted(places)
    assert text.count("because you wrote it") == 3
    assert "because you wrote it" in html_of(mail)


def test_a_digest_that_cannot_be_written_holds_up_nobody(shelf: Shelf, work) -> None:
    at(NOON - timedelta(days=1))
    first, second = sorted(("author", "neighbour"), key=lambda who: shelf.people[who].id)
    for who in (first, second):
        set_mail(shelf, "daily", who)
    note = shelf.note()
    tell(shelf, note, "Lost for now.", who=first)
    tell(shelf, note, "Arrives.", who=second)
    with unit_of_work():  # a kind that this version does not know, as after a step back
        db.session.execute(
            update(Notification).where(Notification.person_id == shelf.people[first].id).values(kind="x")
        )
    at(NOON)
    digests(work)
    assert sent(shelf, first) == []
    (mail,) = sent(shelf, second)
    assert "Arrives." in text_of(mail)


def test_what_does_not_fit_comes_the_next_day(shelf: Shelf, work) -> None:
    at(NOON - timedelta(days=1))
    set_mail(shelf, "daily", "author")
    note = shelf.note()
    for number in range(25):
        tell(shelf, note, f"Word {number}.")
    for day in range(2):
        at(NOON + timedelta(days=day))
        digests(work)
    first, second = (text_of(mail) for mail in sent(shelf, "author"))
    told = [number for text in (first, second) for number in range(25) if f"Word {number}." in text]
    assert (first.count("Word "), sorted(told)) == (20, list(range(25)))
    assert "and 5 more things" in first


def test_a_weekly_reader_has_one_mail_on_monday_and_new_records_of_the_week(shelf: Shelf, work) -> None:
    at(NOON)
    set_mail(shelf, "weekly", "observer")
    digests(work)  # a day is looked at before anything happened
    at(NOON + timedelta(hours=1))
    shelf.note(title="Shared on Tuesday")
    for days in range(1, 8):
        at(NOON + timedelta(days=days))
        digests(work)
    (mail,) = sent(shelf, "observer")
    assert "Shared on Tuesday" in text_of(mail)
    assert "this week" in str(mail["Subject"])


def test_who_turns_mail_on_again_gets_what_happens_from_then_on(shelf: Shelf, work) -> None:
    at(NOON - timedelta(days=2))
    set_mail(shelf, "never")
    tell(shelf, shelf.note(), "Long ago.")
    form = {"often": "daily", "quiet_from": "21", "quiet_until": "7"}
    assert shelf.world.client(shelf.people["author"]).post("/notifications/mail", data=form).status_code == 303
    tell(shelf, shelf.note(), "Today.")
    at(NOON)
    digests(work)
    (mail,) = sent(shelf, "author")
    assert ("Long ago." in text_of(mail), "Today." in text_of(mail)) == (False, True)


@pytest.mark.parametrize(
    ("zone", "now", "morning"),
    [
        # Usual nights, before and after midnight; by day it is now.
        (WARSAW, datetime(2026, 11, 24, 21, 30, tzinfo=UTC), datetime(2026, 11, 25, 6, tzinfo=UTC)),
        (WARSAW, datetime(2026, 11, 25, 3, 0, tzinfo=UTC), datetime(2026, 11, 25, 6, tzinfo=UTC)),
        (WARSAW, datetime(2026, 11, 25, 12, 0, tzinfo=UTC), datetime(2026, 11, 25, 12, tzinfo=UTC)),
        # The clock goes forward on 29 March, back on 25 October: seven on the wall all the same.
        (WARSAW, datetime(2026, 3, 28, 22, 0, tzinfo=UTC), datetime(2026, 3, 29, 5, tzinfo=UTC)),
        (WARSAW, datetime(2026, 10, 24, 22, 0, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC)),
        # At one in the morning the hour from zero to one does not exist on the Azores.
        (AZORES, datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 7, tzinfo=UTC)),
    ],
)
def test_quiet_hours_end_when_the_clock_on_the_wall_says_so(zone: ZoneInfo, now: datetime, morning: datetime) -> None:
    assert after_the_night(now, zone, 21, 7) == morning


def test_quiet_hours_alike_are_none_and_may_lie_within_a_day() -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    assert after_the_night(noon, ZoneInfo("UTC"), 9, 9) == noon
    assert after_the_night(noon, ZoneInfo("UTC"), 11, 14) == noon.replace(hour=14)


def test_monday_is_the_readers() -> None:
    early = datetime(2026, 10, 26, 5, 30, tzinfo=UTC)  # half past six in Warsaw, the day after the clock went back
    assert last_monday(early, WARSAW) == datetime(2026, 10, 19, 5, tzinfo=UTC)
    assert last_monday(early + timedelta(hours=1), WARSAW) == datetime(2026, 10, 26, 6, tzinfo=UTC)


@pytest.mark.parametrize("day", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
def test_on_the_days_the_clock_changes_there_is_one_mail_at_seven(shelf: Shelf, work, day: datetime) -> None:
    at(day - timedelta(hours=12))
    set_mail(shelf, "daily", "author", time_zone="Europe/Warsaw")
    tell(shelf, shelf.note(), "Over night.")
    with_mail = []
    for hour in range(24):
        at(day + timedelta(hours=hour))
        daily_mails()
        with_mail.append(_marks(shelf))
    work()
    seven = 5 if day.month == 3 else 6
    assert with_mail.index(True) == seven
    assert len(sent(shelf, "author")) == 1


def _marks(shelf: Shelf) -> bool:

    return db.session.query(DigestMark).filter_by(person_id=shelf.people["author"].id).count() > 0


@pytest.mark.parametrize(("kind", "stops"), [("comment", "digest"), ("mention", "direct")])
def test_one_click_stops_the_mail_without_an_account(shelf: Shelf, work, kind: str, stops: str) -> None:
    at(NOON - timedelta(days=1))
    set_mail(shelf, "daily", "author")
    note = shelf.note()
    digests(work)  # today's is made: what is told now comes at once, or tomorrow
    tell(shelf, note, "Words.", kind)
    work()
    at(NOON)
    digests(work)
    mail = next(mail for mail in sent(shelf, "author") if "Words." in text_of(mail))
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = "/" + str(mail["List-Unsubscribe"]).strip("<>").split("/", 3)[3]
    stranger = shelf.world.app.test_client()
    assert stranger.get(path).status_code == 200
    assert _choices(shelf) == ("daily", True), "opening the page stops nothing: mail scanners open links"
    for _click in range(2):
        assert stranger.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert _choices(shelf) == (("never", True) if stops == "digest" else ("daily", False))
    forged = path[:-2] + ("aa" if path[-2:] != "aa" else "bb")
    assert stranger.post(forged).status_code == 404


def _choices(shelf: Shelf) -> tuple[str, bool]:
    db.session.rollback()
    person = shelf.people["author"].id
    choice = db.session.get(MailChoice, person)
    return db.session.get_one(Account, person).digest, choice is None or choice.direct


def test_one_click_on_the_mail_of_a_watch_leaves_it_in_the_page(shelf: Shelf, work) -> None:
    at(NOON)
    set_mail(shelf, "at-once", "author")
    note = shelf.note()
    tell(shelf, note, "A word.")
    work()
    (mail,) = sent(shelf, "author")
    path = "/" + str(mail["List-Unsubscribe"]).strip("<>").split("/", 3)[3]
    shelf.world.app.test_client().post(path)
    assert db.session.get_one(Account, shelf.people["author"].id).digest == "never"
    assert db.session.query(Watch).count() == 0


def test_the_page_of_my_mail_keeps_what_is_wrong_beside_its_field(shelf: Shelf) -> None:
    client = shelf.world.client(shelf.people["author"])
    good = {"often": "weekly", "direct": "y", "quiet_from": "22", "quiet_until": "6"}
    assert client.post("/notifications/mail", data=good | {"often": "hourly"}).status_code == 422
    assert client.post("/notifications/mail", data=good | {"quiet_from": "25"}).status_code == 422
    assert client.post("/notifications/mail", data=good).status_code in {302, 303}
    choice = db.session.get_one(MailChoice, shelf.people["author"].id)
    assert (choice.direct, choice.quiet_from, choice.quiet_until) == (True, 22, 6)
    assert "22:00" in client.get("/notifications/mail").text
    assert "One mail a week" in client.get("/me").text
