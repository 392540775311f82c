"""Reviews with their table: one that is over, one that is live while the demo is looked at, two in preparation."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from infocus.core.db import db
from infocus.demo.content import reviewed as shapes
from infocus.demo.content.shapes import DemoNetwork
from infocus.demo.loading import advice, board, room, summing
from infocus.demo.loading.book import Book, id_at
from infocus.plans.models import Plan
from infocus.plans.queries import sections_of
from infocus.records.services import save
from infocus.reviews.models import FrozenVersion, PanelMember, Review, Room
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.preparing.services.days import table_name
from infocus.reviews.vocabulary import Coming, Mode, ReviewState

CALLED_BEFORE = timedelta(days=14)
CALLED_AGO, ANSWERED_AFTER = timedelta(days=5), timedelta(days=1)
"""For a review in preparation: when it was called, and how long people took to answer."""
ZONE = "Europe/Brussels"


def add_reviews(book: Book, content: DemoNetwork) -> None:
    """Every review, under ``review:KEY`` in the book; those in preparation belong to the first of the review days."""
    days = [_day(book, each) for each in content.review_days]
    for each in content.reviews:
        begins = _begins(book, each)
        called = book.now - CALLED_AGO if each.days_ahead else begins - CALLED_BEFORE
        review = _review(book, each, begins, called)
        if each.place:
            review.day_id, review.slot = days[0].id, each.place.slot
            review.table_label = table_name(each.place.table)
        save(review, at=called)
        db.session.refresh(review, ["network", "partner", "plan"])
        frozen = FrozenVersion(review_id=review.id, version=each.plan_version, person_id=review.author_id, at=called)
        db.session.add(frozen)
        headings = {section.heading: section.key for section in sections_of(review.plan, each.plan_version)}
        _seat(book, review, each, called, headings)
        save(review, at=called if each.days_ahead else begins)
        book.forget_actors()  # the table gives people keys
        talk = room.Talk(book, review, each, begins, headings)
        board.leave_notes(talk)
        if each.state != ReviewState.PREPARING:
            room.play(talk, [*room.lines(talk), *board.moves(talk), *advice.recommending(talk)])
        if each.state == ReviewState.FINISHED:
            advice.answer_all(talk)
            summing.sum_up(talk)
        book.records[f"review:{each.key}"] = review
    db.session.flush()


def _begins(book: Book, each: shapes.Review) -> datetime:
    if each.days_ahead:
        at = datetime.combine(_working_day(book, each.days_ahead), time.fromisoformat(each.starts), ZoneInfo(ZONE))
        return at.astimezone(book.now.tzinfo)
    return each.starts_at or book.now - timedelta(minutes=each.live_for)


def _working_day(book: Book, ahead: int) -> date:
    """So many days after the demo was loaded, and no Saturday or Sunday."""
    day = book.now.astimezone(ZoneInfo(ZONE)).date() + timedelta(days=ahead)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _day(book: Book, each: shapes.Day) -> ReviewDay:
    called = book.now - CALLED_AGO
    day = ReviewDay(
        id=id_at(called),
        network_id=book.network.id,
        title=each.title,
        held_on=_working_day(book, each.days_ahead).isoformat(),
        time_zone=ZONE,
        place=each.where,
        slots=list(each.slots),
        facilitators=[book.people[email].id for email in each.facilitators],
        created_by=book.people[each.facilitators[0]].id,
        created_at=called,
    )
    db.session.add(day)
    db.session.flush()
    return day


def _review(book: Book, each: shapes.Review, begins: datetime, called: datetime) -> Review:
    plan = book.records[f"plan:{each.plan}"]
    if not isinstance(plan, Plan):
        raise TypeError(each.plan)
    local = begins.astimezone(ZoneInfo(ZONE))
    facilitator = book.people[next(seat.person for seat in each.seats if seat.role == "facilitator")]
    is_over = each.state == ReviewState.FINISHED
    return Review(
        id=id_at(called),
        network_id=plan.network_id,
        partner_id=plan.partner_id,
        author_id=facilitator.id,
        plan=plan,
        plan_version=each.plan_version,
        title=each.title,
        summary=each.summary,
        brief=each.brief,
        questions=list(each.questions),
        mode=Mode(each.mode),
        state=ReviewState(each.state),
        held_on=local.date().isoformat(),
        starts=local.strftime("%H:%M"),
        time_zone=ZONE,
        started_at=None if each.days_ahead else begins,
        finished_at=begins + timedelta(seconds=each.entries[-1].after + room.GOODBYE) if is_over else None,
        room=Room(last_seq=0),
    )


def _seat(book: Book, review: Review, each: shapes.Review, called: datetime, headings: dict[str, str]) -> None:
    for number, seat in enumerate(each.seats):
        home, asked = book.homes.get(seat.person), called + timedelta(seconds=number)
        own = book.people[seat.person].id == review.author_id
        review.panel.append(
            PanelMember(
                person_id=book.people[seat.person].id,
                partner_id=home.id if home else None,
                role=seat.role,
                sections=[headings[each] for each in seat.sections],
                question=seat.question,
                coming=Coming(seat.coming),
                word=seat.word,
                asked_at=None if own else asked,
                answered_at=asked + ANSWERED_AFTER if seat.coming and not own else None,
                created_at=asked,
            )
        )
    db.session.flush()
