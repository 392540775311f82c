"""The 14 industrial ecosystems of the EU industrial strategy; what the pages call sectors."""

from flask_babel import lazy_gettext as _

from infocus.vocabularies.shapes import Vocabulary

ECOSYSTEMS = Vocabulary(
    name="ecosystems",
    title=_("Sectors"),
    source="European Commission, Updating the 2020 New Industrial Strategy, COM(2021) 350",
    labels={
        "aerospace-defence": _("Aerospace and defence"),
        "agri-food": _("Agri-food"),
        "construction": _("Construction"),
        "cultural-creative": _("Cultural and creative industries"),
        "digital": _("Digital"),
        "electronics": _("Electronics"),
        "energy-intensive": _("Energy-intensive industries"),
        "renewable-energy": _("Renewable energy"),
        "health": _("Health"),
        "mobility": _("Mobility, transport and automotive"),
        "proximity-social": _("Proximity and social economy"),
        "retail": _("Retail"),
        "textiles": _("Textiles"),
        "tourism": _("Tourism"),
    },
)
