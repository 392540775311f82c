"""Records about the same things as one that is looked at; always for an actor."""

from collections.abc import Collection
from dataclasses import dataclass

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, allows
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchUnavailable
from infocus.library.facets import type_label
from infocus.library.offload import offload
from infocus.library.withholding import withheld
from infocus.networks.models import Partner
from infocus.networks.queries import partners_named

LIMIT = 5
SPARE = 20
"""Asked for besides, where some types are left out afterwards."""


@dataclass(frozen=True, slots=True)
class SimilarRecord:
    """A record beside another: its title (plain text), address, language, the word for its kind, its partner."""

    title: str
    url: str
    language: str
    kind: str
    partner: Partner | None


def similar(
    actor: Actor, record_id: str, limit: int = LIMIT, *, without: Collection[str] = ()
) -> tuple[SimilarRecord, ...]:
    """The nearest records the actor may read, nearest first, but those of the types ``without``.

    One query beside the index's.

    Nobody opened the page for them: while the index is being repaired there are none, and nothing is raised.
    """
    if not allows(actor, Permission.SEARCH):
        return ()
    index = engines().search
    try:
        exclude = withheld(index)
        asked = limit + (SPARE if without else 0)
        found = offload(lambda: index.similar(record_id, actor.keys, exclude, asked))
    except SearchUnavailable:
        return ()
    hits = [hit for hit in found if hit.type not in without][:limit]
    partners = {(each.network.slug, each.slug): each for each in partners_named(hit.partner for hit in hits)}
    return tuple(
        SimilarRecord(
            hit.title_text, hit.url, hit.language, type_label(hit.type), partners.get((hit.network, hit.partner))
        )
        for hit in hits
    )
