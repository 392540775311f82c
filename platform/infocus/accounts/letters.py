"""Letters: three templates each (subject, text, HTML), written in the receiver's language, sent by the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from flask import render_template
from flask_babel import force_locale

from infocus.core import outbox
from infocus.core.i18n import LANGUAGES, locale_of
from infocus.core.ids import new_id
from infocus.core.web.links import absolute, base_url
from infocus.engines.mail.port import Attachment

SEND = "mail.send"
ASKED = frozenset({"sign_in_link", "reset_password", "confirm_email"})
"""Letters a person asks for and waits for: they go out also to an address that mail came back from."""


def post(
    to: str,
    language: str,
    template: str,
    *,
    attachments: Sequence[Attachment] = (),
    headers: Mapping[str, str] = MappingProxyType({}),
    reply_to: str = "",
    **context: Any,
) -> None:
    """Write ``templates/email/<template>.{subject,txt,html}`` and put it into the outbox of the present unit of work.

    ``language`` is the receiver's; templates get ``context`` and ``absolute(endpoint, …)`` for links. ``headers`` are
    extra ones, such as List-Unsubscribe; ``reply_to`` is where answers go.
    """
    with force_locale(locale_of(language if language in LANGUAGES else "en")):
        parts = {
            part: render_template(f"email/{template}.{part}", absolute=absolute, base_url=base_url(), **context)
            for part in ("subject", "txt", "html")
        }
    payload: dict[str, Any] = {
        "id": new_id(),
        "to": to,
        "subject": " ".join(parts["subject"].split()),
        "text": parts["txt"].strip() + "\n",
        "html": parts["html"],
        "headers": dict(headers),
        "reply_to": reply_to,
        "asked": template in ASKED,
    }
    if attachments:
        payload["attachments"] = [asdict(each) for each in attachments]
    outbox.enqueue(SEND, payload)
