"""The five objectives of EU cohesion policy."""

from flask_babel import lazy_gettext as _

from infocus.vocabularies.shapes import Vocabulary

POLICY_OBJECTIVES = Vocabulary(
    name="policy_objectives",
    title=_("Policy objectives"),
    source="Regulation (EU) 2021/1060, Article 5",
    labels={
        "PO1": _("A more competitive and smarter Europe"),
        "PO2": _("A greener, low-carbon Europe"),
        "PO3": _("A more connected Europe"),
        "PO4": _("A more social and inclusive Europe"),
        "PO5": _("A Europe closer to citizens"),
    },
)
