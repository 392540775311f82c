"""What travelled in a network: all transfers by stage, what is due, a map, and the whole as CSV."""

from collections.abc import Iterator, Sequence

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.networks.drawing import draw
from infocus.networks.models import Network
from infocus.networks.queries import partners_of
from infocus.networks.views.tables import csv_answer
from infocus.practices.transfers import ledger
from infocus.practices.transfers.models import Stage, Transfer
from infocus.practices.transfers.views.on_practice import Way
from infocus.practices.transfers.words import STAGES, USED, month_word
from infocus.practices.views import blueprint
from infocus.records.urls import record_path

PAGE = 30


@blueprint.get("/<network>/transfers")
@requires(Permission.READ_RECORD)
def what_travelled(network: str) -> ResponseReturnValue:
    """The transfers this reader may read: those of the network are for its members."""
    place, actor = network_or_404(network), current_actor()
    stages = [stage for stage in request.args.getlist("stage") if stage in set(Stage)]
    page = ledger.travelled(actor, place, stages, cursor=request.args.get("cursor"), limit=PAGE)
    drawing, ways = _map(place, ledger.ways(actor, place))
    older = url_for("practices.what_travelled", network=place.slug, stage=stages, cursor=page.next)
    return render_template(
        "practices/transfers/travelled.html",
        network=place,
        page=page,
        counts=ledger.by_stage(actor, place),
        stages=STAGES,
        used=USED,
        chosen=stages,
        waiting=ledger.waiting(actor, network=place),
        drawing=drawing,
        ways=ways,
        record_path=record_path,
        month_word=month_word,
        older=older if page.next else None,
    )


def _map(network: Network, pairs: Sequence[tuple[str, str]]) -> tuple[object, list[Way]]:
    """The cities between which something travelled, and the ways between them."""
    met = {partner_id for pair in pairs for partner_id in pair}
    drawing = draw([partner for partner in partners_of(network) if partner.id in met]) if met else None
    pins = {pin.partner.id: pin for pin in drawing.pins} if drawing else {}
    known = [(pins[giver], pins[taker]) for giver, taker in pairs if giver in pins and taker in pins]
    return drawing, [Way(one.x, one.y, other.x, other.y) for one, other in known]


@blueprint.get("/<network>/transfers.csv")
@requires(Permission.READ_RECORD)
def transfers_csv(network: str) -> ResponseReturnValue:
    """Every transfer with what was written, one a row."""
    place = network_or_404(network)
    return csv_answer(f"{place.slug}-transfers", _rows(ledger.every(current_actor(), place)))


def _rows(transfers: Sequence[Transfer]) -> Iterator[Sequence[object]]:
    yield [
        _("Practice"), _("Mentor"), _("City"), _("Stage"), _("Since"), _("Stopped"), _("Used"), _("In a line"),
        _("Plan"), _("What was adapted"), _("What was left out"), _("What failed"), _("Result"), _("Evidence"),
        _("Open checkpoints"),
    ]  # fmt: skip
    for row in transfers:
        evidence = "; ".join(
            " ".join(str(row_[name]) for name in ("name", "value", "unit", "year") if row_[name] not in (None, ""))
            for row_ in row.evidence
        )
        due = "; ".join(f"{month_word(each.month)} {each.due}" for each in row.checkpoints if not each.answered_at)
        yield [
            row.practice.title,
            row.mentor.label if row.mentor else "",
            row.partner.label if row.partner else "",
            STAGES[row.state],
            row.created_at.date().isoformat(),
            row.stopped_at.date().isoformat() if row.stopped_at else "",
            USED[row.used] if row.used else "",
            *(row.note, row.plan, row.adapted, row.left_out, row.failed, row.result),
            evidence,
            "" if row.stopped_at else due,
        ]
