"""The feed of a saved search: what answers it and may be read at this moment."""

from flask_babel import gettext as _

from infocus.core.errors import NotFound
from infocus.core.web.links import absolute, base_url
from infocus.feeds.atom import Entry, Feed, tag_uri
from infocus.library.facets import type_label
from infocus.library.saved.models import FeedAudience, SavedSearch
from infocus.library.saved.queries import feed_answers
from infocus.networks.actors import actor_of_person
from infocus.records.models import Record
from infocus.records.urls import record_path

NEWEST = 50


def feed_of(saved: SavedSearch, secret: str) -> Feed:
    """The newest of its answers, in its owner's language. Raises ``NotFound`` when the owner's account is closed."""
    owner = actor_of_person(saved.person_id)
    if owner is None:
        raise NotFound
    public = saved.feed_audience == FeedAudience.PUBLIC
    return Feed(
        id=tag_uri(base_url(), saved.created_at.date(), f"saved-search/{saved.id}"),
        title=_("In Focus Exchange: %(search)s", search=saved.name),
        subtitle=_("Public records that answer this saved search") if public else _("What answers this saved search"),
        itself=absolute("feeds.search", secret=secret),
        link=f"{absolute('library.index')}?{saved.search}",
        language=saved.language,
        author="In Focus Exchange",
        updated=saved.created_at,
        entries=[_entry(answer.record) for answer in feed_answers(owner, saved, NEWEST)],
    )


def _entry(record: Record) -> Entry:
    return Entry(
        id=tag_uri(base_url(), record.created_at.date(), f"record/{record.id}"),
        title=record.title,
        link=base_url() + record_path(record),
        author=record.partner.label if record.partner else record.network.name,
        published=record.created_at,
        updated=record.updated_at,
        summary=record.summary,
        language=record.language,
        category=(record.type, type_label(record.type)),
    )
