"""The table beside the files: a CSV as any Excel writes it, with a row a file."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from infocus.engines.extraction.encodings import decode
from infocus.meetings.models import KIND_WORDS, OutputKind

MOST_BYTES = 4_000_000
MOST_ROWS = 20_000
MOST_LETTERS = 2_000
"""Of one cell: more is a mistake in the quotes."""
_SEPARATORS = ";,\t|"
_COLUMNS: Mapping[str, frozenset[str]] = {
    "file": frozenset(
        "file|filename|file name|name|datei|dateiname|fichier|nom du fichier|archivo|fichero|nombre|fitxategia|izena|"
        "ficheiro|nome|arquivo|file nome|nome file|soubor|nazev souboru|fisier|nume fisier|plik|nazwa pliku".split("|")
    ),
    "title": frozenset("title|titel|titre|titulo|izenburua|titolo|nazev|titlu|tytul".split("|")),
    "kind": frozenset("kind|type|art|typ|genre|tipo|clase|mota|druh|tip|rodzaj".split("|")),
    "language": frozenset("language|lang|sprache|langue|idioma|lengua|hizkuntza|lingua|jazyk|limba|jezyk".split("|")),
    "date": frozenset("date|datum|fecha|data|eguna".split("|")),
    "source": frozenset("source|source of the date|quelle|fuente|iturria|fonte|zdroj|sursa|zrodlo".split("|")),
    "session": frozenset("session|sitzung|sesion|saioa|sessao|sessione|relace|sesiune|sesja".split("|")),
    "summary": frozenset(
        "summary|zusammenfassung|resume|resumen|laburpena|resumo|riassunto|souhrn|rezumat|streszczenie".split("|")
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """The rows by the name of their file, as ``folded``; ``name`` is the table's own."""

    name: str = ""
    rows: dict[str, dict[str, str]] = field(default_factory=dict)


def read_table(name: str, data: bytes) -> Table | None:
    """The table in these bytes; ``None`` when they are none: no column for files, or none besides it."""
    text = decode(data).lstrip("\ufeff").replace("\0", "")
    rows = _rows(text)
    head = [_column(cell) for cell in next(rows, [])]
    if "file" not in head or not set(head) - {"", "file"}:
        return None
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        values = {column: cell.strip() for column, cell in zip(head, row, strict=False) if column and cell.strip()}
        if values.get("file"):
            found.setdefault(folded(values["file"]), values)
        if len(found) >= MOST_ROWS:
            break
    return Table(name, found)


def row_of(table: Table, path: str) -> dict[str, str]:
    """What the table says of a file: by its whole path, else by its name alone."""
    return table.rows.get(folded(path)) or table.rows.get(folded(path.rpartition("/")[2])) or {}


def folded(name: str) -> str:
    """A name as it is compared: case and the way accents are written make no difference, nor which slash."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/")).removeprefix("./").casefold()


def kind_of(text: str) -> OutputKind | None:
    """The kind a cell names: by its code, or by its word in English or in the language in force."""
    wanted = folded(text)
    for kind, word in KIND_WORDS.items():
        if wanted in {kind.value, kind.value.replace("-", " "), _english(kind), folded(str(word))}:
            return kind
    return None


def _english(kind: OutputKind) -> str:
    names = {OutputKind.BASELINE: "baseline study", OutputKind.PAPER: "thematic paper"}
    return names.get(kind, kind.value.replace("-", " "))


def _rows(text: str) -> Iterator[list[str]]:
    """The rows, whatever separates the cells; Excel's own line "sep=;" says it outright."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and first.rstrip("\r")[4:5]:
        return _read(rest, first[4])
    separator = max(_SEPARATORS, key=lambda each: (_fields(first, each), -_SEPARATORS.index(each)))
    return _read(text, separator)


def _fields(line: str, separator: str) -> int:
    return len({_column(cell) for cell in next(_read(line, separator), [])} - {""})


def _read(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell longer than any honest one: what was read stays
            return
        yield [cell[:MOST_LETTERS] for cell in row]


def _column(cell: str) -> str:
    """Which column a heading names; empty for one we do not know."""
    plain = unicodedata.normalize("NFKD", cell.strip().strip("\ufeff").casefold().replace("ł", "l"))
    word = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("_", " ")
    return next((column for column, words in _COLUMNS.items() if word in words), "")
