"""A template and data become a tagged PDF, whatever the words are."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from infocus.engines.typesetting.port import Paper, TypesettingError
from infocus.engines.typesetting.typst_child import TypstTypesetter
from tests.support.effort import at_most

ROOT = Path(__file__).parents[3]
TEMPLATE = """\
#import "/templates/house.typ": *
#let paper(data) = {
  show: house.with(foot: data.foot)
  [= #data.heading]
  paragraphs(data.body)
  table(columns: 2, table.header[A][B], ..data.cells)
  funding(data.line)
}
"""
WORDS = {
    "pl": "Zażółć gęślą jaźń: przedsiębiorczość i Bielsko-Biała",
    "ro": "Sectorul 3 București: țintă, știință, încredere",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy v Ostravě",
    "pt": "Inovação, acções e coração da cidade do Porto",
    "eu": "Bilboko espezializazio adimenduna, hiriaren ekintzak",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "house.typ").write_text((ROOT / "templates/layout/print/house.typ").read_text("utf-8"))
    (tmp_path / "templates" / "sheet.typ").write_text(TEMPLATE)
    return tmp_path


@pytest.fixture
def typesetter(folder):
    return TypstTypesetter(folder / "templates", ROOT / "static" / "img")


def sheet(**changes: object) -> Paper:
    data = {"foot": "Foot", "heading": "Heading", "body": "Body", "cells": ["1", "2"], "line": "Co-funded"}
    return Paper(
        template="sheet.typ",
        title="A sheet",
        language="en",
        made_at=datetime(2018, 1, 24, tzinfo=UTC),
        data=data | changes,
    )


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def test_the_pdf_is_tagged_and_says_its_title_and_language(typesetter):
    pdf = typesetter.pdf(replace(sheet(), language="pl", title="Arkusz krytyczny"))
    document = pypdfium2.PdfDocument(pdf)
    assert document.is_tagged()
    assert document.get_metadata_dict()["Title"] == "Arkusz krytyczny"
    document.close()
    assert b"/Lang" in pdf
    assert b"pdfuaid" in pdf


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_words_come_out_as_they_went_in(typesetter, language):
    pdf = typesetter.pdf(replace(sheet(body=WORDS[language], heading=WORDS[language]), language=language))
    assert text_of(pdf).replace("\u00ad", "").count(WORDS[language]) == 2


def test_it_is_set_in_the_typefaces_of_the_house(typesetter):
    pdf = typesetter.pdf(sheet())
    assert b"SourceSans3" in pdf
    assert b"SourceSerif4" in pdf


def test_what_is_typed_is_never_taken_for_markup(typesetter):
    evil = '#panic("no") *bold* = Heading\n$x^2$ #read("/data.json") </script> <label> \\ @ref'
    assert '#panic("no") *bold*' in text_of(typesetter.pdf(sheet(body=evil)))


def test_the_same_paper_gives_the_same_bytes(typesetter):
    assert typesetter.pdf(sheet()) == typesetter.pdf(sheet())


def test_a_picture_without_words_for_it_is_refused(folder, typesetter):
    (folder / "templates" / "sheet.typ").write_text('#let paper(data) = image("/img/eu-emblem.svg")')
    with pytest.raises(TypesettingError, match="alt"):
        typesetter.pdf(sheet())


def test_pictures_are_opened_by_name_and_by_nothing_else(folder, typesetter):
    (folder / "templates" / "sheet.typ").write_text('#let paper(data) = image("/pictures/a.svg", alt: "a square")')
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
    assert typesetter.pdf(replace(sheet(), pictures={"a.svg": svg})).startswith(b"%PDF")
    with pytest.raises(TypesettingError, match="no path"):
        typesetter.pdf(replace(sheet(), pictures={"../a.svg": svg}))


def test_a_template_cannot_read_outside_of_its_folder(folder, typesetter):
    (folder / "templates" / "sheet.typ").write_text('#let paper(data) = read("../../../../../etc/passwd")')
    with pytest.raises(TypesettingError):
        typesetter.pdf(sheet())


def test_a_paper_that_never_ends_is_stopped_by_the_clock(folder):
    (folder / "templates" / "sheet.typ").write_text(
        "#let paper(data) = for i in range(90000) { for j in range(90000) {} }"
    )
    quick = TypstTypesetter(folder / "templates", ROOT / "static" / "img", seconds=1.5)
    with pytest.raises(TypesettingError, match=r"after 1\.5 s"):
        quick.pdf(sheet())


def test_a_hundred_thousand_characters_take_seconds(folder):
    patient = TypstTypesetter(folder / "templates", ROOT / "static" / "img", seconds=300)
    body = "\n\n".join(["Sieben Städte lesen einen Plan. " * 30] * 110)
    with at_most(60):
        pdf = patient.pdf(sheet(body=body))
    assert len(pypdfium2.PdfDocument(pdf)) > 20


@pytest.mark.parametrize("words", ["日本語", "👍🏽 and 👨‍👩‍👧", "bell \x07", "\u0378"])
def test_letters_no_typeface_has_cost_no_paper(typesetter, words):
    pdf = typesetter.pdf(replace(sheet(heading=f"Start {words} end", body=words), title=words.replace("\x07", "")))
    said = text_of(pdf)
    assert "Start" in said
    assert "end" in said
    assert "\u25a1" in said


def test_scripts_that_run_the_other_way_come_out(typesetter):
    assert text_of(typesetter.pdf(sheet(body="שלום", heading="سلام"))).count("\u25a1") == 0
