"""Keep a search, change how one hears of it, let it go, bring it back; its feed's secret."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, select

from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.ids import LENGTH, is_id, new_id
from infocus.core.permissions import Permission, require
from infocus.library import asked
from infocus.library.saved import queries
from infocus.library.saved.answers import Present
from infocus.library.saved.models import Alert, FeedAudience, SavedSearch, SavedSearchMatch
from infocus.library.signing import keyed, same
from infocus.notifications import services as notifications
from infocus.records.models import Record

MOST = 100
NAME = 120
REGRET = timedelta(days=1)
"""How long a removed search can be brought back."""
_FEED = "feed of a saved search"


def save_search(actor: Actor, search: str, name: str, alert: str, present: Present) -> SavedSearch:
    """Keep a search (a query string of ``asked.query_string``) with what answers it at ``present``.

    Raises:
        Invalid: it asks for nothing, is saved already, or is one too many; no name, an unknown kind of alert.
    """
    require(actor, Permission.USE_ACCOUNT)
    errors = _wrong(name, alert)
    if not search or len(search) > asked.MOST:
        errors[""] = _("Type some words or choose a filter first, then save the search.")
    elif queries.same_search(actor, search) is not None:
        errors[""] = _("You have saved this search already.")
    elif queries.count_of(actor.person) >= MOST:
        errors[""] = _(
            "You have %(most)s saved searches, and that is as many as are kept. Remove one first.", most=MOST
        )
    if errors:
        raise Invalid(errors)
    saved = SavedSearch(
        person_id=actor.person,
        name=name.strip(),
        search=search,
        language=actor.language,
        alert=alert,
        cursor=present.cursor,
        wide=present.wide,
    )
    db.session.add(saved)
    db.session.flush()
    _remember(saved, present)
    return saved


def change(actor: Actor, saved: SavedSearch, name: str, alert: str) -> None:
    """Give it another name, or hear of it in another way. Raises ``Invalid``."""
    require(actor, Permission.USE_ACCOUNT)
    errors = _wrong(name, alert)
    if errors:
        raise Invalid(errors)
    saved.name, saved.alert = name.strip(), alert


def looked(actor: Actor, saved: SavedSearch) -> None:
    """Its owner has seen what is new; what was told about it is read."""
    saved.looked_at = clock.now()
    notifications.mark_path_read(actor, path_of(saved))


def remove(actor: Actor, saved: SavedSearch) -> None:
    """Let it go: no alert, no feed from now on; for a day it can be brought back."""
    require(actor, Permission.USE_ACCOUNT)
    saved.removed_at = clock.now()
    notifications.forget_path(actor.person, path_of(saved))


def restore(actor: Actor, saved: SavedSearch) -> None:
    """Bring a removed search back as it was. Raises ``Invalid`` when there are too many by now."""
    require(actor, Permission.USE_ACCOUNT)
    if queries.count_of(actor.person) >= MOST:
        raise Invalid(
            _("You have %(most)s saved searches, and that is as many as are kept. Remove one first.", most=MOST)
        )
    saved.removed_at = None


def open_feed(actor: Actor, saved: SavedSearch, audience: str) -> None:
    """Give it a feed, or another audience to the feed it has. Raises ``Invalid``: no such audience."""
    require(actor, Permission.USE_ACCOUNT)
    if audience not in set(FeedAudience):
        raise Invalid({"audience": _("Choose what the feed carries.")})
    saved.feed_audience = audience
    saved.feed_seed = saved.feed_seed or new_id()


def renew_feed(actor: Actor, saved: SavedSearch) -> None:
    """Give the feed another address; the one before answers nobody any more."""
    require(actor, Permission.USE_ACCOUNT)
    if saved.feed_seed is not None:
        saved.feed_seed = new_id()


def close_feed(actor: Actor, saved: SavedSearch) -> None:
    """End the feed; its address answers nobody any more, also when a feed is made again."""
    require(actor, Permission.USE_ACCOUNT)
    saved.feed_seed, saved.feed_audience = None, FeedAudience.PUBLIC


def feed_secret(saved: SavedSearch) -> str | None:
    """What stands in the address of its feed; ``None`` while it has none."""
    return None if saved.feed_seed is None else saved.id + keyed(_FEED, saved.id, saved.feed_seed)


def by_feed_secret(secret: str) -> SavedSearch:
    """The saved search whose feed has this secret. Raises ``NotFound``."""
    saved = db.session.get(SavedSearch, secret[:LENGTH]) if is_id(secret[:LENGTH]) else None
    right = feed_secret(saved) if saved is not None and saved.removed_at is None else None
    if saved is None or right is None or not same(right, secret):
        raise NotFound
    return saved


def path_of(saved: SavedSearch) -> str:
    """The path of its page: where alerts lead."""
    return f"/library/saved/{saved.id}"


def purge() -> None:
    """Delete what was removed a day ago, and what belongs to people who have no account any more."""
    gone = ~select(Account.person_id).where(Account.person_id == SavedSearch.person_id).exists()
    old = SavedSearch.removed_at.is_not(None) & (SavedSearch.removed_at < clock.now() - REGRET)
    ids = list(db.session.scalars(select(SavedSearch.id).where(gone | old).limit(500)))
    db.session.execute(delete(SavedSearchMatch).where(SavedSearchMatch.saved_id.in_(ids)))
    db.session.execute(delete(SavedSearch).where(SavedSearch.id.in_(ids)))


def _wrong(name: str, alert: str) -> dict[str, str]:
    errors = {}
    if not name.strip() or len(name.strip()) > NAME:
        errors["name"] = _("Give it a name of at most %(most)s characters, so that you know it again.", most=NAME)
    if alert not in set(Alert):
        errors["alert"] = _("Choose how you want to hear of something new.")
    return errors


def _remember(saved: SavedSearch, present: Present) -> None:
    """What answers already never counts as new."""
    known = dict(present.records)
    there = db.session.scalars(select(Record.id).where(Record.id.in_(known)))
    db.session.add_all(SavedSearchMatch(saved_id=saved.id, record_id=each, at=known[each], new=False) for each in there)
