"""Markdown from strangers: nothing that reaches the page is alive."""

from html.parser import HTMLParser

import pytest

from infocus.core.markup import plain, render

ALIVE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x](https://a.example \"onmouseover=alert(1)\")",
    "[x](https://a.example/\"onmouseover=\"alert(1))",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "| <b onclick=alert(1)> | b |\n|---|---|\n| <style>*{}</style> | d |",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<form action=/sign-out method=post><button>x</button></form>",
    "</div></main><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]  # fmt: skip


class Elements(HTMLParser):
    """The elements and attributes of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name: value or "" for name, value in attrs}


@pytest.mark.parametrize("text", ALIVE)
def test_nothing_is_alive(text: str) -> None:
    found = Elements()
    found.feed(str(render(text)))
    assert found.tags <= {"p", "a", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"}
    assert set(found.attributes) <= {"href", "title", "rel"}
    assert found.attributes.get("href", "https://").partition(":")[0] in {"https", "http", "mailto"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# One", "<h3>One</h3>"),
        ("**a** _b_ ~~c~~", "<p><strong>a</strong> <em>b</em> <s>c</s></p>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ],
)
def test_honest_markdown_is_shown(text: str, html: str) -> None:
    assert str(render(text)).strip() == html


@pytest.mark.parametrize("text", ["> " * 20_000, "[" * 20_000, "*a " * 10_000, "`" * 20_000, "- " * 10_000])
def test_no_text_takes_long(text: str) -> None:
    assert len(str(render(text))) < 20 * len(text)


def test_plain_words_for_mails_and_the_index() -> None:
    assert plain("# Title\n\nSome **bold** [link](https://a.example).\n\n- x") == "Title Some bold link. x"
