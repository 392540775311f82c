"""How a refused event is answered: `{ok: false, error: {code, message, retry_after?}}`."""

from typing import Any

from pydantic import ValidationError

from infocus.core.errors import AppError, RateLimited
from infocus.engines.realtime.port import Ack


def refusal(code: str, message: str = "", retry_after: float | None = None) -> Ack:
    """The answer to an event that was not carried out. `retry_after` is in seconds."""
    error: dict[str, Any] = {"code": code, "message": message or code}
    if retry_after is not None:
        error["retry_after"] = retry_after
    return {"ok": False, "error": error}


def from_app_error(error: AppError) -> Ack:
    """The answer for what a service refused."""
    return refusal(error.code, error.message, error.retry_after if isinstance(error, RateLimited) else None)


def from_validation(error: ValidationError) -> Ack:
    """The answer for a payload of the wrong shape: every wrong field, by name."""
    parts = [f"{'.'.join(map(str, item['loc'])) or 'payload'}: {item['msg']}" for item in error.errors()[:10]]
    return refusal("invalid", "; ".join(parts))
