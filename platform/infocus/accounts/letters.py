"""Letters: three templates each (subject, text, HTML), written in the receiver's language, sent by the worker."""

from typing import Any

from flask import render_template
from flask_babel import force_locale

from infocus.core import outbox
from infocus.core.i18n import LANGUAGES, locale_of
from infocus.core.ids import new_id
from infocus.core.web.links import absolute, base_url

SEND = "mail.send"


def post(to: str, language: str, template: str, **context: Any) -> None:
    """Write ``templates/email/<template>.{subject,txt,html}`` and put it into the outbox of the present unit of work.

    ``language`` is the receiver's; templates get ``context`` and ``absolute(endpoint, …)`` for links.
    """
    with force_locale(locale_of(language if language in LANGUAGES else "en")):
        parts = {
            part: render_template(f"email/{template}.{part}", absolute=absolute, base_url=base_url(), **context)
            for part in ("subject", "txt", "html")
        }
    payload = {
        "id": new_id(),
        "to": to,
        "subject": " ".join(parts["subject"].split()),
        "text": parts["txt"].strip() + "\n",
        "html": parts["html"],
    }
    outbox.enqueue(SEND, payload)
