"""What a person chose, and what follows from it: whether mail comes at once, and when the night is over."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from infocus.accounts.models import Account, Person
from infocus.core.db import db
from infocus.notifications.choosing.models import MailChoice

OFTEN = ("daily", "weekly", "at-once", "never")
"""How often the usual mail comes."""


def choice_of(person_id: str) -> MailChoice:
    """What a person chose; the usual where they chose nothing (that row is not stored)."""
    found = db.session.get(MailChoice, person_id)
    return found or MailChoice(person_id=person_id, direct=True, quiet_from=21, quiet_until=7)


def cadence(usual: str, how: str) -> str:
    """How often the mail of a notification comes: as its watch says, else as the person's usual mail.

    Who turned mail off gets none, whatever they chose for one watch before.
    """
    if usual == "never":
        return "never"
    return usual if how == "usual" else how


def mailed_at_once(person_id: str, how: str, *, direct: bool) -> bool:
    """Whether the mail of a notification with this ``how`` comes at once; ``direct``: it names or invites somebody."""
    account = db.session.get(Account, person_id)
    if account is None or not account.active:
        return False
    return (direct and choice_of(person_id).direct) or cadence(account.digest, how) == "at-once"


def next_moment(person_id: str, now: datetime) -> datetime:
    """When mail may go to a person: now, or when their night is over."""
    person = db.session.get(Person, person_id)
    if person is None:
        return now
    choice = choice_of(person_id)
    return after_the_night(now, ZoneInfo(person.time_zone), choice.quiet_from, choice.quiet_until)


def after_the_night(now: datetime, zone: ZoneInfo, start: int, end: int) -> datetime:
    """``now`` outside of the quiet hours, else the moment the clock on the wall shows their end.

    It is reckoned on the wall and then turned into an instant, so a night in which the clock changes ends on time.
    """
    local = now.astimezone(zone)
    quiet = start <= local.hour < end if start <= end else local.hour >= start or local.hour < end
    if not quiet:
        return now
    day = local.date() + timedelta(days=1 if local.hour >= end else 0)
    morning = datetime(day.year, day.month, day.day, end, tzinfo=zone)
    # An hour that a change of the clock leaves out is not on the wall: what comes after it is.
    return max(now, morning.astimezone(UTC))
