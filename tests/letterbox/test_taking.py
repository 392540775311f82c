"""Mail in: an answer becomes a comment, once; machines, forgers and strangers get nothing, and nothing gets out."""

from datetime import timedelta

import pytest
from flask import Flask

from infocus.accounts import bouncing
from infocus.accounts.letters import post
from infocus.accounts.models import MailTrouble
from infocus.comments.models import Comment
from infocus.comments.services import add_comment
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.web.boxes import box_of
from infocus.engines.bound import engines
from infocus.engines.storage.port import Missing
from infocus.letterbox import taking
from infocus.letterbox.models import LetterCount, MailedFile, Outcome
from infocus.letterbox.services import meeting_address
from infocus.meetings.models import Output
from infocus.meetings.services import create_meeting
from infocus.notifications.answering.models import ReplyAddress
from infocus.notifications.answering.services import address_for
from infocus.records.models import Record, Visibility
from tests.letterbox.letters import bounce, email, letter
from tests.library.shelf import Shelf
from tests.notifications.clockwork import NOON, at, sent, set_mail
from tests.support.mails import text_of

LIMIT = 200_000


def asked(shelf: Shelf, who: str = "author") -> tuple[str, str, str]:
    """A note somebody commented on, the comment, and the address at which one of the people answers."""
    note = shelf.note()
    with unit_of_work():
        comment = add_comment(shelf.actor("lead"), db.session.get_one(Record, note), "A word.").id
        return note, comment, address_for(shelf.people[who].id, note, comment)


def comments(note: str) -> list[tuple[str, str, str | None]]:
    db.session.rollback()
    rows = db.session.query(Comment).filter_by(record_id=note).order_by(Comment.id)
    return [(row.author_id, row.text, row.reply_to) for row in rows]


def test_a_reply_becomes_an_answer_in_the_thread_once(shelf: Shelf, letterbox: Flask) -> None:
    note, comment, address = asked(shelf)
    raw = letter(f"Maria <{email(shelf, 'author').upper()}>", address).as_bytes()
    assert taking.take(raw, address.upper(), LIMIT) == Outcome.COMMENT
    assert taking.take(raw, address, LIMIT) == Outcome.TWICE
    assert comments(note)[1:] == [(shelf.people["author"].id, "I think so, too.", comment)]
    assert len(address.partition("@")[0]) <= 64


@pytest.mark.parametrize(
    ("headers", "outcome"),
    [
        ({"Auto_Submitted": "auto-replied (vacation)"}, Outcome.AUTOMATIC),
        ({"Precedence": "bulk"}, Outcome.AUTOMATIC),
        ({"X_Auto_Response_Suppress": "All"}, Outcome.AUTOMATIC),
        ({"List_Id": "<a.list.example>"}, Outcome.AUTOMATIC),
        ({"Auto_Submitted": "no"}, Outcome.COMMENT),
        ({"Authentication_Results": "mx.example; dmarc=fail header.from=x"}, Outcome.FORGED),
    ],
)
def test_machines_and_forgers_are_counted_and_answered_by_nothing(
    shelf: Shelf, letterbox: Flask, work, headers: dict[str, str], outcome: Outcome
) -> None:
    note, _comment, address = asked(shelf)
    set_mail(shelf, "never")
    assert taking.take(letter(email(shelf, "author"), address, **headers).as_bytes(), address, LIMIT) == outcome
    work()
    assert len(comments(note)) == (2 if outcome == Outcome.COMMENT else 1)
    assert sent(shelf, "author") == []
    assert db.session.get_one(LetterCount, outcome.value).count == 1


def test_only_the_person_of_an_address_writes_there(shelf: Shelf, letterbox: Flask) -> None:
    note, _comment, address = asked(shelf)
    for sender in (email(shelf, "neighbour"), "x@evil.example", f"{email(shelf, 'author')}, x@evil.example"):
        assert taking.take(letter(sender, address).as_bytes(), address, LIMIT) == Outcome.FORGED
    local, _at, domain = address.partition("@")
    forged = f"{local[:-3]}aaa@{domain}"
    mine = email(shelf, "author")
    assert taking.take(letter(mine, forged).as_bytes(), forged, LIMIT) == Outcome.UNKNOWN
    with unit_of_work():  # whoever can write into the database alone can make no address
        db.session.add(ReplyAddress(key="a" * 24, person_id=shelf.people["author"].id, record_id=note))
    planted = f"r-{'a' * 24}@{domain}"
    assert taking.take(letter(mine, planted).as_bytes(), planted, LIMIT) == Outcome.UNKNOWN
    assert taking.take(letter(mine, address).as_bytes(), address, LIMIT, "") == Outcome.AUTOMATIC
    assert len(comments(note)) == 1


def test_who_lost_the_right_is_told_once_and_without_the_words_of_others(shelf: Shelf, letterbox: Flask, work) -> None:
    note, _comment, address = asked(shelf, "neighbour")
    set_mail(shelf, "never")
    shelf.show_to(note, Visibility.PARTNER)
    raw = letter(email(shelf, "neighbour"), address).as_bytes()
    assert [taking.take(raw, address, LIMIT) for _time in range(2)] == [Outcome.NOT_ALLOWED, Outcome.TWICE]
    work()
    (mail,) = sent(shelf, "neighbour")
    assert mail["In-Reply-To"] == "<one@people.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "A word." not in text_of(mail)


def test_one_person_gets_few_such_letters_in_a_day(shelf: Shelf, letterbox: Flask, work) -> None:
    _note, _comment, address = asked(shelf)
    set_mail(shelf, "never")
    for number in range(8):
        raw = letter(email(shelf, "author"), address, "> only quoted\n", Message_ID=f"<{number}@x>").as_bytes()
        assert taking.take(raw, address, LIMIT) == Outcome.EMPTY
    work()
    assert len(sent(shelf, "author")) == taking.ANSWERS_A_DAY


@pytest.mark.parametrize(
    "raw",
    [b"", b"\x00\xff" * 1000, b"From: =?utf-8?q?=ff?= <\r\n\r\n", b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
     + b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 5000,
     b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)),
     b"From: a@b.c\r\nContent-Type: text/plain; charset=none\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!"],
)  # fmt: skip
def test_what_is_no_mail_is_refused_and_nothing_breaks(shelf: Shelf, letterbox: Flask, raw: bytes) -> None:
    note, _comment, address = asked(shelf)
    assert taking.take(raw, address, LIMIT) in {Outcome.BROKEN, Outcome.FORGED}
    assert len(comments(note)) == 1


def meeting_of(shelf: Shelf, who: str = "author") -> tuple[str, str]:
    with unit_of_work():
        values = {"title": "Meeting in Porto", "starts": "2026-11-24", "host": "porto"}
        meeting = create_meeting(shelf.actor("lead"), shelf.network, values)
        return meeting.id, meeting_address(shelf.actor(who), meeting, make=True)


def with_files(shelf: Shelf, who: str, to: str) -> bytes:
    mail = letter(email(shelf, who), to, "Here they are.", Subject="Slides")
    mail.add_attachment(b"The text of the notes.", maintype="text", subtype="plain", filename="../../notes.txt")
    mail.add_attachment(b"MZ\x90\x00" * 100, maintype="application", subtype="pdf", filename="paper.pdf")
    mail.add_attachment(b"The text of a large file. " * 10_000, maintype="text", subtype="plain", filename="big.txt")
    return mail.as_bytes()


def test_files_wait_for_their_sender_who_makes_outputs_of_them(shelf: Shelf, letterbox: Flask, work) -> None:
    set_mail(shelf, "never")
    meeting, address = meeting_of(shelf)
    raw = with_files(shelf, "author", address)
    assert [taking.take(raw, address, LIMIT) for _time in range(2)] == [Outcome.FILES, Outcome.TWICE]
    row = db.session.query(MailedFile).one()
    assert (row.file_name, row.subject) == ("notes.txt", "Slides")
    work()
    (told,) = sent(shelf, "author")
    assert "paper.pdf" in text_of(told)
    assert "big.txt" in text_of(told)
    author, other = (shelf.world.client(shelf.people[who]) for who in ("author", "coordinator"))
    page = f"/in-focus/meetings/{meeting}/by-mail"
    assert "notes.txt" in author.get(page).text
    assert "notes.txt" not in other.get(page).text
    assert other.post(f"{page}/{row.id}", data={}).status_code == 404
    form = {f"{row.id}-{name}": value for name, value in {"title": "", "kind": "paper", "language": "en"}.items()}
    form[f"{row.id}-visibility"] = "network"
    assert author.post(f"{page}/{row.id}", data=form).status_code == 422
    assert author.post(f"{page}/{row.id}", data=form | {f"{row.id}-title": "Notes"}).status_code == 303
    assert [output.title for output in db.session.query(Output)] == ["Notes"]
    assert db.session.query(MailedFile).count() == 0


def test_nobody_else_sends_files_and_what_nobody_confirms_is_dropped(shelf: Shelf, letterbox: Flask) -> None:
    _meeting, address = meeting_of(shelf)
    assert taking.take(with_files(shelf, "coordinator", address), address, LIMIT) == Outcome.FORGED
    assert taking.take(with_files(shelf, "author", address), address, LIMIT) == Outcome.FILES
    at(clock.now() + timedelta(days=31))
    with unit_of_work():
        taking.purge()
    assert db.session.query(MailedFile).count() == 0


def test_without_a_letterbox_there_is_no_address(shelf: Shelf, app: Flask) -> None:
    assert asked(shelf)[2] == ""
    assert box_of("r-" + "a" * 24 + "@in.example") is None


def test_mail_that_came_back_for_good_stops_mail_until_it_is_tried_again(shelf: Shelf, letterbox: Flask, work) -> None:
    at(NOON)
    set_mail(shelf, "never")
    mine = email(shelf, "author")
    address = bouncing.bounce_address(mine)
    for status in ("5.1.1", "5.1.2"):
        assert taking.take(bounce(address, mine, status), address, LIMIT, "") == Outcome.BOUNCE
    assert taking.take(bounce(address, mine, "4.2.2", "delayed"), address, LIMIT, "") == Outcome.BOUNCE
    assert taking.take(bounce(address, "x@other.example", "5.7.1"), address, LIMIT, "") == Outcome.UNKNOWN
    assert db.session.get_one(MailTrouble, mine).stopped_at is None
    assert taking.take(bounce(address, mine, "5.1.10"), address, LIMIT, "") == Outcome.BOUNCE
    row = db.session.get_one(MailTrouble, mine)
    assert (row.hard, row.soft) == (3, 1)
    with unit_of_work():
        post(mine, "en", "sign_in_link", name="", key="k", target="/")
        post(mine, "en", "password_changed", name="")
    work()
    assert len(sent(shelf, "author")) == 1, "what somebody asks for still goes out"
    client = shelf.world.client(shelf.people["author"])
    assert "No mail goes to your address any more" in client.get("/me").text
    assert client.post("/me/mail-again").status_code == 303
    assert "No mail goes" not in client.get("/me").text
    with unit_of_work():
        post(mine, "en", "password_changed", name="")
    work()
    assert len(sent(shelf, "author")) == 2
    metrics = letterbox.test_client().get("/metrics").text
    assert 'infocus_letters_total{outcome="bounce"} 4.0' in metrics


def test_a_stored_file_goes_with_a_row_that_is_dropped(shelf: Shelf, letterbox: Flask) -> None:
    meeting, address = meeting_of(shelf)
    taking.take(with_files(shelf, "author", address), address, LIMIT)
    row = db.session.query(MailedFile).one()
    key, client = row.storage_key, shelf.world.client(shelf.people["author"])
    assert client.post(f"/in-focus/meetings/{meeting}/by-mail/{row.id}", data={"drop": "1"}).status_code == 303
    assert db.session.query(MailedFile).count() == 0
    with pytest.raises(Missing), engines().storage.open(key):
        pass
