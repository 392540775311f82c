"""Signing in: by password, or by a link that comes by mail. No answer tells whether an address is known."""

from infocus.accounts import links, passwords
from infocus.accounts.letters import post
from infocus.accounts.models import Account
from infocus.accounts.queries import by_email, normal_email
from infocus.core import clock, outbox
from infocus.core.limits import limits

PER_ADDRESS = "60/5 minutes"
PER_EMAIL = "10/10 minutes"
LINKS_PER_EMAIL = "4/30 minutes"
LINKS_PER_ADDRESS = "30/30 minutes"


def check_password(email: str, password: str, address: str) -> Account | None:
    """The account these fit, or ``None``; unknown ones take as long. ``address``: the network address of the try.

    Raises:
        RateLimited: too many tries for this e-mail or from this address.
    """
    limits().hit(PER_ADDRESS, "sign-in", address)
    limits().hit(PER_EMAIL, "sign-in-email", normal_email(email))
    account = by_email(email)
    fits = passwords.verify(account.password_hash if account else None, password)
    return account if fits and account is not None and account.active else None


def renew_hash(account: Account, password: str) -> None:
    """Store the password at today's cost, if it was hashed at another."""
    if account.password_hash and passwords.is_outdated(account.password_hash):
        account.password_hash = passwords.hashed(password)


def ask_for_link(email: str, purpose: links.Purpose, address: str, target: str = "") -> None:
    """Have a link sent, if there is such an account; the worker looks, so that the answer takes the same time.

    ``target`` is the own path the link leads on to. Raises ``RateLimited``.
    """
    email = normal_email(email)
    limits().hit(LINKS_PER_ADDRESS, "link", address)
    limits().hit(LINKS_PER_EMAIL, f"link-{purpose}", email)
    payload = {"email": email, "purpose": purpose, "target": target}
    outbox.enqueue("accounts.send_link", payload, key=f"link:{purpose}:{email}"[:120])


def send_link(email: str, purpose: links.Purpose, target: str = "") -> None:
    """Make the link and post the letter; nothing happens for an unknown or closed account."""
    account = by_email(email)
    if account is None or not account.active:
        return
    link, key = links.issue(account.person_id, purpose, {"target": target} if target else {})
    minutes = round((link.expires_at - clock.now()).total_seconds() / 60)
    post(
        account.email,
        account.person.language,
        {"sign-in": "sign_in_link", "reset": "reset_password"}[purpose],
        name=account.person.shown_name,
        key=key,
        minutes=minutes,
    )
