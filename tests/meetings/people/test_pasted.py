"""What is read out of a pasted range: separators, headers in any order and language, and what cannot be told apart."""

import pytest

from infocus.meetings.people.pasted import MOST_ROWS, read


def _people(text: str) -> list[tuple[str, str, str, str]]:
    return [(row.name, row.email, row.city, row.organisation) for row in read(text).rows]


@pytest.mark.parametrize("sign", ["\t", ";", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end(sign: str, end: str) -> None:
    rows = [["E-mail", "City", "Name", "Organisation"], ["ana@a.example", "Porto", "Ana Silva", "InvestPorto"]]
    text = end.join(sign.join(row) for row in rows)
    assert _people(text) == [("Ana Silva", "ana@a.example", "Porto", "InvestPorto")]


@pytest.mark.parametrize(
    ("head", "row", "name"),
    [
        ("Nachname\tVorname\tOrt", "Maier\tEva\tFrankfurt", "Eva Maier"),
        ("Nom\tPrénom\tVille", "Durand\tÉlodie\tBordeaux", "Élodie Durand"),
        ("Nume\tPrenume\tOraș", "Popescu\tIoana\tBucurești", "Ioana Popescu"),
        ("Imię i nazwisko\tMiasto", "Łucja Żak\tBielsko-Biała", "Łucja Żak"),
        ("Nombre\tApellidos\tCiudad", "Idoia\tEtxeberria\tBilbao", "Idoia Etxeberria"),
        ("Nombre\tCiudad", "Idoia Etxeberria\tBilbao", "Idoia Etxeberria"),
        ("Příjmení\tJméno\tMěsto", "Novák\tJan\tOstrava", "Jan Novák"),
    ],
)
def test_headers_in_the_languages_of_the_network(head: str, row: str, name: str) -> None:
    assert [each.name for each in read(f"{head}\n{row}").rows] == [name]
    assert read(f"{head}\n{row}").rows[0].city


def test_without_a_header_the_address_is_found_and_the_rest_is_in_order() -> None:
    text = "Ana Silva\tana@a.example\tPorto\tInvestPorto\t+351\nJan Novák\tOstrava"
    first, second = read(text).rows
    assert (first.name, first.email, first.city, first.organisation, first.left) == (
        "Ana Silva", "ana@a.example", "Porto", "InvestPorto", ("+351",),
    )  # fmt: skip
    assert (second.name, second.email, second.city) == ("Jan Novák", "", "Ostrava")


def test_columns_that_are_not_taken_are_named_and_cells_keep_to_their_row() -> None:
    pasted = read('Name;Diet;City\n"Silva; Ana\nMaria";vegan;Porto\n;;\nEva;;Graz')
    assert pasted.unused == ["Diet"]
    assert [(row.line, row.name, row.city) for row in pasted.rows] == [
        (2, "Silva; Ana Maria", "Porto"),
        (4, "Eva", "Graz"),
    ]


def test_right_to_left_names_and_stray_signs_survive() -> None:
    text = "name\tcity\nליאור כהן\u200f\tחיפה\n\ufffeAn\u0007a\t\U0001f600"
    assert [row.name for row in read(text).rows] == ["ליאור כהן\u200f", "\ufffeAna"]


def test_rows_beyond_the_most_are_counted_never_dropped_silently() -> None:
    pasted = read("name\n" + "\n".join(f"Person {n}" for n in range(MOST_ROWS + 7)))
    assert (len(pasted.rows), pasted.more) == (MOST_ROWS, 7)
    assert read("x" * 200_000).unreadable
    assert not read(" \n\t\n").rows
