"""What the log of a room holds for those who sum it up: the words that stand, by phase, and what became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from infocus.reviews.vocabulary import Kind, Phase

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Words with the ``seq`` they stand at. ``who`` is empty where nobody's name is shown; ``note`` a kind of note.

    ``person`` is the id of who said it.
    """

    seq: int
    kind: str
    who: str
    words: str
    note: str = ""
    section: str = ""
    at: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Notes under one title, with the dots on them."""

    seq: int
    title: str
    dots: int
    notes: tuple[Source, ...]

    @property
    def heading(self) -> Source:
        """The title as words of their own."""
        return Source(self.seq, Kind.CLUSTER, "", self.title)


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation as it stands, not withdrawn. ``of`` is the city or name it came from, empty when anonymous."""

    number: int
    text: str
    source: int | None
    of: str = ""
    section: str = ""


@dataclass(slots=True)
class Stretch:
    """A time in one phase (``""`` in an open review), with what was said in it."""

    phase: str
    began: datetime
    ended: datetime | None = None
    lines: list[Source] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """Whole minutes it took; one at least, 0 while it runs."""
        return max(1, round((self.ended - self.began).total_seconds() / 60)) if self.ended else 0


@dataclass(frozen=True, slots=True)
class Material:
    """All of it. ``deleted``: the words were deleted, times and counts are left."""

    stretches: tuple[Stretch, ...]
    clusters: tuple[Gathered, ...]
    loose: tuple[Source, ...]
    advice: tuple[Advice, ...]
    takeaways: tuple[Source, ...]
    deleted: bool = False


def gather(entries: Iterable[Entry]) -> Material:
    """Put the entries of a room, in the order of ``seq``, together."""
    log = list(entries)
    words = _standing(log)
    stretches = _stretches(log, words)
    notes = {entry["seq"]: _source(entry, words) for entry in log if entry["kind"] == Kind.NOTE and words[entry["seq"]]}
    clusters, clustered = _clusters(log, notes)
    return Material(
        stretches=tuple(stretches),
        clusters=clusters,
        loose=tuple(note for seq, note in notes.items() if seq not in clustered),
        advice=_advice(log),
        takeaways=_takeaways(log, words),
        deleted=any(entry.get("deleted") for entry in log),
    )


def _standing(log: list[Entry]) -> dict[int, str]:
    """``seq`` of every line and note → its words that count now; empty when they were taken back."""
    words = {e["seq"]: str(e.get("text") or "") for e in log if e["kind"] in {Kind.MESSAGE, Kind.SPOKEN, Kind.NOTE}}
    for entry in log:
        target = entry.get("target")
        if entry["kind"] == Kind.EDITED and target in words and entry.get("text"):
            words[target] = str(entry["text"])
        elif entry["kind"] == Kind.REMOVED and target in words:
            words[target] = ""
    return words


def _source(entry: Entry, words: Mapping[int, str]) -> Source:
    voice = entry.get("speaker") or entry.get("author") or {}
    partner = (entry.get("speaker") or {}).get("partner") or entry.get("partner") or {}
    who = ", ".join(filter(None, (str(voice.get("name") or ""), str(partner.get("label") or ""))))
    return Source(
        seq=int(entry["seq"]),
        kind=str(entry["kind"]),
        who=who,
        words=words[entry["seq"]],
        note=str(entry.get("note") or ""),
        section=str(entry.get("section") or ""),
        at=str(entry.get("at") or ""),
        person=str(voice.get("id") or ""),
    )


def _stretches(log: list[Entry], words: Mapping[int, str]) -> list[Stretch]:
    found: list[Stretch] = []
    for entry in log:
        if entry["kind"] == Kind.PHASE and entry.get("move") in {"to", "start", "finish"}:
            at = datetime.fromisoformat(str(entry["at"]))
            if found and found[-1].ended is None:
                found[-1].ended = at
            if entry["move"] != "finish":
                found.append(Stretch(str(entry.get("phase") or ""), at))
        elif found and words.get(entry["seq"]) and entry["kind"] != Kind.NOTE:
            found[-1].lines.append(_source(entry, words))
    return found


def _clusters(log: list[Entry], notes: Mapping[int, Source]) -> tuple[tuple[Gathered, ...], set[int]]:
    """The clusters that stand, in the order of their founding, and the notes in any: the last to name one has it."""
    titles: dict[int, str] = {}
    home: dict[int, int] = {}
    for entry in log:
        if entry["kind"] == Kind.CLUSTER:
            seq, named = int(entry.get("cluster") or entry["seq"]), set(entry.get("notes") or ())
            titles[seq] = str(entry.get("title") or "")
            home = {note: place for note, place in home.items() if place != seq or note in named}
            home.update(dict.fromkeys(named, seq))
    dots = _dots(log)
    found = []
    for seq, title in titles.items():
        inside = tuple(note for number, note in notes.items() if home.get(number) == seq)
        if title or inside:
            found.append(Gathered(seq, title, dots.get(seq, 0), inside))
    return tuple(found), {note for note, seq in home.items() if seq in titles}


def _dots(log: list[Entry]) -> dict[int, int]:
    found: dict[int, int] = {}
    for entry in log:
        if entry["kind"] == Kind.VOTE and entry.get("target") is not None:
            found[int(entry["target"])] = found.get(int(entry["target"]), 0) + int(entry.get("change") or 0)
    return found


def _advice(log: list[Entry]) -> tuple[Advice, ...]:
    latest: dict[str, Entry] = {}
    for entry in log:
        if entry["kind"] == Kind.RECOMMENDATION and entry.get("recommendation"):
            latest[str(entry["recommendation"])] = entry
    stand = [entry for entry in latest.values() if not entry.get("withdrawn") and entry.get("text")]
    return tuple(
        Advice(int(e.get("number") or 0), str(e["text"]), e.get("source"), section=str(e.get("section_title") or ""))
        for e in sorted(stand, key=lambda entry: int(entry.get("number") or 0))
    )


def _takeaways(log: list[Entry], words: Mapping[int, str]) -> tuple[Source, ...]:
    """Messages marked as such; where none is, what the host said in that phase."""
    marked = [e for e in log if e["kind"] == Kind.MESSAGE and e.get("takeaway")]
    if not marked:
        lines = [line for each in _stretches(log, words) if each.phase == Phase.TAKEAWAYS for line in each.lines]
        return tuple(lines[:3])
    return tuple(_source(entry, words) for entry in marked if words[entry["seq"]])
