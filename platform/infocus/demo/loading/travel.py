"""Transfers at every stage, with plans, checkpoints and what failed; questions to owners; a named successor."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from infocus.core.db import db
from infocus.demo.content import records as shapes
from infocus.demo.content.travel import ASKED, HANDED_OVER, TRAVELS, Asked, Travel
from infocus.demo.loading.book import Book, id_at
from infocus.networks.models import Successor
from infocus.practices.models import Practice
from infocus.practices.questions.models import Answer, Question
from infocus.practices.transfers.dates import months_after
from infocus.practices.transfers.models import OPENED, PLAN, PLAN_MONTHS, Checkpoint, Stage, Step, Transfer
from infocus.records.models import Visibility
from infocus.records.services import save

STAGES = {"re-use": Stage.REUSE}
"""Where the content's word for a stage differs from the product's."""
ASKED_AFTER = timedelta(days=183)
BETWEEN = timedelta(days=20)


def add_travels(book: Book, practices: tuple[shapes.Practice, ...]) -> None:
    """Every line of a ledger, what the cities wrote into it, the questions and the successors of this network."""
    written = {(each.practice, each.receiver): each for each in TRAVELS}
    for practice, line in _lines(practices):
        _add(book, practice, line, written.pop((practice, line.receiver), None))
    for (practice, receiver), each in written.items():
        if f"practice:{practice}" in book.records:
            _add(book, practice, shapes.Transfer(receiver=receiver, stage=each.stage, since=each.since), each)
    for asked in ASKED:
        if f"practice:{asked.practice}" in book.records:
            _ask(book, asked)
    for row in HANDED_OVER:
        if row.person in book.people:
            person, successor = book.people[row.person].id, book.people[row.successor].id
            place = book.partners[row.partner].id
            db.session.add(Successor(partner_id=place, person_id=person, successor_id=successor, named_by=successor))
    db.session.flush()


def _lines(practices: tuple[shapes.Practice, ...]) -> Iterator[tuple[str, shapes.Transfer]]:
    for each in practices:
        yield from ((each.key, line) for line in each.transfers)


def _add(book: Book, key: str, line: shapes.Transfer, more: Travel | None) -> None:
    """One transfer, said by the city's coordinator on the first of the month it began in."""
    practice = book.records[f"practice:{key}"]
    if not isinstance(practice, Practice):
        raise TypeError(key)
    at = datetime.fromisoformat(f"{line.since}-01T12:00").replace(tzinfo=UTC)
    stage = STAGES.get(line.stage) or Stage(line.stage)
    partner, mentor = book.partners[line.receiver], more.mentor if more else ""
    person = book.people[f"coordinator@{line.receiver}.example"].id
    counts = stage in OPENED or stage == Stage.BORROWED
    transfer = Transfer(
        id=id_at(at),
        practice=practice,
        practice_id=practice.id,
        network=book.network,
        network_id=book.network.id,
        partner=partner,
        partner_id=partner.id,
        receiver_id=partner.id,
        mentor_id=book.partners[mentor].id if mentor else practice.partner_id,
        author_id=person,
        marked_by=person,
        title=f"{partner.label}: {practice.title}",
        language=practice.language,
        visibility=Visibility.NETWORK,
        state=stage,
        note=(more.note if more else "") or " ".join(filter(None, (line.adapted, line.result)))[:300],
        adapted=line.adapted,
        left_out=line.left_out,
        result=line.result,
        evidence=[],
        opened_at=at if counts else None,
    )
    if more:
        _write(transfer, more, at)
    save(transfer, at=at)
    transfer.updated_at = max(at, transfer.stopped_at or at)
    _steps(transfer, stage, person, at)


def _write(transfer: Transfer, more: Travel, at: datetime) -> None:
    transfer.plan, transfer.failed, transfer.stopped_at = more.plan, more.failed, more.stopped
    rows = more.evidence
    transfer.evidence = [{"name": e.name, "value": e.value, "unit": e.unit, "year": e.year} for e in rows]
    if transfer.state in OPENED:
        said = dict(more.answers)
        for month in (PLAN, *more.months):
            due = months_after(at.date(), month or PLAN_MONTHS)
            answered = month in said or (month == PLAN and bool(more.plan))
            row = Checkpoint(month=month, due=due.isoformat(), text=said.get(month, ""), reminded_at=at)
            if answered:
                row.answered_at = datetime(due.year, due.month, due.day, 12, tzinfo=UTC)
                row.answered_by = transfer.author_id
            transfer.checkpoints.append(row)
    if more.used:
        transfer.used, transfer.asked_at = more.used, at + ASKED_AFTER
        transfer.used_at = at + ASKED_AFTER + timedelta(days=1)


def _steps(transfer: Transfer, stage: Stage, person: str, at: datetime) -> None:
    """It went through every stage before the one it stands at."""
    went = OPENED[: OPENED.index(stage) + 1] if stage in OPENED else (stage,)
    for number, what in enumerate(went):
        moment = at + number * BETWEEN
        db.session.add(Step(id=id_at(moment), transfer_id=transfer.id, what=what, by_id=person, at=moment))
    if transfer.stopped_at:
        moment = transfer.stopped_at
        db.session.add(Step(id=id_at(moment), transfer_id=transfer.id, what="stopped", by_id=person, at=moment))
    if transfer.used_at:
        moment = transfer.used_at
        db.session.add(Step(id=id_at(moment), transfer_id=transfer.id, what=f"used-{transfer.used}", at=moment))


def _ask(book: Book, asked: Asked) -> None:
    home = book.homes.get(asked.by)
    question = Question(
        id=id_at(asked.at),
        practice_id=book.records[f"practice:{asked.practice}"].id,
        by_id=book.people[asked.by].id,
        partner_id=home.id if home else None,
        text=asked.text,
        asked_at=asked.at,
    )
    db.session.add(question)
    db.session.flush()
    if asked.answered:
        owner = book.people[asked.answered_by].id
        made = Answer(id=id_at(asked.answered), by_id=owner, of_owner=True, text=asked.answer, at=asked.answered)
        question.answers.append(made)
        if asked.faq:
            question.faq_question, question.faq_answer = asked.faq, asked.answer
            question.kept_at, question.kept_by = asked.answered, owner
