"""What the worker does for accounts: hand letters over, make links, forget what ran out."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from infocus.accounts import bouncing, links, sessions, visits
from infocus.accounts.letters import SEND
from infocus.accounts.signing_in import send_link
from infocus.core.db import unit_of_work
from infocus.core.outbox import Hopeless, job
from infocus.core.schedule import periodic
from infocus.core.web.links import base_url
from infocus.engines.bound import engines
from infocus.engines.mail.port import AddressRefused, Attachment, MailRefused, Message


@job(SEND)
def hand_over(payload: dict[str, Any]) -> None:
    """Send one letter; the same message id on every retry. A server that is away means later, a refusal means never.

    To an address that mail came back from for good only what its person asks for is sent.
    """
    with unit_of_work():
        if not payload.get("asked") and bouncing.keep_back(payload["to"]):
            return
    message = Message(
        to=payload["to"],
        subject=payload["subject"],
        text=payload["text"],
        html=payload["html"],
        message_id=f"<{payload['id']}@{urlsplit(base_url()).hostname}>",
        headers=payload.get("headers", {}),
        reply_to=payload.get("reply_to", ""),
        returns_to=bouncing.bounce_address(payload["to"]),
        attachments=[Attachment(**each) for each in payload.get("attachments", ())],
    )
    try:
        engines().mailer.send(message)
    except AddressRefused as error:
        with unit_of_work():
            bouncing.note_trouble(payload["to"], hard=True, status=str(error))
        raise Hopeless(str(error)) from error
    except MailRefused as error:
        raise Hopeless(str(error)) from error


@job("accounts.send_link")
def make_link(payload: dict[str, Any]) -> None:
    """Make a one-time link, if there is such an account, and post the letter."""
    with unit_of_work():
        send_link(payload["email"], payload["purpose"], payload["target"])


@periodic("accounts.purge", timedelta(hours=6))
def forget_what_ran_out() -> None:
    """Sessions and links that ran out are forgotten."""
    with unit_of_work():
        sessions.purge()
        links.purge()


@periodic("accounts.end_visits", timedelta(minutes=1))
def end_visits() -> None:
    """Visits end on time, with what they left open."""
    with unit_of_work():
        visits.purge()
