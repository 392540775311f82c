"""What people do with their account: make one, say who they are, change how they sign in."""

from dataclasses import dataclass, field
from zoneinfo import available_timezones

from email_validator import EmailNotValidError, validate_email
from flask_babel import gettext as _

from infocus.accounts import links, own_data, passwords, sessions, tokens
from infocus.accounts.letters import post
from infocus.accounts.models import Account, Person
from infocus.accounts.queries import by_email, normal_email
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.i18n import LANGUAGES
from infocus.core.limits import limits

PROOFS = "10/10 minutes"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person says about themselves; ``reads`` are codes of languages."""

    name: str
    city: str = ""
    about: str = ""
    language: str = "en"
    reads: list[str] = field(default_factory=list)
    time_zone: str = "Europe/Brussels"


def checked_email(email: str) -> str:
    """The address in its stored form. Raises ``Invalid`` beside ``email`` when it is none."""
    try:
        found = validate_email(email.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise Invalid({"email": _("This is not an e-mail address.")}) from None
    return normal_email(found.normalized)


def create_account(email: str, profile: Profile, password: str | None = None, *, is_admin: bool = False) -> Account:
    """A person and their account; without a password they sign in by link.

    Raises:
        Invalid: a wrong address, a weak password, a profile that cannot be.
        Conflict: there is an account with this address.
    """
    email = checked_email(email)
    if by_email(email) is not None:
        raise Conflict(_("There is an account with this address already."))
    person = Person()
    set_profile(person, profile)
    account = Account(person=person, email=email, is_admin=is_admin)
    if password is not None:
        _set_password(account, password, "password")
    db.session.add_all([person, account])
    db.session.flush()
    return account


def set_profile(person: Person, profile: Profile) -> None:
    """Store what a person says about themselves. Raises ``Invalid``."""
    errors = {}
    if not profile.name.strip() or len(profile.name) > 120:
        errors["name"] = _("Your name, in at most 120 characters.")
    if profile.language not in LANGUAGES:
        errors["language"] = _("Choose one of the ten languages.")
    if profile.time_zone not in available_timezones():
        errors["time_zone"] = _("Choose a time zone from the list.")
    if errors:
        raise Invalid(errors)
    person.name, person.city, person.about = profile.name.strip(), profile.city, profile.about
    person.language, person.time_zone = profile.language, profile.time_zone
    person.reads = [code for code in LANGUAGES if code in profile.reads]


def set_language(person_id: str, language: str) -> None:
    """Show a person, with an account or without, the pages in another language from now on."""
    person = db.session.get(Person, person_id)
    if person is not None and language in LANGUAGES:
        person.language = language


def change_password(account: Account, present: str, new: str, *, keep_session: str | None) -> None:
    """Set a new password; all other browsers are signed out. Who has none yet proves it by being signed in.

    Raises:
        Invalid: the present password does not fit, or the new one is weak.
    """
    _prove(account, present, {"present": _("This is not your present password.")})
    _set_password(account, new, "new")
    _after_password(account, keep_session)


def reset_password(key: str, new: str) -> Account:
    """Set a new password by a link from a mail; every browser is signed out.

    Raises:
        NotFound: the link was used or ran out.
        Invalid: the password is weak; the link stays usable.
    """
    link = links.find(key, "reset")
    account = db.session.get(Account, link.person_id) if link else None
    if account is None or not account.active:
        raise NotFound
    _set_password(account, new, "password")
    links.use(key, "reset")
    _after_password(account, None)
    return account


def ask_for_new_email(account: Account, email: str, password: str) -> None:
    """Send a link to a new address; what is answered never tells whether somebody has it already.

    Raises:
        Invalid: not an address, the present one, or the password does not fit.
    """
    email = checked_email(email)
    if email == account.email:
        raise Invalid({"email": _("This is your address already.")})
    _prove(account, password, {"password": _("This is not your password.")})
    if by_email(email) is not None:
        return
    _link, key = links.issue(account.person_id, "email", {"email": email})
    post(email, account.person.language, "confirm_email", name=account.person.shown_name, key=key)


def confirm_email(key: str) -> Account:
    """Take over the new address by its link; the old one is told. Raises ``NotFound``, ``Conflict``."""
    link = links.use(key, "email")
    account = db.session.get(Account, link.person_id)
    if account is None or not account.active:
        raise NotFound
    new, old = str(link.payload["email"]), account.email
    if by_email(new) is not None:
        raise Conflict(_("Somebody else has this address by now."))
    account.email = new
    links.drop(account.person_id)
    post(old, account.person.language, "email_changed", name=account.person.shown_name)
    return account


def token_for(email: str, scopes: list[str], days: int, name: str = "infocus token") -> str:
    """A new API token's key for the account with this address.

    Raises:
        NotFound: no active account has it.
        Invalid: an unknown scope or a time out of range.
    """
    account = by_email(email)
    if account is None or not account.active:
        raise NotFound(_("No active account has this address."))
    return tokens.create(account, name, scopes, days)[1]


def deactivate(account: Account) -> None:
    """Close an account: nobody signs in with it, what is open ends; the person stays with what they wrote."""
    account.active = False
    sessions.end_all(account.person_id)
    tokens.revoke_all(account.person_id)
    links.drop(account.person_id)
    own_data.forget(account.person_id)


def _prove(account: Account, password: str, otherwise: dict[str, str]) -> None:
    """Who uses an open browser for more than reading proves to be its person; tries are counted."""
    limits().hit(PROOFS, "proof", account.person_id)
    if account.password_hash and not passwords.verify(account.password_hash, password):
        raise Invalid(otherwise)


def _set_password(account: Account, password: str, field: str) -> None:
    objection = passwords.objection(password, account.email)
    if objection:
        raise Invalid({field: objection})
    account.password_hash = passwords.hashed(password)


def _after_password(account: Account, keep_session: str | None) -> None:
    sessions.end_all(account.person_id, but=keep_session)
    links.drop(account.person_id)
    post(account.email, account.person.language, "password_changed", name=account.person.shown_name)
