"""What a table agrees on before anybody speaks: how notes are signed, who reads the transcript, how long it is kept.

Stored as ``Review.candour``: ``notes`` (``choice`` or a way to sign), ``transcript`` (``panel`` or ``network``),
``keep_days`` (30 to 3,650), ``hold`` (kept until somebody decides), ``secretariat`` (``report`` or ``room``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

KEEP_DAYS = 90
KEEP_LEAST, KEEP_MOST = 30, 3_650


class Notes(StrEnum):
    """How notes are signed; ``choice`` leaves it to each writer."""

    CHOICE = "choice"
    NAME = "name"
    CITY = "city"
    ANONYMOUS = "anonymous"


class Reads(StrEnum):
    """Who reads the transcript once the review is over."""

    PANEL = "panel"
    NETWORK = "network"


class Secretariat(StrEnum):
    """What the programme's secretariat gets to see."""

    REPORT = "report"
    ROOM = "room"


NOTES: dict[str, LazyString] = {
    Notes.CHOICE: _l("Each writer chooses, note by note: by name, by city or anonymous."),
    Notes.NAME: _l("Notes are signed by name."),
    Notes.CITY: _l("Notes are signed by city; no name is shown to anybody."),
    Notes.ANONYMOUS: _l("Notes are anonymous, for everybody, the administrator included."),
}
READS: dict[str, LazyString] = {
    Reads.PANEL: _l("The transcript is read by this table only."),
    Reads.NETWORK: _l("Once the review is over, the transcript is read by the whole network."),
}
SECRETARIAT: dict[str, LazyString] = {
    Secretariat.REPORT: _l("The secretariat sees the report only."),
    Secretariat.ROOM: _l("The panel agreed: the secretariat gets the report with the transcript."),
}
KEPT = _l("The transcript is deleted %(days)s days after the summary is agreed.")
HELD = _l("The transcript is kept until the lead partner or an expert decides otherwise.")
NEVER = _l("What is said off the record is stored nowhere. There are no read receipts and no ranking.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candour:
    """The settings, with what holds where nothing was said."""

    notes: str = Notes.CHOICE
    transcript: str = Reads.PANEL
    keep_days: int = KEEP_DAYS
    hold: bool = False
    secretariat: str = Secretariat.REPORT

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Self:
        """The settings as stored with a review; names nobody knows are passed over."""
        return cls(**{name: value for name, value in (stored or {}).items() if name in cls.__dataclass_fields__})

    @property
    def network_reads(self) -> bool:
        """Whether the network reads the transcript once the review is over."""
        return self.transcript == Reads.NETWORK

    def stored(self) -> dict[str, Any]:
        """For the column."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def lines(self) -> dict[str, tuple[LazyString, str]]:
        """What was agreed on, in words, by setting: what it is about, and the sentence."""
        kept = str(HELD) if self.hold else str(KEPT % {"days": self.keep_days})
        return {
            "notes": (_l("Notes"), str(NOTES[self.notes])),
            "transcript": (_l("Who reads"), str(READS[self.transcript])),
            "secretariat": (_l("Secretariat"), str(SECRETARIAT[self.secretariat])),
            "keep_days": (_l("How long"), kept),
            "off_record": (_l("Off the record"), str(NEVER)),
        }

    def sentences(self) -> list[str]:
        """The same without what each is about."""
        return [sentence for _about, sentence in self.lines().values()]


def wrong(candour: Candour) -> dict[str, bool]:
    """Which of the settings are none, by name."""
    return {
        "notes": candour.notes not in set(Notes),
        "transcript": candour.transcript not in set(Reads),
        "secretariat": candour.secretariat not in set(Secretariat),
        "keep_days": not KEEP_LEAST <= candour.keep_days <= KEEP_MOST,
    }
