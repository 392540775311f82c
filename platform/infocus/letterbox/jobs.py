"""What the worker does for mail in: fetch it from the mailbox, forget what is old."""

from datetime import timedelta

import structlog
from flask import current_app

from infocus.core.db import unit_of_work
from infocus.core.schedule import periodic
from infocus.core.web.boxes import box_of
from infocus.engines.mail.imap import Mailbox
from infocus.engines.mail.port import MailDelayed
from infocus.letterbox import taking
from infocus.letterbox.models import Outcome
from infocus.letterbox.reading import recipients
from infocus.settings import Settings

log = structlog.get_logger()


def whole_limit(settings: Settings) -> int:
    """The largest mail that is taken, in bytes: one file as large as an upload may be, as mail carries it."""
    return settings.max_upload_bytes * 3 // 2 + 1_000_000


@periodic("letterbox.fetch", timedelta(minutes=1))
def fetch() -> None:
    """Take in what waits in the mailbox; without one nothing is done."""
    settings: Settings = current_app.extensions["infocus.settings"]
    if not settings.letterbox_url:
        return
    try:
        Mailbox.from_url(settings.letterbox_url).fetch(
            take_for_all, lambda: (taking.count(Outcome.TOO_LARGE), None)[1], whole_limit(settings)
        )
    except MailDelayed as error:
        log.warning("letterbox_away", why=str(error))


def take_for_all(raw: bytes) -> None:
    """Take a mail in for every address of ours that it names."""
    settings: Settings = current_app.extensions["infocus.settings"]
    ours = [address for address in recipients(raw) if box_of(address) is not None]
    for address in ours:
        taking.take(raw, address, settings.max_upload_bytes)
    if not ours:
        taking.count(Outcome.UNKNOWN)


@periodic("letterbox.purge", timedelta(hours=6))
def purge() -> None:
    """Marks of old letters and files nobody confirmed go."""
    with unit_of_work():
        taking.purge()
