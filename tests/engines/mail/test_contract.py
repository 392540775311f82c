"""What every mailer must do, run on each adapter."""

from dataclasses import replace
from typing import Any

import pytest

from infocus.engines.mail import Attachment, MailRefused, Message
from tests.engines.mail.conftest import Way

PLAIN = Message(to="maria@porto.example", subject="New in the network", text="Hello\nThree practices.\n")
TEN = "Ñandú eskerrik ção perché příliš știință zażółć Größe œuvre l’emploi – 10 € ✓"


def test_a_mail_arrives_whole_in_every_alphabet(way: Way) -> None:
    way.mailer.send(replace(PLAIN, to="José Ñúñez <jose@bilbao.example>", subject=TEN, text=TEN, html=f"<p>{TEN}</p>"))
    (mail,) = way.arrived()
    assert mail["Subject"] == TEN
    assert mail["To"].addresses[0].display_name == "José Ñúñez"
    assert mail["From"] == "In Focus Exchange <exchange@infocus.example>"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().strip() == TEN
    assert html.get_content().strip() == f"<p>{TEN}</p>"


def test_a_mail_says_that_a_machine_wrote_it_and_when(way: Way) -> None:
    way.mailer.send(PLAIN)
    (mail,) = way.arrived()
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime is not None
    assert mail["Message-ID"].endswith("@infocus.example>")


def test_answers_threads_and_unsubscribing_keep_their_headers(way: Way) -> None:
    way.mailer.send(
        replace(
            PLAIN,
            reply_to="Ana <ana@porto.example>",
            message_id="<0190.1@infocus.example>",
            headers={
                "List-Unsubscribe": "<https://x.example/u?t=1>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
    )
    (mail,) = way.arrived()
    assert mail["Reply-To"] == "Ana <ana@porto.example>"
    assert mail["Message-ID"] == "<0190.1@infocus.example>"
    assert mail["List-Unsubscribe"] == "<https://x.example/u?t=1>"


def test_a_file_goes_with_a_mail_under_its_type_and_name(way: Way) -> None:
    calendar = Attachment(
        name="Größe.ics", text=f"BEGIN\n{TEN}\n", subtype="calendar", parameters={"method": "REQUEST"}
    )
    way.mailer.send(replace(PLAIN, html="<p>Hello</p>", attachments=[calendar]))
    (mail,) = way.arrived()
    (part,) = mail.iter_attachments()
    assert (part.get_content_type(), part.get_param("method"), part.get_filename()) == (
        "text/calendar",
        "REQUEST",
        "Größe.ics",
    )
    assert part.get_content().replace("\r\n", "\n") == f"BEGIN\n{TEN}\n"
    text = mail.get_body(("plain",))
    assert text is not None
    assert text.get_content().split() == PLAIN.text.split()


def test_lines_that_begin_with_a_dot_and_long_lines_survive(way: Way) -> None:
    body = ".\n..two\n" + "long " * 500 + "\nFrom here on\n"
    way.mailer.send(replace(PLAIN, text=body))
    (mail,) = way.arrived()
    assert mail.get_content().replace("\r\n", "\n") == body


def test_a_name_in_an_international_domain_is_sent_as_ascii(way: Way) -> None:
    way.mailer.send(replace(PLAIN, to="info@münchen.example"))
    assert way.arrived()[0]["To"] == "info@xn--mnchen-3ya.example"


@pytest.mark.parametrize(
    "change",
    [
        {"to": "maria@porto.example\r\nBcc: all@porto.example"},
        {"to": "maria@porto.example, all@porto.example"},
        {"to": "maria"},
        {"to": ""},
        {"to": "@porto.example"},
        {"to": "<>"},
        {"to": "josé@porto.example"},
        {"subject": "Hello\r\nBcc: all@porto.example"},
        {"subject": "Hello\nX: y"},
        {"subject": "Hello\u2028X: y"},
        {"subject": "NUL \0"},
        {"reply_to": "a@b.example\nX: y"},
        {"message_id": "<a@b>\r\nX: y"},
        {"message_id": "plain"},
        {"headers": {"X-Note": "one\r\nBcc: all@porto.example"}},
        {"headers": {"X-Note\r\nBcc": "all@porto.example"}},
        {"headers": {"Bcc:x": "y"}},
        {"headers": {"Subject": "another"}},
        {"headers": {"": "empty"}},
        {"attachments": [Attachment(name="a.ics\r\nX: y", text="")]},
        {"attachments": [Attachment(name="a.ics", text="", parameters={"method": "A\r\nX: y"})]},
        {"attachments": [Attachment(name="a.ics", text="", parameters={"method:x": "A"})]},
    ],
)
def test_headers_cannot_be_broken_out_of(way: Way, change: dict[str, Any]) -> None:
    with pytest.raises(MailRefused):
        way.mailer.send(replace(PLAIN, **change))
    way.mailer.send(PLAIN)
    assert len(way.arrived()) == 1, "only the honest mail arrived"


def test_check_says_where_mail_goes_and_sends_none(way: Way) -> None:
    assert way.mailer.check().split()[0] in {"files", "SMTP"}
    way.mailer.send(PLAIN)
    assert len(way.arrived()) == 1
