"""The network's lists and tables as CSV."""

from collections.abc import Iterable, Sequence

from flask import Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.permissions import Permission
from infocus.core.tables import csv_text
from infocus.core.web.guard import requires
from infocus.networks import queries
from infocus.networks.context import network_or_404
from infocus.networks.overview import matrix
from infocus.networks.priorities import from_json
from infocus.networks.views.blueprint import blueprint
from infocus.vocabularies.registry import label


def csv_answer(name: str, rows: Iterable[Sequence[object]]) -> Response:
    """Rows as a CSV file that spreadsheets open as UTF-8 and never take for formulas."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(csv_text(rows), mimetype="text/csv", headers=headers)


@blueprint.get("/<network>/partners.csv")
@requires(Permission.READ_NETWORK)
def partners_csv(network: str) -> ResponseReturnValue:
    """The partners: label, country, body, kind, NUTS 3, place, themes, sectors."""
    place = network_or_404(network)
    rows: list[list[object]] = [
        [_("Partner"), _("Country"), _("Body"), _("Kind"), "NUTS 3", "lat", "lon", _("Themes"), _("Sectors")]
    ]
    for partner in queries.partners_of(place):
        profile = from_json(partner.priorities)
        themes = "; ".join(label("work_areas", code) for code in profile.themes)
        sectors = "; ".join(sorted(label("ecosystems", code) for code in profile.sectors()))
        known = [partner.label, partner.country, partner.body, partner.kind, partner.nuts3]
        rows.append([*known, partner.latitude or "", partner.longitude or "", themes, sectors])
    return csv_answer(f"{place.slug}-partners", rows)


@blueprint.get("/<network>/sectors.csv")
@requires(Permission.READ_NETWORK)
def sectors_csv(network: str) -> ResponseReturnValue:
    """Who works on which sector: priority, emerging, or nothing."""
    place = network_or_404(network)
    table = matrix(queries.partners_of(place))
    words = {"priority": _("priority"), "emerging": _("emerging"), "": ""}
    rows: list[list[object]] = [[_("Partner"), *table.columns]]
    rows += [[row.partner.label, *(words[cell] for cell in row.cells)] for row in table.rows]
    return csv_answer(f"{place.slug}-sectors", rows)
