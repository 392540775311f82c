"""Addresses that stop mail: they name a person and what is stopped, signed with this installation's secret."""

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from infocus.core.errors import NotFound
from infocus.core.web.links import absolute
from infocus.settings import Settings


def _signer() -> URLSafeSerializer:
    settings: Settings = current_app.extensions["infocus.settings"]
    return URLSafeSerializer(settings.secret_key, salt="infocus.unsubscribe")


def unsubscribe_address(person_id: str, what: str) -> str:
    """The address of the page that stops it; ``what`` as ``choosing.services.stop`` takes it."""
    return absolute("notifications.unsubscribe", key=_signer().dumps([person_id, what]))


def unsubscribe_headers(address: str) -> dict[str, str]:
    """The headers of a mail that one click in the mail program stops (RFC 2369, RFC 8058)."""
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def who_and_what(key: str) -> tuple[str, str]:
    """The person and what is stopped, from the last part of the address. Raises ``NotFound``."""
    try:
        person_id, what = _signer().loads(key)
    except (BadSignature, ValueError):
        raise NotFound from None
    return str(person_id), str(what)
