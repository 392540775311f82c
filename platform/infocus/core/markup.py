"""Markdown that people write, to HTML that is safe: parsed by markdown-it, sanitised once by nh3 on the way out."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])
_TAGS = {
    "p", "br", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "h6", "hr",
    "a", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_KEPT, _SHORT = 1_000, 2_000  # texts kept as HTML and their letters at most: some megabytes in all


def render(text: str) -> Markup:
    """Safe HTML of Markdown. Headings begin at h3, so that a page keeps its outline; no images, no raw HTML."""
    return _kept(text) if len(text) <= _SHORT else _rendered(text)


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> Markup:
    """A discussion shows a hundred short texts, the same at every visit."""
    return _rendered(text)


def _rendered(text: str) -> Markup:
    html = _markdown.render(text)
    for level in (4, 3, 2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    return Markup(
        nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="nofollow noopener ugc")
    )


def plain(text: str) -> str:
    """The words alone, for summaries, mails and the index."""
    return " ".join(nh3.clean(_markdown.render(text), tags=set()).split())
