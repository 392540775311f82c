"""A range out of a spreadsheet as people paste it: rows with names, addresses and cities. Pure text in, rows out.

Tabs (Excel, LibreOffice), semicolons or commas between the cells; columns in any order with a header in any of the
ten languages. Without a header: the cell with an ``@`` is the address, the others are name, city, organisation.
"""

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from infocus.core.text import clean

MOST_ROWS = 5_000
LIMITS = {"name": 120, "email": 254, "city": 80, "organisation": 160}
HEADS = {
    "name": "name|full name|participant|person|nom complet|nombre y apellidos|nome completo|nombre completo"
            "|jmeno a prijmeni|nume complet|nume si prenume|imie i nazwisko|izen-abizenak|teilnehmer|participante|nome",
    "first": "first name|firstname|given name|forename|vorname|prenom|jmeno|prenume|imie|izena|nombre",
    "last": "last name|lastname|surname|family name|nachname|familienname|nom|apellido|apellidos|apelido|cognome"
            "|prijmeni|nazwisko|abizena|abizenak|nume",
    "email": "email|e-mail|mail|email address|e-mail address|correo|correo electronico|courriel|adresse e-mail"
             "|adresse mail|posta elettronica|endereco de e-mail|adres e-mail|e-mail-adresse|helbide elektronikoa",
    "city": "city|partner|town|place|ville|ciudad|citta|cidade|mesto|oras|miasto|stadt|ort|hiria",
    "organisation": "organisation|organization|institution|body|company|employer|organizacion|entidad|entite"
                    "|organisme|organizzazione|ente|organizacao|entidade|organizace|instituce|organizatie|institutie"
                    "|organizacja|instytucja|einrichtung|firma|erakundea",
}  # fmt: skip
_KNOWN = {name: column for column, names in HEADS.items() for name in names.split("|")}
_ORDER = ("name", "city", "organisation")


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One person as pasted. ``line``: the row in what was pasted, from 1. ``left``: cells that found no place."""

    line: int
    name: str = ""
    email: str = ""
    city: str = ""
    organisation: str = ""
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read. ``unused``: heads of columns that are not taken; ``more``: rows beyond the most that are read."""

    rows: Sequence[PastedRow] = ()
    unused: Sequence[str] = ()
    more: int = 0
    unreadable: bool = field(default=False)


def read(text: str) -> Pasted:
    """The people in a pasted range; ``unreadable`` when the cells cannot be told apart."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    try:
        cells = [[_tidy(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=_delimiter(text))]
    except csv.Error:
        return Pasted(unreadable=True)
    numbered = [(line, row) for line, row in enumerate(cells, start=1) if any(row)]
    if not numbered:
        return Pasted()
    first = numbered[0][1]
    heads = [_KNOWN.get(_plain(cell)) for cell in first]
    if not {*heads} & {"name", "first", "last", "email"} or any("@" in cell for cell in first):
        return _found([_without_heads(line, row) for line, row in numbered], ())
    heads = _settled(heads)
    unused = [cell for cell, column in zip(first, heads, strict=True) if cell and column is None]
    return _found([_with_heads(line, row, heads) for line, row in numbered[1:]], unused)


def _found(rows: list[PastedRow], unused: Sequence[str]) -> Pasted:
    return Pasted(rows[:MOST_ROWS], unused, max(0, len(rows) - MOST_ROWS))


def _delimiter(text: str) -> str:
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max("\t;,", key=lambda sign: (first.count(sign) > 0, sign == "\t", first.count(sign)))


def _settled(heads: list[str | None]) -> list[str | None]:
    """Each column once; a single "last name" column is the name ("Nom", "Nume" beside a first name is not)."""
    seen: set[str] = set()
    once: list[str | None] = []
    for column in heads:
        once.append(None if column in seen else column)
        seen |= {column} if column else set()
    if "first" in seen and "last" not in seen and "name" in seen:
        return ["last" if column == "name" else column for column in once]
    if "name" not in seen and len(seen & {"first", "last"}) == 1:
        return ["name" if column in {"first", "last"} else column for column in once]
    return once


def _with_heads(line: int, row: list[str], heads: Sequence[str | None]) -> PastedRow:
    cells = {column: cell for column, cell in zip(heads, row, strict=False) if column}
    name = cells.get("name") or " ".join(filter(None, (cells.get("first", ""), cells.get("last", ""))))
    left = tuple(cell for cell in row[len(heads) :] if cell)
    return PastedRow(line, name, cells.get("email", ""), cells.get("city", ""), cells.get("organisation", ""), left)


def _without_heads(line: int, row: list[str]) -> PastedRow:
    email = next((cell for cell in row if "@" in cell), "")
    rest = [cell for cell in row if cell and cell is not email]
    named = dict(zip(_ORDER, rest, strict=False))
    return PastedRow(line, email=email, left=tuple(rest[len(_ORDER) :]), **named)


def _tidy(cell: str) -> str:
    """One line of stored text; what cannot be stored is taken out (bells, halves of characters)."""
    sound = "".join(sign for sign in cell if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cs"})
    return clean(" ".join(sound.split()))


def _plain(cell: str) -> str:
    """Without case, accents and what stands around a word."""
    letters = unicodedata.normalize("NFKD", cell.casefold().replace("ł", "l"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).strip(" :*.")
