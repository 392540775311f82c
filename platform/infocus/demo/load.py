"""Load the demo networks in one transaction: all of it or nothing. Their files are made and read by the worker."""

from collections.abc import Iterator
from typing import Any

from infocus.accounts import passwords
from infocus.core import clock
from infocus.core.db import unit_of_work
from infocus.core.outbox import enqueue
from infocus.demo.content import HARBOUR, IN_FOCUS
from infocus.demo.content.shapes import DemoNetwork
from infocus.demo.home import SIGN_IN_WORD
from infocus.demo.jobs import MAKE
from infocus.demo.loading import (
    ahead,
    collected,
    comments,
    fiches,
    linking,
    meetings,
    notices,
    places,
    plans,
    practices,
    reviews,
    searches,
    sources,
    travel,
    trusting,
    watched,
)
from infocus.demo.loading.book import Book

NETWORKS = (IN_FOCUS, HARBOUR)
BATCH = 8
"""Files made by one job: a few seconds of work, so that other jobs and the index have their turn."""


def load() -> None:
    """Store both networks; the database must be empty."""
    password_hash = passwords.hashed(SIGN_IN_WORD)  # one for all: argon2 is slow on purpose
    with unit_of_work():
        for content in NETWORKS:
            _load(content, password_hash)


def _load(content: DemoNetwork, password_hash: str) -> None:
    book = Book(network=places.add_network(content), now=clock.now())
    places.add_partners(book, content)
    places.add_people(book, content, password_hash)
    practices.add_practices(book, content.practices)
    fiches.add_fiches(book, content.fiches)
    trusting.trust_practices(book)
    travel.add_travels(book, content.practices)
    collected.add_collections(book)
    meetings.add_meetings(book, content.meetings, caller=content.people[0].email)
    meetings.add_outputs(book, content.outputs)
    ahead.add_meetings_ahead(book)
    sources.add_sources(book)
    plans.add_plans(book, content.plans)
    linking.link_practices(book)
    reviews.add_reviews(book, content)
    said = comments.add_comments(book, content.comments)
    notices.add_notices(book, content, said)
    searches.add_searches(book)
    watched.add_watches(book)
    for batch in _batches(book.files):
        enqueue(MAKE, {"network": content.slug, "files": batch})


def _batches(files: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(files), BATCH):
        yield files[start : start + BATCH]
