"""The four criteria an URBACT good practice is checked against."""

from flask_babel import lazy_gettext as _

from infocus.vocabularies.shapes import Vocabulary

CRITERIA = Vocabulary(
    name="criteria",
    title=_("URBACT criteria"),
    source="URBACT, good practice label",
    labels={
        "integrated": _("Integrated and participatory approach"),
        "impact": _("Local impact"),
        "relevance": _("European relevance"),
        "transferability": _("Transferability"),
    },
)
