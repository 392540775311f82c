"""Carries out a plan on arrays over all documents."""

import time
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from infocus.engines.search.plan import (
    MAX_EXPANSIONS,
    Adjacent,
    Begins,
    Best,
    Every,
    Fixed,
    Leaf,
    Node,
    Plan,
    Sum,
)
from infocus.engines.search.whoosh_index.bm25 import Floats, worth
from infocus.engines.search.whoosh_index.phrases import adjacent
from infocus.engines.search.whoosh_index.snapshot import Mask, Snapshot


class Found(NamedTuple):
    """A score for each document, and which documents have what was looked for."""

    scores: Floats
    present: Mask


@dataclass(slots=True)
class Deadline:
    """When a search has to be over, by the monotonic clock; `passed` once something was left out for it."""

    at: float
    passed: bool = False

    def over(self) -> bool:
        """Whether there is no time left."""
        self.passed = self.passed or time.monotonic() > self.at
        return self.passed


def match(snapshot: Snapshot, plan: Plan, readable: Mask, deadline: Deadline) -> Found:
    """The readable documents that meet a plan, with their scores. One that wants nothing finds everything, at 0.

    When time runs out, the words that were not looked for yet count as met by all.
    """
    scores = np.zeros(snapshot.size, np.float32)
    present = readable.copy()
    for node in plan.must:
        if deadline.over():
            break
        found = _find(snapshot, node, present)
        scores += found.scores
        present &= found.present
    present &= _enough_of(snapshot, plan, scores, present, deadline)
    for node in plan.never:
        present &= ~_find(snapshot, node, present).present
    for node in plan.bonus:
        if not deadline.over() and present.any():
            scores += _find(snapshot, node, present).scores
    return Found(scores, present)


def _enough_of(snapshot: Snapshot, plan: Plan, scores: Floats, among: Mask, deadline: Deadline) -> Mask:
    met = np.zeros(snapshot.size, np.int16)
    asked = 0
    for node in plan.optional:
        if asked and deadline.over():
            break
        found = _find(snapshot, node, among)
        scores += found.scores
        met += found.present
        asked += 1
    if not asked:
        return np.ones(snapshot.size, np.bool_)
    return met >= max(1, min(plan.enough, asked)) if plan.enough else np.ones(snapshot.size, np.bool_)


def _find(snapshot: Snapshot, node: Node, among: Mask) -> Found:
    if isinstance(node, Sum):
        return _sum(snapshot, node, among)
    if isinstance(node, Leaf):
        return _sum(snapshot, Sum((node,)), among)
    if isinstance(node, Best):
        return _best(snapshot, node, among)
    if isinstance(node, Every):
        return _every(snapshot, node, among)
    if isinstance(node, Fixed):
        present = _find(snapshot, node.part, among).present
        return Found(np.where(present, np.float32(node.worth), np.float32(0)), present)
    return _unscored(snapshot, _places(snapshot, node, among))


def _sum(snapshot: Snapshot, node: Sum, among: Mask) -> Found:
    scores = np.zeros(snapshot.size, np.float32)
    present = np.zeros(snapshot.size, np.bool_)
    for part in node.parts:
        if isinstance(part, Leaf):
            postings = snapshot.postings(part.field, part.token)
            if len(postings.ids):
                worths = worth(postings, snapshot.norms(part.field), snapshot.size)
                scores[postings.ids] += np.float32(part.weight) * worths
                present[postings.ids] = True
        else:
            found = _find(snapshot, part, among)
            scores += found.scores
            present |= found.present
    return Found(scores, present)


def _best(snapshot: Snapshot, node: Best, among: Mask) -> Found:
    scores = np.zeros(snapshot.size, np.float32)
    present = np.zeros(snapshot.size, np.bool_)
    for part in node.parts:
        found = _find(snapshot, part, among)
        np.maximum(scores, found.scores, out=scores)
        present |= found.present
    return Found(scores, present)


def _every(snapshot: Snapshot, node: Every, among: Mask) -> Found:
    scores = np.zeros(snapshot.size, np.float32)
    present = among.copy()
    for part in node.parts:
        found = _find(snapshot, part, present)
        scores += found.scores
        present &= found.present
    return Found(np.where(present, scores, np.float32(0)), present)


def _unscored(snapshot: Snapshot, present: Mask) -> Found:
    return Found(np.zeros(snapshot.size, np.float32), present)


def _places(snapshot: Snapshot, node: Adjacent | Begins, among: Mask) -> Mask:
    if isinstance(node, Adjacent):
        present = np.zeros(snapshot.size, np.bool_)
        present[adjacent(snapshot, node.field, node.words, among)] = True
        return present
    words = snapshot.frequent(node.field, node.prefix, MAX_EXPANSIONS)
    return snapshot.having(node.field, [word for word, _ in words])
