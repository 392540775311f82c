"""What can be made of a comment: features above say what, and comments know none of them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from infocus.comments.models import Comment
from infocus.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Offer:
    """A link to where something is made of a comment."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of it: its words, how it stands, and where it is."""

    label: str
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Maker:
    """One thing that can be made. Both functions take all comments of a page at once and answer by comment.

    ``offers`` names those of which this person may make it, ``made`` what this person may read of what was made.
    """

    offers: Callable[[Actor, Sequence[Comment]], Mapping[str, Offer]]
    made: Callable[[Actor, Sequence[Comment]], Mapping[str, Sequence[Made]]]


_makers: dict[str, Maker] = {}


def makes_of_comment(name: str, maker: Maker) -> None:
    """Register something that can be made of a comment; the same name again replaces it."""
    _makers[name] = maker


def offers_for(actor: Actor, comments: Sequence[Comment]) -> dict[str, list[Offer]]:
    """Comment → what this person may make of it; of removed words nothing is made."""
    standing = [comment for comment in comments if comment.removed_at is None]
    found: dict[str, list[Offer]] = defaultdict(list)
    for _name, maker in sorted(_makers.items()):
        for comment, offer in maker.offers(actor, standing).items():
            found[comment].append(offer)
    return found


def made_of(actor: Actor, comments: Sequence[Comment]) -> dict[str, list[Made]]:
    """Comment → what was made of it."""
    found: dict[str, list[Made]] = defaultdict(list)
    for _name, maker in sorted(_makers.items()):
        for comment, made in maker.made(actor, comments).items():
            found[comment].extend(made)
    return found
