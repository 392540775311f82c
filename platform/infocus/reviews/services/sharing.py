"""Who reads what before the review: sections of the frozen version and one question for each critical friend."""

from collections.abc import Sequence

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.plans.models import PlanSection
from infocus.plans.queries import sections_of
from infocus.records.services import check_updates, save
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.services.seats import the_seat
from infocus.reviews.vocabulary import Seating

EACH = 2
QUESTION_LIMIT = 300


def sections_under_review(review: Review) -> Sequence[PlanSection]:
    """The sections of the version under review, in order; of the newest one while none is frozen."""
    return sections_of(review.plan, review.plan_version)


def assign(
    actor: Actor, review: Review, seat_id: str, sections: Sequence[str], question: str, task: str
) -> PanelMember:
    """What one seat is asked to read and to answer. ``sections`` are keys; those of no section are refused."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    seat = the_seat(review, seat_id)
    known = {section.key for section in sections_under_review(review)}
    wrong = {}
    if set(sections) - known - set(seat.sections):  # what an earlier version had may stay
        wrong["sections"] = _("There is no such section in the version under review.")
    if len(question) > QUESTION_LIMIT:
        wrong["question"] = _("At most 300 characters.")
    if len(task) > QUESTION_LIMIT:
        wrong["task"] = _("At most 300 characters.")
    if wrong:
        raise Invalid(wrong)
    seat.sections, seat.question, seat.task = list(dict.fromkeys(sections)), question, task
    save(review)
    return seat


def share_out(actor: Actor, review: Review) -> int:
    """Give every critical friend sections evenly, and a guiding question where they have none; how many got some."""
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    friends = [seat for seat in review.seated if seat.role == Seating.FRIEND]
    if not friends:
        raise Conflict(_("Name critical friends first: there is nobody to read."))
    keys = [section.key for section in worth_sharing(sections_under_review(review), len(friends))]
    if not keys:
        raise Conflict(_("The plan has no sections here yet: add a version of it first."))
    for number, (seat, share) in enumerate(zip(friends, shares(keys, len(friends)), strict=True)):
        seat.sections = share
        if review.questions and not seat.question:
            seat.question = review.questions[number % len(review.questions)]
    save(review)
    return len(friends)


def worth_sharing(sections: Sequence[PlanSection], readers: int) -> list[PlanSection]:
    """The chapters; with the levels below them only while there are fewer than two for each reader.

    A title above all the others is no chapter.
    """
    levels = sorted({section.level for section in sections})
    found: list[PlanSection] = []
    if len(levels) > 1 and [section.level for section in sections].count(levels[0]) == 1:
        levels = levels[1:]
        sections = [section for section in sections if section.level >= levels[0]]
    for level in levels:
        found = [section for section in sections if section.level <= level]
        if len(found) >= EACH * readers:
            break
    return found


def shares(keys: Sequence[str], readers: int, each: int = EACH) -> list[list[str]]:
    """``keys`` dealt to ``readers`` in runs: every key is read, at least ``each`` by everybody, loads differ by 1.

    With few keys several people read the same, as evenly as it goes; nobody gets one twice.
    """
    if readers < 1 or not keys:
        return [[] for _reader in range(readers)]
    total = max(len(keys), readers * min(each, len(keys)))
    dealt, begin = [], 0
    for reader in range(readers):
        end = total * (reader + 1) // readers
        dealt.append([keys[place % len(keys)] for place in range(begin, end)])
        begin = end
    return dealt
