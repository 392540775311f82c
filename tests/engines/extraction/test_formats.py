"""What each parser gives for an honest file."""

from pathlib import Path

import pytest

from infocus.engines.extraction import kinds
from infocus.engines.extraction.port import Page, Progress, Truncated
from infocus.engines.extraction.reader import read_pages
from tests.engines.extraction import samples
from tests.engines.extraction.conftest import Read, pages_of


def test_pdf_pages_carry_the_letters_of_ten_languages(ten_languages: Path) -> None:
    items = list(read_pages(ten_languages, kinds.PDF))
    assert items[0] == Progress(10)
    for page, (code, sentence) in zip(pages_of(items), samples.SENTENCES.items(), strict=True):
        assert sentence.replace("’", "'") in page.text.replace("\n", " ").replace("’", "'")
        assert page.heading == f"Part {code}"
        assert not page.scanned
    assert [page.label for page in pages_of(items)][:4] == ["i", "ii", "iii", "iv"]


def test_pdf_words_broken_at_a_line_end_are_whole_again(read: Read) -> None:
    source = '#set page(width: 120pt, height: 400pt, margin: 5pt)\n#set text(lang: "de", hyphenate: true)\n'
    data = samples.typeset(source + "Donaudampfschifffahrtsgesellschaft und Wirtschaftsförderungsgesellschaft")
    (page,) = pages_of(read(data, kinds.PDF))
    assert "Donaudampfschifffahrtsgesellschaft" in page.text
    assert "Wirtschaftsförderungsgesellschaft" in page.text


def test_pdf_pages_without_text_are_marked(read: Read) -> None:
    pages = pages_of(read(samples.blank_pdf(2), kinds.PDF))
    assert pages == [Page(1, "1", "", scanned=True), Page(2, "2", "", scanned=True)]


def test_docx_sections_follow_the_headings(read: Read) -> None:
    items = read(samples.report_docx(), kinds.DOCX)
    assert items[0] == Progress(3)
    assert [page.heading for page in pages_of(items)] == ["Spaces for work", "Costs", "Lessons"]
    assert pages_of(items)[0].text == "Spaces for work\nBefore the first chapter."


def test_docx_tables_are_rows(read: Read) -> None:
    assert pages_of(read(samples.report_docx(), kinds.DOCX))[1].text == (
        "Costs\nAction | Owner | Cost\nFab lab, Porto | 120 000 €"
    )


def test_docx_keeps_insertions_and_form_fields_and_drops_deletions(read: Read) -> None:
    text = pages_of(read(samples.report_docx(), kinds.DOCX))[2].text
    assert "Rents rise slowly" in text
    assert "Inside a form field" in text
    assert "explode" not in text
    for sentence in samples.SENTENCES.values():
        assert sentence in text


def test_docx_with_footnotes_and_text_boxes(read: Read) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f'<w:document {samples.W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
        '<w:p><w:r><w:t>See</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p></w:body></w:document>"
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>City data</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {samples.W}>{note}</w:footnotes>"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = f'<Relationships><Relationship Id="r1" Type="{relation}" Target="footnotes.xml"/></Relationships>'
    data = samples.package({
        "word/document.xml": body, "word/footnotes.xml": notes, "word/_rels/document.xml.rels": relations,
    })  # fmt: skip
    assert pages_of(read(data, kinds.DOCX))[0].text == "See\nCity data\nIn a box"


def test_docx_in_the_strict_form_word_offers_reads_the_same(read: Read) -> None:
    strict = samples.package({
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r>'
        "<w:t>Strictly</w:t></w:r></w:p></w:body></w:document>",
    })  # fmt: skip
    assert pages_of(read(strict, kinds.DOCX))[0].text == "Strictly"


def test_pptx_slides_have_titles_tables_and_notes(read: Read) -> None:
    items = read(samples.talk_pptx(), kinds.PPTX)
    assert items == [
        Progress(3),
        Page(1, "1", "Peer review\nAsk first\nAnswer later\nSay: the host listens.", "Peer review"),
        Page(2, "2", "Przegląd\nŽižkov | 12", "Przegląd"),
        Page(3, "3", "", "", scanned=True),
    ]


def test_odt_keeps_what_the_document_says(read: Read) -> None:
    assert read(samples.plan_odt(), kinds.ODT) == [
        Progress(2),
        Page(1, "1", "Visão\nAções de\tamanhã\nSource: city\nfirst point", "Visão"),
        Page(2, "2", "Budget\nRent | 40 €", "Budget"),
    ]


def test_odp_slides_have_titles_and_notes(read: Read) -> None:
    assert read(samples.talk_odp(), kinds.ODP) == [
        Progress(2),
        Page(1, "1", "Spazi\nPiù luce\nRemember", "Spazi"),
        Page(2, "2", "", "", scanned=True),
    ]


def test_markdown_sections_follow_the_headings_but_not_those_in_code(read: Read) -> None:
    text = "Intro\n\n# First #\nOne *two*.\n```\n# not a heading\n```\nSecond\n======\nText\n"
    assert read(text.encode(), kinds.MARKDOWN) == [
        Progress(3),
        Page(1, "1", "Intro"),
        Page(2, "2", "First\nOne *two*.\n```\n# not a heading\n```", "First"),
        Page(3, "3", "Second\nText", "Second"),
    ]


def test_html_gives_what_a_reader_would_see(read: Read) -> None:
    html = (
        "<!doctype html><head><title>T</title><style>p{}</style>"
        "<body><p>Caf&eacute;<script>alert('x')</script> &amp; bar"
        "<h2>Žizně</h2><ul><li>one<li>two</ul><table><tr><td>a<td>b</table>"
        "<!-- no --><noscript>never</noscript>"
    )
    assert read(html.encode(), kinds.HTML) == [
        Progress(2),
        Page(1, "1", "Café & bar"),
        Page(2, "2", "Žizně\none\ntwo\na | b", "Žizně"),
    ]


def test_plain_text_breaks_at_form_feeds(read: Read) -> None:
    pages = pages_of(read(b"one\r\ntwo\ffinal\n", kinds.TEXT))
    assert [page.text for page in pages] == ["one\ntwo", "final"]


def test_long_text_becomes_pages_of_bearable_length_and_loses_no_word(read: Read) -> None:
    words = [f"word{number}" for number in range(30_000)]
    lines = [" ".join(words[start : start + 7]) for start in range(0, len(words), 7)]
    pages = pages_of(read("\n".join(lines).encode(), kinds.TEXT))
    assert max(len(page.text) for page in pages) < 5000
    assert " ".join(page.text for page in pages).split() == words
    pages = pages_of(read(" ".join(words).encode(), kinds.TEXT))
    assert " ".join(page.text for page in pages).split() == words, "also when it is a single line"


@pytest.mark.parametrize("media_type", [kinds.TEXT, kinds.MARKDOWN, kinds.HTML])
def test_control_characters_and_halves_of_characters_do_not_get_through(read: Read, media_type: str) -> None:
    text = "a\0b\x07c\u200e right-to-left \u05d0 e\u0301 \ufeff\ufffe end"
    (page,) = pages_of(read(text.encode(), media_type))
    assert page.text == "abc\u200e right-to-left \u05d0 é end"


def test_a_limit_on_characters_is_said(read: Read) -> None:
    items = read(b"word " * 4000, kinds.TEXT, max_characters=5000)
    assert 4990 < sum(len(page.text) for page in pages_of(items)) <= 5000
    assert items[-1] == Truncated(2, 2, "characters")
