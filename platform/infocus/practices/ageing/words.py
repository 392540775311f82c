"""How long ago a practice was verified, in words."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core import clock

MONTH = 30.44
YEARS_FROM = 24
"""Months from which years are said."""


def verified_ago(at: datetime | None) -> str:
    """``verified 14 months ago``; in days while it is fresh, in years when it is old; empty when it never was."""
    if at is None:
        return ""
    days = max(0, (clock.now() - at).days)
    if days == 0:
        return str(_("verified today"))
    months = int(days / MONTH)
    if months < 1:
        return str(ngettext("verified %(num)d day ago", "verified %(num)d days ago", days))
    if months < YEARS_FROM:
        return str(ngettext("verified %(num)d month ago", "verified %(num)d months ago", months))
    return str(ngettext("verified %(num)d year ago", "verified %(num)d years ago", months // 12))
