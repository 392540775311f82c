"""Templates keep to their place, to the content security policy, and to words that can be translated."""

import re

import pytest

from tests.support import house, templating

SHARED = {"layout", "components"}
# Names stay themselves in every language; a language is named in itself.
NAMES = {
    "In Focus",
    "Exchange",
    "In Focus Exchange",
    "URBACT",
    "PDF",
    "DOCX",
    "PPTX",
    "ODT",
    "CSV",
    "JSON",
    "BibTeX",
    "RIS",
    "Atom",
    "Markdown",
}
SAMPLES = {"components/guide.html"}  # the style guide shows the components with sample data
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\ssrc\s*=)", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
}


def _templates():
    return sorted(path for path in house.TEMPLATES.rglob("*.html"))


def _name(path):
    return path.relative_to(house.TEMPLATES).as_posix()


def test_there_are_templates():
    assert {"layout", "components"} <= {_name(path).split("/")[0] for path in _templates()}


def test_a_page_uses_only_layout_components_and_its_own_folder():
    strangers = [
        f"{_name(path)}: {other}"
        for path in _templates()
        for other in templating.referenced(path)
        if other is None or other.split("/")[0] not in SHARED | {_name(path).split("/")[0]}
    ]
    assert strangers == []


@pytest.mark.parametrize("kind", INLINE)
def test_nothing_inline(kind):
    found = [_name(path) for path in _templates() if _counts(path, kind) and INLINE[kind].search(templating.html(path))]
    assert found == []


def _counts(path, kind):
    """Mail programs know only style attributes."""
    return not (_name(path).startswith("email/") and kind == "style attribute")


def test_every_word_can_be_translated():
    found = [
        f"{_name(path)}: {words}"
        for path in _templates()
        if _name(path) not in SAMPLES
        for words in templating.bare_words(path) + templating.bare_strings(path)
        if words not in NAMES
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello there</p>", ["Hello there"]),
        ("<p>{{ _('Hello') }}</p>", []),
        ("<p>{% trans %}Hello{% endtrans %}</p>", []),
        ("<p>{{ name }} writes</p>", ["writes"]),
        ('<img alt="A street" src="x">', ["A street"]),
        ('<img alt="{{ alt }}" class="wide picture">', []),
        ("<a {% if x %}class=one{% else %}class=two{% endif %}>{{ y }}</a>", []),
        ("{{ button('Save the draft') }}", ["Save the draft"]),
        ("{{ button(_('Save the draft'), kind='primary') }}", []),
        ("{{ button(_('Save %(name)s', name=n)) }}", []),
        ("{% set heading = 'Practices' %}", ["Practices"]),
        ("<code>infocus serve</code> ·", []),
    ],
)
def test_the_reader_of_templates(tmp_path, source, found):
    path = tmp_path / "page.html"
    path.write_text(source, "utf-8")
    assert templating.bare_words(path) + templating.bare_strings(path) == found
