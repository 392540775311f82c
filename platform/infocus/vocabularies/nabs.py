"""Scientific domains: the 14 chapters of NABS."""

from flask_babel import lazy_gettext as _

from infocus.vocabularies.shapes import Vocabulary

NABS = Vocabulary(
    name="nabs",
    title=_("Scientific domains"),
    source="Eurostat, NABS 2007",
    labels={
        "01": _("Exploration and exploitation of the Earth"),
        "02": _("Environment"),
        "03": _("Exploration and exploitation of space"),
        "04": _("Transport, telecommunication and other infrastructures"),
        "05": _("Energy"),
        "06": _("Industrial production and technology"),
        "07": _("Health"),
        "08": _("Agriculture"),
        "09": _("Education"),
        "10": _("Culture, recreation, religion and mass media"),
        "11": _("Political and social systems, structures and processes"),
        "12": _("General advancement of knowledge, from general university funds"),
        "13": _("General advancement of knowledge, from other sources"),
        "14": _("Defence"),
    },
)
