"""The shared text: one CRDT document (pycrdt, the server's side of Yjs) with a root text for each section.

Changes commute and may come twice, so nothing that was written at the same time, or without a line, is lost. Positions
inside pycrdt count UTF-8 bytes; none of them leaves this module.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, takewhile

from pycrdt import Doc, Text

from infocus.core.errors import Invalid

WHOLE = "general"
"""The section for what belongs to the meeting as a whole."""
LARGEST = 200_000
"""Bytes of one change."""
MOST = 100_000
"""Characters of all sections together."""
STATE_MOST = 4_000_000
"""Bytes of the stored document."""
SECTIONS_MOST = 400
BY_WORDS = 1_000_000
"""Two stretches are compared by words while the product of their lengths is below this: a second at the worst."""
_WORD = re.compile(r"\w+|\W")


class Paper:
    """One shared text in memory."""

    def __init__(self, state: bytes = b"") -> None:
        """``state``: an earlier `state`, or empty for a blank paper."""
        self._doc: Doc[Text] = Doc()
        if state:
            self._doc.apply_update(state)

    @property
    def state(self) -> bytes:
        """The whole document as one change."""
        return self._doc.get_update()

    @property
    def vector(self) -> bytes:
        """What this paper has seen, as a Yjs state vector."""
        return self._doc.get_state()

    def since(self, vector: bytes) -> bytes:
        """The change that brings a paper with this ``vector`` up to this one. Raises ``Invalid``."""
        try:
            return self._doc.get_update(vector or None)
        except ValueError:
            raise Invalid({"vector": "not a state vector"}) from None

    def texts(self) -> dict[str, str]:
        """The words of every section that has some, by its key."""
        found = {key: str(self._doc.get(key, type=Text)) for key in sorted(self._doc.keys())}
        return {key: text for key, text in found.items() if text}

    def take(self, change: bytes) -> bool:
        """Apply a change; whether it brought anything. Raises ``Invalid`` for one that is none, or too large."""
        if len(change) > LARGEST:
            raise Invalid({"change": "too large"})
        before = self.vector, self.texts()
        try:
            self._doc.apply_update(change)
            after = self.vector, self.texts()
        except (ValueError, TypeError):
            raise Invalid({"change": "not a change of these minutes"}) from None
        return before != after

    def rewrite(self, texts: Mapping[str, str]) -> bytes:
        """Give sections these words, and return it as a change: only what differs is touched."""
        before = self.vector
        for key, new in texts.items():
            section = self._doc.get(key, type=Text)
            _rewrite(section, str(section), new)
        return self._doc.get_update(before)


def _rewrite(section: Text, old: str, new: str) -> None:
    """Make ``old`` into ``new``, from the end so that earlier places stay true."""
    for begin, end, words in reversed(list(replacements(old, new))):
        at = len(old[:begin].encode())
        if end > begin:
            del section[at : at + len(old[begin:end].encode())]
        if words:
            section.insert(at, words)


def replacements(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """What to put in the place of which characters of ``old``, in order: by lines, and by words where lines changed."""
    for begin, end, words in _runs(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        before, after = _WORD.findall(old[begin:end]), _WORD.findall(words)
        if len(before) * len(after) > BY_WORDS:
            yield _middle(old, begin, end, words)
            continue
        for at, until, part in _runs(before, after):
            yield begin + at, begin + until, part


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The runs of pieces that differ, as places in the joined ``old`` and what stands there in ``new``."""
    starts = [0, *accumulate(map(len, old))]
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[i], starts[j], "".join(new[k:m])


def _middle(old: str, begin: int, end: int, words: str) -> tuple[int, int, str]:
    """A replacement without what both sides begin and end with."""
    head = _alike(old[begin:end], words)
    tail = _alike(old[begin + head : end][::-1], words[head:][::-1])
    return begin + head, end - tail, words[head : len(words) - tail]


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
