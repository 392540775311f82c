"""What the scripts of the room's pages are told."""

from collections.abc import Sequence
from typing import Any

from flask import current_app
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.core.actor import Actor
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.room.entries import partner_data
from infocus.reviews.room.sentences import sentences
from infocus.reviews.room.views.chapters import Chapter
from infocus.reviews.services.seats import voices
from infocus.reviews.vocabulary import (
    ADVICE_LIMIT,
    DOTS,
    NOTE_LIMIT,
    QUOTE_LIMIT,
    TEXT_LIMIT,
    Mode,
    Phase,
)
from infocus.reviews.words import PHASES

SIGNS = {"👍": _l("Agree"), "❓": _l("Unclear")}
"""What can be put on a line: stored as a sign, shown as a word, which every computer and screen reader has."""


def phases_of(review: Review) -> list[tuple[str, LazyString, int]]:
    """Name, label and minutes of each phase, in order."""
    return [(phase.value, PHASES[phase], int(review.minutes.get(phase, 0))) for phase in Phase]


def script_config(actor: Actor, review: Review, view: str, chapters: Sequence[Chapter]) -> dict[str, Any]:
    """Everything the script of ``view`` needs besides the log: who, whose table, limits, words."""
    guided = review.mode == Mode.GUIDED
    phases = [{"name": name, "label": str(label), "minutes": minutes} for name, label, minutes in phases_of(review)]
    path = record_path(review)
    return {
        "view": view,
        "review": review.id,
        "person": actor.person,
        "locale": str(get_locale() or "en").replace("_", "-"),
        "time_zone": review.time_zone,
        "limits": {
            "text": TEXT_LIMIT,
            "note": NOTE_LIMIT,
            "quote": QUOTE_LIMIT,
            "advice": ADVICE_LIMIT,
            "dots": DOTS,
            "file": int(current_app.extensions["infocus.settings"].max_upload_bytes),
        },
        "signs": [[sign, str(word)] for sign, word in SIGNS.items()],
        "mode": review.mode,
        "phases": phases if guided else [],
        "host": review.partner.label if review.partner else "",
        "host_id": review.partner_id,
        "table": [
            {"id": voice.id, "name": voice.name, "role": voice.role, "partner": partner_data(voice.partner)}
            for voice in sorted(voices(review).values(), key=lambda voice: voice.name)
        ],
        "sections": {part.key: part.heading for chapter in chapters for part in chapter.parts},
        "addresses": {
            "links": f"{path}/room/links",
            "files": f"{path}/room/files",
            "waiting": f"{path}/guests/waiting",
            "start": f"{path}/start",
            "finish": f"{path}/finish",
        },
        "words": sentences(),
    }
