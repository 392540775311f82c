"""The stages of a plan and the heads of its tables, as people read them."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.plans.models import RowKind, Stage

STAGES: dict[str, LazyString] = {
    Stage.ROADMAP: _l("road map"),
    Stage.DRAFT: _l("draft"),
    Stage.REVIEWED: _l("peer-reviewed"),
    Stage.FINAL: _l("final"),
    Stage.SUBMITTED: _l("submitted to council"),
    Stage.ADOPTED: _l("adopted"),
}

TABLES: dict[str, LazyString] = {RowKind.ACTION: _l("Actions"), RowKind.RISK: _l("Risks")}

HEADS: dict[str, LazyString] = {
    "what": _l("What"),
    "who": _l("Who"),
    "cost": _l("Cost"),
    "funding": _l("Funding"),
    "start": _l("Start"),
    "end": _l("End"),
    "indicator": _l("Indicator"),
    "likelihood": _l("Likelihood"),
    "impact": _l("Impact"),
    "measure": _l("Measure"),
    "more": _l("More"),
}
