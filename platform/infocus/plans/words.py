"""The stages of a plan, as people read them."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.plans.models import Stage

STAGES: dict[str, LazyString] = {
    Stage.ROADMAP: _l("road map"),
    Stage.DRAFT: _l("draft"),
    Stage.REVIEWED: _l("peer-reviewed"),
    Stage.FINAL: _l("final"),
    Stage.SUBMITTED: _l("submitted to council"),
    Stage.ADOPTED: _l("adopted"),
}
