"""Where in the plan something belongs, and words as they are stored."""

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core.db import db
from infocus.core.errors import Invalid, TooLarge
from infocus.core.text import clean
from infocus.plans.models import PlanSection, PlanVersion
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import QUOTE_LIMIT


def heading_of(review: Review, key: str) -> str:
    """The heading of a section of the version under review, by its key; "" for no key. Raises ``Invalid``.

    Without a frozen version it is the newest version that has the section.
    """
    if not key:
        return ""
    wanted = (
        select(PlanSection.number, PlanSection.title)
        .join(PlanVersion)
        .where(PlanVersion.plan_id == review.plan_id, PlanSection.key == key)
    )
    if review.plan_version is not None:
        wanted = wanted.where(PlanVersion.number == review.plan_version)
    found = db.session.execute(wanted.order_by(PlanVersion.number.desc()).limit(1)).first()
    if found is None:
        raise Invalid({"section": _("The plan has no such section.")})
    return f"{found.number} {found.title}".strip()[:300]


def cleaned(name: str, text: str, most: int) -> str:
    """Text as it is stored, at most ``most`` code points; may be empty. Raises ``Invalid`` and ``TooLarge``."""
    try:
        words = clean(text)
    except ValueError:
        raise Invalid({name: _("This text holds control characters; please type it again.")}) from None
    if len(words) > most:
        raise TooLarge(_("%(length)s characters; %(most)s fit.", length=len(words), most=most))
    return words


def worded(name: str, text: str, most: int) -> str:
    """As ``cleaned``, and not empty."""
    words = cleaned(name, text, most)
    if not words:
        raise Invalid({name: _("There is nothing to send.")})
    return words


def quoted(quote: str) -> str:
    """A quoted passage on one line."""
    return " ".join(cleaned("quote", quote, QUOTE_LIMIT).split())
