"""The small parts: encodings, cleaning, sections, the words of the reasons."""

import pytest
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from infocus.engines.extraction import reasons
from infocus.engines.extraction.cleaning import clean, clean_line
from infocus.engines.extraction.encodings import decode
from infocus.engines.extraction.port import Page, Progress, Reason
from infocus.engines.extraction.sections import SECTION_CHARACTERS, Sections
from tests.engines.extraction.samples import SENTENCES

CODE_PAGES = {
    "cp1252": ("en", "es", "eu", "pt", "it", "de", "fr"),
    "cp1250": ("cs", "pl", "ro"),
    "iso8859-2": ("cs", "pl", "ro"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("language", SENTENCES)
def test_unicode_texts_are_read_as_they_were_written(encoding: str, language: str) -> None:
    assert decode(SENTENCES[language].encode(encoding)) == SENTENCES[language]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_texts_without_a_mark_are_read(encoding: str) -> None:
    assert decode(SENTENCES["de"].encode(encoding)) == SENTENCES["de"]


@pytest.mark.parametrize(
    ("encoding", "language"), [(encoding, code) for encoding, codes in CODE_PAGES.items() for code in codes]
)
def test_old_code_pages_are_told_apart_by_their_language(encoding: str, language: str) -> None:
    # The old pages have no comma below (ș, ț): Romanian was written with cedillas.
    sentence = SENTENCES[language].translate(str.maketrans("șțȘȚ", "şţŞŢ"))
    assert decode(sentence.encode(encoding)) == sentence


@given(st.binary(max_size=300))
def test_no_bytes_are_beyond_decoding_and_cleaning(data: bytes) -> None:
    text = clean(decode(data))
    text.encode("utf-8")
    assert "\0" not in text


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n\t \u00a0\u2028\u00ad\u0301e"), max_size=200))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_cleaning_composes_letters_and_keeps_lines() -> None:
    assert clean("e\u0301te\u0301 \r\n\r\n\r\n\r\n co\u00adop  x\u2028y ") == "été\n\ncoop x\ny"
    assert clean_line(" a\n b " * 200, 7) == "a b a b"


def test_headings_without_text_share_a_page_named_by_the_last() -> None:
    sections = Sections()
    sections.heading("Part")
    sections.heading("Chapter")
    sections.paragraph("Text")
    sections.heading("Next")
    assert list(sections.items()) == [
        Progress(2),
        Page(1, "1", "Part\nChapter\nText", "Chapter"),
        Page(2, "2", "Next", "Next"),
    ]


def test_a_long_section_is_cut_at_a_paragraph_and_keeps_its_heading() -> None:
    sections = Sections()
    sections.heading("Long")
    for _ in range(5):
        sections.paragraph("x" * (SECTION_CHARACTERS // 2))
    pages = [item for item in sections.items() if isinstance(item, Page)]
    assert len(pages) == 5 // 2 + 1 or len(pages) == 5
    assert {page.heading for page in pages} == {"Long"}
    assert sum(page.text.count("x") for page in pages) == 5 * (SECTION_CHARACTERS // 2)


def test_every_reason_has_a_sentence_of_its_own_that_says_what_to_do() -> None:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        sentences = {str(reasons.sentence(reason)) for reason in Reason}
        unknown = str(reasons.sentence("of-an-older-version"))
        assert "2000" in str(reasons.truncated_sentence(2000, 10000, "pages")).replace(",", "")
        assert str(reasons.truncated_sentence(1, 1, "characters"))
    assert len(sentences) == len(Reason)
    assert unknown not in sentences
