"""What the guards of the templates read out of them."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

SPOKEN = {"alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext"}
TRANSLATORS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
_ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True)
_HOLE = "\ue000"
_ATTRIBUTES = re.compile(r"(?:_class|_attrs|^look|^page)$")  # blocks and macros that fill an attribute or a tag
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"^[A-Z][a-z]+(?:$|[\s,.:;!?…])")


def parse(path: Path) -> nodes.Template:
    """The template's syntax."""
    return _ENVIRONMENT.parse(path.read_text("utf-8"))


def referenced(path: Path) -> list[str | None]:
    """The templates it extends, includes or imports; ``None`` for a name that is computed."""
    return list(find_referenced_templates(parse(path)))


def html(path: Path) -> str:
    """Its own text in the order written; what is computed or translated is one private-use character."""
    return "".join(_pieces(parse(path)))


def bare_words(path: Path) -> list[str]:
    """Texts that a person would read and that no translator can reach."""
    reader = _Reader()
    reader.feed(html(path))
    reader.close()
    return [text for text in reader.found if _WORD.search(text)]


def bare_strings(path: Path) -> list[str]:
    """Strings in expressions that look like words for people and are not handed to gettext."""
    return [text for text in _strings(parse(path)) if _SENTENCE.match(text)]


def _pieces(node: nodes.Node) -> Iterator[str]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block | nodes.Macro) and _ATTRIBUTES.search(child.name):
            continue
        if isinstance(child, nodes.TemplateData):
            yield child.data
        elif isinstance(child, nodes.Expr):
            yield _HOLE if isinstance(node, nodes.Output) else ""
        else:
            yield from _pieces(child)


def _strings(node: nodes.Node) -> Iterator[str]:
    for child in node.iter_child_nodes():
        translated = (
            isinstance(child, nodes.Call) and isinstance(child.node, nodes.Name) and child.node.name in TRANSLATORS
        )
        if isinstance(child, nodes.Const) and isinstance(child.value, str) and not isinstance(node, nodes.Compare):
            yield child.value
        elif not translated:
            yield from _strings(child)


class _Reader(HTMLParser):
    """Collects the text between tags and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._code = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "code", "kbd", "samp"}:
            self._code = tag
        names = dict(attrs)
        spoken = SPOKEN | (
            {"value"} if tag == "input" and names.get("type") in {"submit", "button", "reset"} else set()
        )
        self.found += [value.strip() for name, value in attrs if name in spoken and value]

    def handle_endtag(self, tag: str) -> None:
        if tag == self._code:
            self._code = ""

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.found += [text for part in data.split(_HOLE) if (text := part.strip())]
