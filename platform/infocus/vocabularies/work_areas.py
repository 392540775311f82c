"""The work areas of In Focus: what the pages call themes."""

from flask_babel import lazy_gettext as _

from infocus.vocabularies.shapes import Vocabulary

WORK_AREAS = Vocabulary(
    name="work_areas",
    title=_("Themes"),
    source="In Focus, URBACT III",
    labels={
        "cluster-development": _("Cluster development"),
        "entrepreneurship": _("Entrepreneurship"),
        "workspace-provision": _("Workspace provision"),
        "investment-attraction": _("Investment attraction"),
        "talent": _("Talent"),
        "city-branding": _("City branding"),
        "ris3-alignment": _("City and region: RIS3 alignment"),
    },
)
