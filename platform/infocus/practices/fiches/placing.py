"""From the pieces of a fiche to a proposal: each field's text, what was cut, what has no place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from infocus.engines.extraction.port import Part
from infocus.practices.fiches.figures import amounts_in, measures_in, once, years_in
from infocus.practices.fiches.fitting import chunks, fit, leading, plain
from infocus.practices.fiches.found import LIMITS, PLAIN, Found, Proposed, Source, nothing
from infocus.practices.fiches.models import ProposalState
from infocus.practices.fiches.pieces import Piece, pieces_of

TIMESCALE = "timescale"
_TITLE = 160
"""Characters of a first line that can be the title of a file without headings."""


def proposal_of(parts: Sequence[Part], language: str) -> Found:
    """What a file's parts propose for a practice. Nothing is lost: what has no place is in ``rest``."""
    placing = _Placing()
    pieces = pieces_of(parts, language)
    titled = _titled(pieces)
    for piece in pieces:
        placing.take(piece, is_title=piece is titled)
    return placing.found()


def _titled(pieces: Sequence[Piece]) -> Piece | None:
    """The piece whose heading is the title: the document's own, else its first heading if that names no field."""
    if any(piece.meant == "title" and piece.texts for piece in pieces):
        return None
    own = next((piece for piece in pieces if piece.level == 0 and piece.heading), None)
    if own is not None:
        return own
    first = pieces[0] if pieces else None
    if first is not None and first.level == 0 and not first.meant and _is_line(first):
        return first
    headed = next((piece for piece in pieces if piece.heading), None)
    return headed if headed is not None and not headed.meant and headed.level == 1 else None


def _is_line(piece: Piece) -> bool:
    """Whether a text before the first heading begins with a line that can be a title."""
    first = piece.texts[0] if piece.texts else ""
    return 0 < len(first) <= _TITLE and "\n" not in first and plain(first)[-1:] not in ".;,:!|"


@dataclass(slots=True)
class _Placing:
    """Takes the pieces in the file's order."""

    _placed: dict[str, list[Piece]] = field(default_factory=dict)
    _rest: list[Piece] = field(default_factory=list)
    _title: Piece | None = None
    _lead: Piece | None = None
    _above: Piece | None = None

    def take(self, piece: Piece, *, is_title: bool) -> None:
        """Put a piece where its heading, or the heading above it, says."""
        if is_title:
            self._take_title(piece)
            return
        if piece.meant:
            self._above = piece
            self._placed.setdefault(piece.meant, []).append(piece)
            return
        if self._above is not None and (not piece.heading or piece.level > self._above.level):
            self._below(self._above, piece)
            return
        self._above = None
        self._rest.append(piece)

    def _take_title(self, piece: Piece) -> None:
        self._title = piece
        if piece.heading:
            self._lead = Piece(piece.heading, piece.level, piece.page, texts=piece.texts)
        else:  # the first line of a text without headings
            self._title = Piece(plain(piece.texts[0]), 0, piece.page)
            self._lead = Piece("", 0, piece.page, texts=piece.texts[1:])

    def _below(self, above: Piece, piece: Piece) -> None:
        """A heading of its own below a field's, or a page that goes on: its text goes with it, under its name."""
        self._placed[above.meant].append(Piece(piece.heading, piece.level, piece.page, above.meant, piece.texts))

    def found(self) -> Found:
        """The proposal."""
        found = nothing()
        self._figures(found)
        resources = self._placed.setdefault("resources", [])
        resources += self._placed.pop(TIMESCALE, [])
        for name in LIMITS:
            pieces = self._under(name)
            if pieces:
                _propose(found, name, _joined(pieces), pieces)
            else:  # a heading that nothing follows is kept for what it says
                self._rest += self._placed.get(name, [])
        self._head(found)
        for piece in self._rest:
            _keep(found, piece.text, _source(piece))
        return found

    def _head(self, found: Found) -> None:
        """Title and summary, where the file has none under those names."""
        if self._title is not None and "title" not in found["fields"]:
            _propose(found, "title", self._title.heading, [self._title])
        lead, headed = self._lead, self._is_headed()
        if lead is None and not headed:
            lead = next((piece for piece in self._rest if piece.texts), None)
        if "summary" in found["fields"] or lead is None or not lead.texts:
            self._rest[:0] = [self._lead] if self._lead is not None and self._lead.texts else []
            return
        if headed:
            first, rest = leading(lead.text)
            _propose(found, "summary", first, [lead])
            self._rest[:0] = [Piece(lead.heading, 0, lead.page, texts=[rest])] if rest else []
            return
        # No heading helps: all of it stays without a place, and its beginning may do as a summary.
        first = lead.text.partition("\n\n")[0]
        found["fields"]["summary"] = _proposed(fit(plain(first), LIMITS["summary"])[0], [_source(lead)])
        if lead is self._lead and self._title is not None:
            self._rest[:0] = [Piece("", 0, lead.page, texts=[self._title.heading, *lead.texts])]

    def _is_headed(self) -> bool:
        """Whether the file has headings, or labels that name a field."""
        named = any(piece.texts for pieces in self._placed.values() for piece in pieces)
        return named or any(piece.heading for piece in (*self._rest, *filter(None, (self._lead,))))

    def _figures(self, found: Found) -> None:
        """Amounts, dates and measures, beside the texts they stand in."""
        tables = {
            "amounts": once([r for each in self._under("resources") for r in amounts_in(each.text, each.heading)]),
            "indicators": once([row for each in self._under("evidence") for row in measures_in(each.text)]),
        }
        for name, rows in tables.items():
            if rows:
                found["tables"][name] = {"rows": rows, "state": ProposalState.OPEN}
        pieces = self._under(TIMESCALE)
        for name, date in zip(("started", "ended"), years_in("\n".join(piece.text for piece in pieces)), strict=True):
            if date:
                found["fields"][name] = _proposed(date, list(map(_source, pieces)))

    def _under(self, name: str) -> list[Piece]:
        return [piece for piece in self._placed.get(name, []) if piece.texts]


def _source(piece: Piece) -> Source:
    return {"heading": piece.heading[:200], "page": piece.page}


def _proposed(text: str, sources: list[Source], *, cut: bool = False) -> Proposed:
    return {"text": text, "sources": sources, "cut": cut, "state": ProposalState.OPEN}


def _joined(pieces: Sequence[Piece]) -> str:
    """The texts of one field; from the second heading on each under its own."""
    texts: list[str] = []
    for heading, group in groupby(pieces, key=lambda piece: piece.heading):
        text = "\n\n".join(piece.text for piece in group)
        texts.append(f"**{heading}**\n\n{text}" if heading and texts else text)
    return "\n\n".join(texts)


def _propose(found: Found, name: str, text: str, pieces: Iterable[Piece]) -> None:
    """Propose what fits, and keep the rest."""
    sources = list({(piece.heading, piece.page): _source(piece) for piece in pieces}.values())
    whole = plain(text) if name in PLAIN else text
    fitting, rest = fit(whole, LIMITS[name])
    if fitting:
        found["fields"][name] = _proposed(fitting, sources, cut=bool(rest))
    if rest:
        _keep(found, rest, sources[-1], of=name)


def _keep(found: Found, text: str, source: Source, of: str = "") -> None:
    """Text without a place, in pieces that can be placed one by one; a heading without text is kept as its text."""
    for each in chunks(text.strip() or source["heading"]):
        key = str(len(found["rest"]) + 1)
        found["rest"].append({"key": key, "source": source, "text": each, "of": of})
