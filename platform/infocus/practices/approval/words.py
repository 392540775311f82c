"""Readers beyond the network, as a sentence names them."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

READERS: Mapping[str, LazyString] = {"public": _l("everyone"), "all": _l("all networks")}
