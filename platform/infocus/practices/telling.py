"""Tell those who answer for a record; where the owner is gone, the functional mailbox is told by mail."""

from flask_babel import force_locale

from infocus.accounts.letters import post
from infocus.accounts.models import Person
from infocus.core.db import db
from infocus.core.i18n import LANGUAGES, locale_of
from infocus.notifications.kinds import KINDS
from infocus.notifications.services import notify
from infocus.records.answering import who_answers
from infocus.records.models import Record
from infocus.records.urls import record_path


def tell_owners(
    record: Record, kind: str, by: str | None, quote: str = "", *, at: str = "", by_mailbox: bool = False
) -> None:
    """Tell everybody who answers for a record what happened to it, inside the present unit of work.

    ``by``: who acted. ``at``: where on its page. ``by_mailbox``: the mailbox reads it, whoever else does.
    """
    answering = who_answers(record)
    path = f"{record_path(record)}{at}"
    for person_id in sorted(answering.people):
        notify(person_id, kind, record, path=path, by=by, quote=quote)
    mailbox = answering.mailbox if by_mailbox else answering.to_mailbox
    if mailbox:
        person = db.session.get(Person, by) if by else None
        words = {"who": person.shown_name if person else "", "title": record.title}
        language = answering.language if answering.language in LANGUAGES else "en"
        with force_locale(locale_of(language)):
            sentence = KINDS[kind].say(words)
        post(
            mailbox,
            language,
            "to_mailbox",
            name="",
            sentence=sentence,
            quote=quote,
            path=path,
            city=record.partner.label if record.partner else "",
        )
