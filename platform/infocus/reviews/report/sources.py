"""Links from a summary to the entries of the room it rests on: `[209](/in-focus/reviews/…/room#e209)`."""

import re

from infocus.reviews.models import Review

_LINK = re.compile(r"\[(\d+)\]\((/[^()\s]*/room)#e(\d+)\)")


def room_path(review: Review) -> str:
    """The room's path without the review's name in it: it holds when the name changes."""
    return f"/{review.network.slug}/{review.KIND}/{review.id}/room"


def source_link(review: Review, seq: int) -> str:
    """The link to one entry, as Markdown."""
    return f"[{seq}]({room_path(review)}#e{seq})"


def in_one_line(words: str) -> str:
    """Words as one line of a list: what several lines of a summary would turn into headings or lists of their own."""
    return " ".join(words.split())


def without_links(text: str) -> str:
    """The same text for who may not open the room, or when its words are deleted: the numbers stay."""
    return _LINK.sub(r"(\1)", text)


def sources_in(text: str) -> list[int]:
    """The entries a text rests on, in its order."""
    return [int(found[3]) for found in _LINK.finditer(text)]
