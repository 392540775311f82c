"""The room: its socket events, reactions, index entries and pages."""

from typing import Any

from infocus.engines.realtime.port import SocketEvent, SocketNamespace
from infocus.reviews.room import documents, jobs, models, policy, reactions
from infocus.reviews.room.sockets import EVENTS, gone
from infocus.reviews.room.views import course, files, links, page, stage
from infocus.reviews.vocabulary import NAMESPACE

PARTS = (
    course,
    documents,
    files,
    jobs,
    links,
    models,
    page,
    policy,
    reactions,
    stage,
)  # imported for what they register


def namespace(*more: SocketEvent[Any]) -> SocketNamespace:
    """What the room answers to, with the events of the parts that stand on it."""
    return SocketNamespace(NAMESPACE, (*EVENTS, *more), on_gone=gone)
