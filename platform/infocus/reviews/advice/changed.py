"""The change in the plan that answered a recommendation, as the table shows it: the words near what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from infocus.core.differences import Words
from infocus.plans.comparing import Change, SectionChange, change_of_section, changes
from infocus.reviews.advice.models import ChangeOffer, Recommendation
from infocus.reviews.models import Review

NEAR = 70
"""Letters of unchanged text that are kept beside a change."""
MOST = 480
"""Letters of a change that the table shows; the plan has the rest."""
KINDS = {"same": "same", "added": "came", "removed": "went"}


@dataclass(frozen=True, slots=True)
class ShownChange:
    """The version and section of a change; ``words`` are parts of (kind, text) for ``components/diff.html``."""

    version: int
    section: str
    words: Sequence[tuple[str, str]]


def change_of(review: Review, row: Recommendation, *, shown: bool) -> ShownChange | None:
    """The change that was linked; its words only where the plan may be read (``shown``)."""
    if row.changed_in is None:
        return None
    return _change(review, row.changed_section, row.changed_in, row.section_title, shown=shown)


def offered_change(review: Review, row: Recommendation, offer: ChangeOffer) -> ShownChange:
    """The change that may be the answer."""
    return _change(review, offer.section, offer.plan_version, row.section_title, shown=True)


def _change(review: Review, section: str, number: int, title: str, *, shown: bool) -> ShownChange:
    found = None
    if shown and section and review.plan_version is not None:
        found = change_of_section(review.plan, section, review.plan_version, number)
    if found is None:
        return ShownChange(number, title, ())
    if found.state == Change.REMOVED:
        found = _in_its_place(changes(review.plan, review.plan_version or 0, number), found)
    return ShownChange(number, found.heading, near(found.words))


def _in_its_place(found: Sequence[SectionChange], gone: SectionChange) -> SectionChange:
    """The new section that stands where one was taken out: written anew from its title on; else the one taken out."""
    at = next((index for index, each in enumerate(found) if each.key == gone.key), 0)
    beside = [each for each in found[max(at - 1, 0) : at + 2] if each.state == Change.ADDED]
    return next((each for each in beside if each.level == gone.level), gone)


def near(words: Sequence[Words]) -> list[tuple[str, str]]:
    """What changed and a little of what stands beside it; long stretches that stayed become an ellipsis."""
    shown: list[tuple[str, str]] = []
    left = MOST
    if all(kind == "same" for kind, _text in words):
        return shown
    for at, (kind, text) in enumerate(words):
        if kind == "same":
            text = _shortened(text, first=at == 0, last=at == len(words) - 1)
        if len(text) > left:
            shown.append((KINDS[kind], text[:left] + "…"))
            return shown
        left -= len(text)
        shown.append((KINDS[kind], text))
    return shown


def _shortened(text: str, *, first: bool, last: bool) -> str:
    head, tail = "" if first else text[:NEAR], "" if last else text[-NEAR:]
    return text if len(text) <= len(head) + len(tail) + 10 else f"{head} … {tail}".strip(" " if first and last else "")
