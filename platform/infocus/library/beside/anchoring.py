"""An anchor for words of a file: they must be on the page they are said to be on."""

import re
import unicodedata
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.comments.passages.finding import Words, find_on_page, neighbours
from infocus.comments.passages.folding import folded
from infocus.comments.passages.models import QUOTE_LIMIT
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.library.models import Document, DocumentPage, DocumentVersion, ReadingState

NEIGHBOURS = 100
LONGEST_REST = 24
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def anchored(document: Document, version: DocumentVersion, words: Words) -> dict[str, Any]:
    """The anchor as a comment keeps it: the words as the file has them, with their neighbours and their place.

    On a page that is not read yet the words are kept as they were sent, and looked for when it is.

    Raises:
        Invalid: the words are too many or none, the version has no such page, or the page no such words.
    """
    words = _checked(words)
    place = {"document": document.id, "version": version.number, "page": words.page}
    page = db.session.get(DocumentPage, (version.id, words.page))
    if page is None:
        _check_page(version, words.page)
        return place | {"quote": tidy(words.quote), "prefix": words.prefix, "suffix": words.suffix}
    found = find_on_page(page.text, words)
    if found is None:
        raise Invalid({
            "quote": _(
                "Page %(page)s of version %(version)s does not have these words.",
                page=words.page,
                version=version.number,
            )
        })  # fmt: skip
    return place | kept_words(page.text, *whole_words(page.text, found.start, found.end))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with words that were cut made whole, where that takes few letters: some scripts part no words."""
    left, right = start, end
    while left and text[left - 1].isalnum() and text[left].isalnum():
        left -= 1
    while right < len(text) and text[right - 1].isalnum() and text[right].isalnum():
        right += 1
    return (left if start - left <= LONGEST_REST else start), (right if right - end <= LONGEST_REST else end)


def kept_words(text: str, start: int, end: int) -> dict[str, Any]:
    """The words at a place of a page's text, as they are kept."""
    prefix, suffix = neighbours(text, start, end)
    return {"quote": tidy(text[start:end]), "prefix": prefix, "suffix": suffix, "start": start, "end": end}


def tidy(quote: str) -> str:
    """Words on one line, composed, as people read them."""
    return unicodedata.normalize("NFC", " ".join(quote.split()))


def page_texts(version_id: str) -> list[str]:
    """The text of every page of a version, by number from 1."""
    rows = select(DocumentPage.number, DocumentPage.text).where(DocumentPage.version_id == version_id)
    texts: dict[int, str] = dict(db.session.execute(rows).all())
    return [texts.get(number, "") for number in range(1, max(texts, default=0) + 1)]


def _checked(words: Words) -> Words:
    """The words without signs that nothing can store; what a PDF's own text has of them nobody means."""
    quote, prefix, suffix = (_UNSTORABLE.sub("", text) for text in (words.quote, words.prefix, words.suffix))
    if not folded(quote):
        raise Invalid({"quote": _("Mark some words first.")})
    if len(quote) > QUOTE_LIMIT:
        raise Invalid({
            "quote": _(
                "This passage has %(length)s characters; %(most)s fit. Mark its beginning, or comment on the whole.",
                length=len(quote),
                most=QUOTE_LIMIT,
            )
        })  # fmt: skip
    return replace(words, quote=quote, prefix=prefix[-NEIGHBOURS:], suffix=suffix[:NEIGHBOURS])


def _check_page(version: DocumentVersion, page: int) -> None:
    """Raise ``Invalid`` unless this page may still come."""
    reading = version.state in {ReadingState.PENDING, ReadingState.READING}
    if not reading or page < 1 or (version.pages and page > version.pages):
        raise Invalid({
            "page": _(
                "Version %(version)s has no page %(page)s that could be read; it has %(count)s pages.",
                version=version.number,
                page=page,
                count=version.pages,
            )
        })  # fmt: skip
