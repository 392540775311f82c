"""A file's parts as pieces of a fiche: what stands under each heading, in each row of a form, after each label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from infocus.engines.extraction.port import Part, Rows
from infocus.library.parts import as_markdown
from infocus.practices.fiches.fitting import plain
from infocus.practices.fiches.headings import HEADING, LINE, field_of

LABEL = 120
"""Characters of a label in a form's left column."""
_SHORT_LINE = 80
_FEWEST = 2
"""So many rows whose first cell names a field make a table a form."""
_LABELLED = re.compile(
    r"(?P<mark>\*{0,2})(?P<label>[^\W\d_][^:\n|]{1,60}?)(?P=mark)\s*:\s*(?P=mark)\s*(?P<text>\S.*)", re.DOTALL
)


@dataclass(slots=True)
class Piece:
    """Text under a heading. ``meant``: the field its own heading names, or empty; ``level`` as a ``Part`` has it."""

    heading: str
    level: int
    page: int | None
    meant: str = ""
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it, as Markdown."""
        return "\n\n".join(self.texts)


def pieces_of(parts: Sequence[Part], language: str) -> list[Piece]:
    """The pieces of a file in its order; every word of the parts is in one of them."""
    return [piece for part in parts for piece in _Reader(part, language).pieces()]


class _Reader:
    """Reads one part."""

    def __init__(self, part: Part, language: str) -> None:
        self._language = language
        heading = f"{part.number} {part.title}".strip()
        own = field_of(part.title, language) if part.level else ""
        self._base = Piece(heading, part.level, part.page, own)
        self._done = [self._base]
        self._part = part

    def pieces(self) -> Iterator[Piece]:
        """What stands in the part; a heading without text counts as well."""
        for piece in self._part.pieces:
            if isinstance(piece, str):
                for paragraph in re.split(r"\n\s*\n", piece):
                    self._paragraph(paragraph)
            else:
                self._table(piece)
        return (each for each in self._done if each.heading or each.texts)

    def _paragraph(self, text: str) -> None:
        text = text.strip("\n")
        if not text.strip():
            return
        line = plain(text).rstrip(" :")
        if "\n" not in text.strip() and len(line) <= _SHORT_LINE and line[-1:] not in ".;,!":
            meant = field_of(line, self._language, LINE)
            if meant:
                self._begin(line, meant)
                return
        labelled = _LABELLED.fullmatch(text.strip())
        meant = field_of(plain(labelled["label"]), self._language, LINE) if labelled else ""
        if labelled and meant and meant != self._base.meant:
            self._labelled(plain(labelled["label"]), meant, labelled["text"])
        else:
            self._done[-1].texts.append(text)

    def _labelled(self, label: str, meant: str, text: str) -> None:
        """A paragraph that names its field itself; under a heading that names one, only this paragraph is meant."""
        back = self._done[-1]
        self._begin(label, meant)
        self._done[-1].texts.append(text)
        if self._base.meant:
            self._done.append(Piece(back.heading, back.level, back.page, back.meant))

    def _table(self, table: Rows) -> None:
        rows = [tuple(dict.fromkeys(cell for cell in row if cell)) for row in table]
        rows = [row for row in rows if row]
        if all(len(row) == 1 for row in rows):
            for row in rows:
                for paragraph in re.split(r"\n+", row[0]):
                    self._paragraph(paragraph)
            return
        if not self._is_form(rows):
            self._done[-1].texts.append(as_markdown(table))
            return
        for row in rows:
            label = " ".join(row[0].split())
            if len(row) == 1:
                self._paragraph(row[0])
            elif len(label) <= LABEL:
                self._begin(label, field_of(label, self._language))
                self._done[-1].texts.append("\n\n".join(row[1:]))
            else:
                self._done[-1].texts.append("\n\n".join(row))

    def _is_form(self, rows: Sequence[Sequence[str]]) -> bool:
        """Whether a table is a form: labels on the left that name fields, text on the right."""
        if any(len(row) > _FEWEST for row in rows):
            return False
        named = [row for row in rows if len(row[0]) <= LABEL and field_of(row[0], self._language, HEADING)]
        return len(named) >= min(_FEWEST, len(rows))

    def _begin(self, heading: str, meant: str) -> None:
        level = self._base.level + 1
        self._done.append(Piece(heading, level, self._base.page, meant))
