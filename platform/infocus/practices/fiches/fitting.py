"""Cutting a text to what a field takes, at the best place: between paragraphs, sentences, words."""

import html
import re

from infocus.core import markup

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"\s+")
_LEAST = 0.4
"""A better place is taken where at least so much of the room is used."""
_SAYING = 40
CHUNK = 1_500
"""Text without a place is shown in pieces of about so many characters, each to be placed by itself."""


def fit(text: str, room: int) -> tuple[str, str]:
    """What goes into ``room`` characters, and the rest; both without white space around them."""
    text = text.strip()
    if len(text) <= room:
        return text, ""
    if room <= 0:
        return "", text
    for places, least in ((_PARAGRAPH, _LEAST), (_SENTENCE, _LEAST), (_WORD, 0.0)):
        cuts = [each.start() for each in places.finditer(text, 0, room + 1) if each.start() <= room]
        if cuts and cuts[-1] >= max(1, least * room):
            return text[: cuts[-1]].rstrip(), text[cuts[-1] :].lstrip()
    return text[:room].rstrip(), text[room:].lstrip()


def chunks(text: str) -> list[str]:
    """A long text in pieces, cut between paragraphs where there are any."""
    pieces: list[str] = []
    while text:
        piece, text = fit(text, CHUNK)
        pieces.append(piece)
    return pieces


def plain(text: str) -> str:
    """The words of Markdown on one line."""
    return html.unescape(markup.plain(text))


def leading(text: str) -> tuple[str, str]:
    """The first paragraph that is a sentence, passing over bylines and dates (else the very first), and the others."""
    paragraphs = [each for each in re.split(r"\n\s*\n", text.strip()) if each.strip()]
    at = next((n for n, each in enumerate(paragraphs) if len(each) >= _SAYING and each.rstrip()[-1] in ".!?…"), 0)
    return paragraphs[at], "\n\n".join(paragraphs[:at] + paragraphs[at + 1 :])
