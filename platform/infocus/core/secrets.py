"""Random keys that are handed out once and stored hashed."""

import hashlib
import secrets


def new_key(prefix: str = "") -> str:
    """A key of 256 random bits, safe in an address; ``prefix`` says what it is."""
    return prefix + secrets.token_urlsafe(32)


def digest(key: str) -> str:
    """What is stored of a key: SHA-256, enough for a key that is random itself."""
    return hashlib.sha256(key.encode()).hexdigest()
