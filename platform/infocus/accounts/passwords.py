"""Passwords: argon2id at the cost OWASP names as the least (19 MiB, two passes), and a few rules for new ones."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import gettext as _

from infocus.accounts.common_passwords import COMMON

LEAST = 10
MOST = 200
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_NOBODY = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """What is stored of a password."""
    return _hasher.hash(password)


def verify(stored: str | None, password: str) -> bool:
    """Whether ``password`` fits. Without a stored hash the same work is done for nothing, so that time tells nobody."""
    try:
        _hasher.verify(stored or _NOBODY, password[:MOST])
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether a hash was made at another cost than today's."""
    return _hasher.check_needs_rehash(stored)


def objection(password: str, email: str) -> str | None:
    """Why a new password is not good enough; ``None`` when it is."""
    folded = password.casefold()
    if len(password) < LEAST:
        return str(_("At least %(least)s characters; four ordinary words do well.", least=LEAST))
    if len(password) > MOST:
        return str(_("At most %(most)s characters.", most=MOST))
    if folded in {email.casefold(), email.casefold().partition("@")[0]}:
        return str(_("Not your own address."))
    if folded in COMMON or len(set(folded)) < 4:
        return str(_("This is one of the first passwords somebody would try."))
    return None
