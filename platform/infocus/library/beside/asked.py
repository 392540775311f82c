"""What the reader's address says of comments: which are wanted, and which words somebody is about to comment on."""

from collections.abc import Mapping
from dataclasses import dataclass

from infocus.comments.passages.folding import folded
from infocus.comments.passages.models import QUOTE_LIMIT
from infocus.library.beside.anchoring import kept_words
from infocus.library.beside.margin import Wish
from infocus.library.beside.passage import Passage
from infocus.library.reader import OpenPage

STATES = ("open", "resolved")
_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Composing:
    """Words that are being commented on; ``cut``: they are the beginning of more than fits."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    cut: bool

    @property
    def passage(self) -> Passage:
        """The words as they are lit, without a pin."""
        return Passage("", 0, self.start, self.end, True)


def wish_of(args: Mapping[str, str]) -> Wish:
    """Which comments are wanted; what is no id or state counts as not given."""
    state = args.get("said", "")
    return Wish(args.get("by", ""), state if state in STATES else "", args.get("comment", ""), args.get("notes", ""))


def composing_of(opened: OpenPage, mark: str) -> Composing | None:
    """The words of ``mark`` (``START-END`` in the page's text); ``None`` when they are none of this page."""
    left, _dash, right = mark.partition("-")
    if opened.page is None or not (_is_place(left) and _is_place(right)):
        return None
    text = opened.page.text
    start, end = int(left), min(int(right), len(text))
    cut = end - start > QUOTE_LIMIT
    end = min(end, start + QUOTE_LIMIT)
    if start >= end or not folded(text[start:end]):
        return None
    return Composing(**kept_words(text, start, end), cut=cut)


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _DIGITS
