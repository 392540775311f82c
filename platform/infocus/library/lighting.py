"""What is lit on an open page: the same hits in its text and, by the boxes of its words, in its picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from infocus.engines.search.highlighting import Span
from infocus.engines.search.text import WORD
from infocus.library.beside.passage import Passage
from infocus.library.boxes import Box, BoxedWord, boxed_page, has_boxes
from infocus.library.marking import lit
from infocus.library.reader import OpenPage


@dataclass(frozen=True, slots=True)
class Lights:
    """Hits and passages in a page's picture, and the page's width and height as drawn, in points (0: not known)."""

    hits: tuple["Light", ...] = ()
    width: int = 0
    height: int = 0
    passages: tuple["Lit", ...] = ()


@dataclass(frozen=True, slots=True)
class Light:
    """One hit in a page's picture; ``now`` is the one stood on."""

    boxes: tuple[Box, ...]
    now: bool = False


@dataclass(frozen=True, slots=True)
class Lit:
    """A passage in a page's picture."""

    boxes: tuple[Box, ...]
    passage: Passage


def found_on(opened: OpenPage) -> list[Span]:
    """Where the hits are in the page's text, in order."""
    if opened.page is None or opened.marks is None:
        return []
    return lit(opened.page.text, opened.page.language or opened.version.language, opened.marks)


def standing_on(opened: OpenPage) -> int:
    """Which of the page's hits is stood on, from 0; -1 for none."""
    return opened.finds.at - opened.finds.before_page(opened.number) - 1 if opened.finds else -1


def lights(opened: OpenPage, passages: Sequence[Passage] = ()) -> Lights:
    """The hits and passages of a page of a PDF in its picture; none while the page is not read."""
    found = found_on(opened)
    if not (found or passages) or opened.page is None or not has_boxes(opened.version):
        return Lights()
    page = boxed_page(opened.version, opened.number)
    placed = _agreeing(opened.page.text, page.words)
    standing = standing_on(opened)
    if placed is None:
        # The file's words are not those that were read: its own are judged, and numbered only if they are as many.
        text, placed = _joined(page.words)
        own = lit(text, opened.page.language or opened.version.language, opened.marks) if opened.marks else []
        standing = standing if len(own) == len(found) else -1
        return Lights(_lights(own, placed, standing), page.width, page.height)
    return Lights(_lights(found, placed, standing), page.width, page.height, _lit(passages, placed))


def _lit(passages: Sequence[Passage], placed: list[tuple[Span, BoxedWord]]) -> tuple[Lit, ...]:
    """The boxes of the words of each passage; passages may lie over each other."""
    found = [
        Lit(
            tuple(box for (start, end), word in placed if start < each.end and each.start < end for box in word.boxes),
            each,
        )
        for each in passages
    ]
    return tuple(each for each in found if each.boxes)


def _agreeing(text: str, words: tuple[BoxedWord, ...]) -> list[tuple[Span, BoxedWord]] | None:
    """The words of the text as read with their boxes; ``None`` when they are others. The text may end earlier."""
    matches = list(WORD.finditer(text))
    if len(matches) > len(words):
        return None
    pairs = [(match.span(), word) for match, word in zip(matches, words, strict=False)]
    return pairs if all(text[span[0] : span[1]] == word.text for span, word in pairs) else None


def _joined(words: tuple[BoxedWord, ...]) -> tuple[str, list[tuple[Span, BoxedWord]]]:
    place, pairs = 0, []
    for word in words:
        pairs.append(((place, place + len(word.text)), word))
        place += len(word.text) + 1
    return " ".join(word.text for word in words), pairs


def _lights(found: list[Span], placed: list[tuple[Span, BoxedWord]], standing: int) -> tuple[Light, ...]:
    """The boxes of the words that each hit covers, both in the order of the text."""
    lit_up, at = [], 0
    for number, (start, end) in enumerate(found):
        while at < len(placed) and placed[at][0][1] <= start:
            at += 1
        boxes: list[Box] = []
        while at < len(placed) and placed[at][0][0] < end:
            boxes.extend(placed[at][1].boxes)
            at += 1
        lit_up.append(Light(tuple(boxes), number == standing))
    return tuple(each for each in lit_up if each.boxes)
