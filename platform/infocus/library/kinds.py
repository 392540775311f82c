"""What a record is called where its type says little: a feature names the kinds of its records ("Minutes")."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from infocus.engines.search.port import Hit

Namer = Callable[[Sequence[str]], Mapping[str, str]]
_namers: dict[str, Namer] = {}


def names_kinds(type_: str) -> Callable[[Namer], Namer]:
    """Register a type's function: ids of records → words for their kinds, in one query."""

    def register(namer: Namer) -> Namer:
        _namers[type_] = namer
        return namer

    return register


def kinds_of(hits: Iterable[Hit]) -> dict[str, str]:
    """Record id → the word for its kind, for hits of types that have kinds; one query a type."""
    asked: dict[str, list[str]] = {}
    for hit in hits:
        if hit.type in _namers:
            asked.setdefault(hit.type, []).append(hit.record)
    named: dict[str, str] = {}
    for type_, ids in asked.items():
        named.update(_namers[type_](ids))
    return named
