"""A long discussion is shown in parts, and every comment keeps an address that leads to it."""

import re

from infocus.comments.models import Comment
from infocus.comments.queries import THREADS, discussion
from infocus.comments.services import remove_comment
from infocus.comments.threads import ANSWERS
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.records.models import Record
from tests.comments.counting import counted
from tests.library.conftest import pdf as _pdf
from tests.library.conftest import shelf as _shelf
from tests.library.shelf import Shelf

shelf, pdf = _shelf, _pdf


def fill(shelf: Shelf, note: str, count: int, thread: str | None = None) -> list[str]:
    with unit_of_work():
        ids = sorted(new_id() for _each in range(count))
        for number, own in enumerate(ids):
            row = Comment(id=own, record_id=note, thread_id=thread or own, reply_to=thread, text=f"Word {number}.",
                          author_id=shelf.author.id, partner_id=shelf.partner.id, created_at=clock.now())  # fmt: skip
            db.session.add(row)
        return ids


def part(shelf: Shelf, note: str, **wish):
    db.session.rollback()
    return discussion(shelf.actor("lead"), db.session.get_one(Record, note)).part(**wish)


def test_threads_are_gone_through_in_both_directions_and_none_is_left_out(shelf: Shelf) -> None:
    note = shelf.note()
    ids = fill(shelf, note, 3 * THREADS + 1)
    with unit_of_work():
        remove_comment(shelf.actor("author"), db.session.get_one(Comment, ids[5]))
    standing = [own for own in ids if own != ids[5]]
    seen: list[str] = []
    before = None
    while True:
        shown = part(shelf, note, before=before)
        seen = [thread.first.id for thread in shown.threads] + seen
        before = shown.earlier
        if before is None:
            break
    assert seen == standing
    seen, after = [], "0" * 26
    while after:
        shown = part(shelf, note, after=after)
        seen += [thread.first.id for thread in shown.threads]
        after = shown.later
    assert seen == standing
    middle = part(shelf, note, comment=ids[3 * THREADS // 2])
    assert middle.threads[0].first.id == ids[3 * THREADS // 2]
    assert middle.earlier
    assert middle.later
    for astray in ("x", "\0", new_id()):
        assert part(shelf, note, comment=astray).threads[-1].first.id == ids[-1]


def test_two_thousand_answers_cost_as_many_queries_as_two_and_each_is_led_to(shelf: Shelf) -> None:
    note = shelf.note()
    (first,) = fill(shelf, note, 1)
    counts: list[int] = []
    answers: list[str] = []
    for more in (2, 2_000):
        answers = fill(shelf, note, more, first)
        part(shelf, note)
        with counted() as queries:
            part(shelf, note)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    (thread,) = part(shelf, note).threads
    assert (len(thread.answers), thread.earlier, thread.later) == (ANSWERS, 2_002 - ANSWERS, 0)
    wanted = answers[1_000]
    (thread,) = part(shelf, note, comment=wanted).threads
    assert wanted in {answer.id for answer in thread.answers}
    assert thread.earlier + len(thread.answers) + thread.later == 2_002
    (earlier,) = part(shelf, note, comment=thread.earliest).threads
    assert earlier.earlier < thread.earlier
    target = shelf.world.client(shelf.people["lead"]).get(f"/comments/{wanted}").headers["Location"]
    assert re.search(rf"\?comment={wanted}#c-{wanted}$", target)
    assert shelf.world.client(shelf.people["stranger"]).get(f"/comments/{wanted}").status_code == 404
