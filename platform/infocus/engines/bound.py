"""The engines of the present app, as the app factory bound them."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from infocus.engines.mail.port import Mailer
from infocus.engines.realtime.port import Realtime
from infocus.engines.search.port import SearchIndex
from infocus.engines.storage.port import Storage
from infocus.engines.typesetting.port import Typesetter

KEY = "infocus.engines"


@dataclass(frozen=True, slots=True)
class Engines:
    """One adapter a port."""

    search: SearchIndex
    storage: Storage
    mailer: Mailer
    realtime: Realtime
    typesetter: Typesetter


def engines() -> Engines:
    """The engines of the present app."""
    return cast(Engines, current_app.extensions[KEY])
