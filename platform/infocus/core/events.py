"""What happened, told to whoever reacts: inside the transaction, so that effects are rows and follow the commit."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")
_reactions: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)


def reacts_to(kind: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register a reaction to one kind of event; registering twice is once."""

    def register(reaction: Callable[[E], None]) -> Callable[[E], None]:
        if reaction not in _reactions[kind]:
            _reactions[kind].append(reaction)
        return reaction

    return register


def emit(event: object) -> None:
    """Tell every reaction to this kind of event, in the order of registration."""
    for reaction in _reactions[type(event)]:
        reaction(event)
