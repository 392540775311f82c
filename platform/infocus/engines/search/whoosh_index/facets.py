"""Filters and counts, on arrays over all documents."""

from collections.abc import Mapping

import numpy as np

from infocus.engines.search.asking import Counts
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot


def filter_masks(snapshot: Snapshot, filters: Mapping[str, tuple[str, ...]]) -> dict[str, Mask]:
    """The documents each filter lets through; a filter without values filters nothing."""
    return {
        name: snapshot.of_records(values) if name == "record" else snapshot.having(name, values)
        for name, values in filters.items()
        if values
    }


def all_of(mask: Mask, masks: Mapping[str, Mask], but: str = "") -> Mask:
    """The documents of a mask that pass every filter, leaving one out."""
    for name, other in masks.items():
        if name != but:
            mask = mask & other
    return mask


def counts(snapshot: Snapshot, mask: Mask, facet: str) -> Counts:
    """How many records of the masked documents have each value, most first, then by value."""
    column = snapshot.column(facet)
    if not column.values:
        return ()
    chosen = mask[column.ids]
    pairs = snapshot.ordinals[column.ids[chosen]] * len(column.values) + column.codes[chosen]
    codes = np.unique(pairs) % len(column.values)
    numbers = np.bincount(codes, minlength=len(column.values)).tolist()
    found = [(value, number) for value, number in zip(column.values, numbers, strict=True) if number]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))
