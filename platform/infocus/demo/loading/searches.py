"""Searches that are kept, past, or in vain. What answers the kept ones is found by the worker, as for everybody."""

from infocus.core.db import db
from infocus.core.ids import new_id
from infocus.demo.content.searches import KEPT, MISSED, PAST
from infocus.demo.loading.book import Book, id_at
from infocus.library.asked import folded
from infocus.library.saved.models import SavedSearch
from infocus.library.searched.models import MissedSearch, PastSearch


def add_searches(book: Book) -> None:
    """Those of people who are in this network."""
    for kept in KEPT:
        if kept.person in book.people:
            person = book.people[kept.person]
            texts = {"name": kept.name, "search": kept.search, "alert": kept.alert, "language": person.language}
            saved = SavedSearch(id=id_at(kept.since), person_id=person.id, wide=True, created_at=kept.since, **texts)
            saved.looked_at = kept.since
            saved.feed_seed = new_id() if kept.feed else None
            db.session.add(saved)
    for past in PAST:
        if past.person in book.people:
            words = {"words": past.words, "folded": folded(past.words), "search": "q=" + past.words.replace(" ", "+")}
            at = book.now - past.ago
            db.session.add(PastSearch(person_id=book.people[past.person].id, total=past.total, at=at, **words))
    if any(past.person in book.people for past in PAST):
        for missed in MISSED:
            row = MissedSearch(network_id=book.network.id, words=missed.words, folded=folded(missed.words))
            row.count, row.languages, row.last_at = missed.count, list(missed.languages), book.now - missed.ago
            row.first_at = row.last_at - missed.ago
            db.session.add(row)
    db.session.flush()
