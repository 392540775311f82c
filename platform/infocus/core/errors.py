"""What can go wrong for a caller. Services raise these; the edges make pages, messages and problems of them."""

from collections.abc import Mapping


class AppError(Exception):
    """Base of all: ``status`` is HTTP's, ``code`` the word sockets answer with, ``message`` a sentence for people."""

    status = 400
    code = "invalid"

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.code)
        self.message = message


class Invalid(AppError):
    """Wrong values: ``fields`` maps a field's name to its message ("" for the whole)."""

    status = 422

    def __init__(self, fields: Mapping[str, str] | str) -> None:
        self.fields: dict[str, str] = {"": fields} if isinstance(fields, str) else dict(fields)
        super().__init__("; ".join(str(message) for message in self.fields.values()))


class Unauthenticated(AppError):
    """Nobody is signed in, or the token is missing, unknown or expired."""

    status = 401
    code = "unauthenticated"


class NotFound(AppError):
    """There is no such thing, or this person may not know of it."""

    status = 404
    code = "not_found"


class NotAllowed(AppError):
    """The person may read it, and not do that."""

    status = 403
    code = "not_allowed"


class NetworkClosed(NotAllowed):
    """The network is closed: read-only."""

    code = "network_closed"


class Conflict(AppError):
    """A lost race, or the same key with another content; ``current`` is what is stored now, if it helps."""

    status = 409
    code = "conflict"

    def __init__(self, message: str = "", current: object | None = None) -> None:
        super().__init__(message)
        self.current = current


class Stale(AppError):
    """``If-Match`` names a version that is not the present one."""

    status = 412
    code = "conflict"


class TooLarge(AppError):
    """The body or file is over the limit; nothing was stored."""

    status = 413
    code = "too_long"


class RateLimited(AppError):
    """Too many tries; ``retry_after`` is in seconds."""

    status = 429
    code = "rate_limited"

    def __init__(self, retry_after: int, message: str = "") -> None:
        super().__init__(message)
        self.retry_after = retry_after
