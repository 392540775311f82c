"""The completions of the search box."""

from flask import Response, jsonify, request
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.search.port import SearchUnavailable
from infocus.library.completions import Offer, OfferKind, offers
from infocus.library.views.blueprints import library
from infocus.library.views.places import MAX_QUERY


@library.get("/library/suggest")
@requires(Permission.SEARCH, by_subject=False)
def suggest() -> Response:
    """Completions of what is typed, as ``{"items": [{"text", "kind", "url", "detail", "mark", "hue"}]}``.

    With ``sections`` (kind → heading) and ``said`` (how many there are, for screen readers) where something was typed.
    """
    limits().hit("600/minute", "suggest", request.remote_addr or "")
    typed = request.args.get("q", "")[:MAX_QUERY]
    if not typed.strip():
        return jsonify(items=[])
    try:
        found = offers(current_actor(), typed)
    except SearchUnavailable:
        found = []
    said = ngettext("%(num)d suggestion", "%(num)d suggestions", len(found)) if found else _("No suggestions")
    return jsonify(items=[_item(each) for each in found], sections=_sections(), said=str(said))


def _item(offer: Offer) -> dict[str, str]:
    item = {"text": offer.text, "kind": offer.kind.value, "url": offer.url, "detail": offer.detail}
    return item | ({"mark": offer.partner.mark, "hue": str(offer.partner.hue)} if offer.partner else {})


def _sections() -> dict[str, str]:
    return {
        OfferKind.SEARCH: str(_("Your searches")),
        OfferKind.WORD: str(_("Words")),
        OfferKind.RECORD: str(_("Records")),
        OfferKind.PERSON: str(_("People")),
    }
