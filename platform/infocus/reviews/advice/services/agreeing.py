"""How a response is agreed: the coordinator asks by name, the local group speaks, then the manager."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts import asked as asked_by_mail
from infocus.accounts import letters
from infocus.accounts.asked import Addressee, Verdict
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Conflict, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.records.services import check_updates
from infocus.reviews.advice.events import ResponseAgreed, ResponseAnswered
from infocus.reviews.advice.models import Approval, ReviewResponse
from infocus.reviews.advice.queries import approvals, of_review
from infocus.reviews.advice.vocabulary import ApproverRole, ResponseState
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import ReviewState

ORDER = {ApproverRole.LOCAL_GROUP: ResponseState.LOCAL_GROUP, ApproverRole.MANAGER: ResponseState.MANAGER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Addressee):
    """Whom the coordinator asks, and as what."""

    role: str


def ask(actor: Actor, review: Review, asked: Asked) -> Approval:
    """Ask somebody to agree to the response as it stands; the table is closed while they are asked.

    A manager's mail waits until the local group has spoken, when it is asked too. Raises ``Invalid``, ``Conflict``.
    """
    response = _locked(actor, review)
    if review.state != ReviewState.FINISHED:
        raise Conflict(_("Agreement is asked for when the review is over."))
    if response.state == ResponseState.AGREED:
        raise Conflict(_("The response is agreed. Open the table again first."))
    if not of_review(review.id):
        raise Conflict(_("There is no recommendation to agree to yet."))
    checked = _checked(asked)
    known = approvals(review, response.round)
    if any((each.email, each.role) == (checked.email, checked.role) for each in known):
        raise Conflict(_("This address was asked already."))
    row = Approval(
        review_id=review.id,
        review=review,
        round=response.round,
        role=checked.role,
        name=checked.name,
        email=checked.email,
        language=checked.language,
        asked_by=actor.person,
    )
    db.session.add(row)
    db.session.flush()
    _move_on(response, review)
    return row


def take_back(actor: Actor, review: Review) -> None:
    """Take the question back: the pages in the mails close, the table opens again."""
    response = _locked(actor, review)
    if response.state == ResponseState.AGREED:
        raise Conflict(_("The response is agreed. Open the table again first."))
    _close(response, review)


def open_again(actor: Actor, review: Review) -> None:
    """Open an agreed table again: another round, agreed and told anew."""
    response = _locked(actor, review)
    if response.state != ResponseState.AGREED:
        raise Conflict(_("The table is open."))
    _close(response, review)
    response.round += 1
    response.local_group_at = response.manager_at = response.agreed_at = None
    changed("review", review.id, narrowed=True)  # who found the answers by the agreement finds them no more


def find(key: str) -> Approval:
    """What somebody was asked, by the key in their mail; looking answers nothing. Raises ``NotFound``."""
    return asked_by_mail.find(Approval, key)


def decide(key: str, verdict: str, words: str = "") -> Approval:
    """Take somebody's answer, once. Raises ``NotFound``, ``Invalid``, ``Conflict`` when they answered already."""
    review_id = find(key).review_id
    response = db.session.get(ReviewResponse, review_id, with_for_update=True, populate_existing=True)
    row = find(key)  # once more, now that nobody else moves the response
    db.session.refresh(row)
    if response is None or row.closed_at is not None:
        raise NotFound
    asked_by_mail.answer(row, verdict, words)
    emit(ResponseAnswered(review_id, row.asked_by, row.name, verdict, row.words))
    if verdict == Verdict.BACK:
        _open_table(response, row)
    else:
        _move_on(response, row.review)
    return row


def _move_on(response: ReviewResponse, review: Review) -> None:
    """Bring the state in line with who has agreed, and mail those whose turn it is."""
    rows = approvals(review, response.round)
    now = clock.now()
    for role, state in ORDER.items():
        mine = [row for row in rows if row.role == role]
        if any(not row.verdict for row in mine):
            response.state = state
            for row in mine:
                if row.mailed_at is None:
                    _mail(row)
            return
        if mine and role == ApproverRole.LOCAL_GROUP:
            response.local_group_at = response.local_group_at or now
        elif mine:
            response.manager_at = response.manager_at or now
    if response.manager_at is None:
        response.state = ResponseState.MANAGER  # the local group has spoken; a manager is still to be asked
        return
    response.state, response.agreed_at = ResponseState.AGREED, now
    emit(ResponseAgreed(review.id))


def _open_table(response: ReviewResponse, sent_back: Approval) -> None:
    """Somebody sent it back: the others' pages close, the table opens; what was said stays on record."""
    _close(response, sent_back.review, keep=sent_back)


def _close(response: ReviewResponse, review: Review, keep: Approval | None = None) -> None:
    for row in approvals(review, response.round):
        if row is not keep:
            row.closed_at = clock.now()
        row.key_hash = None
    response.state = ResponseState.DRAFTING
    response.local_group_at = response.manager_at = None
    if keep is not None:
        keep.closed_at = clock.now()


def _mail(row: Approval) -> None:
    key, review = asked_by_mail.give_key(row), row.review
    letters.post(
        row.email,
        row.language,
        "response_approval",
        name=row.name,
        key=key,
        title=review.title,
        city=review.partner.label if review.partner else review.network.name,
        days=asked_by_mail.OPEN_FOR.days,
    )


def _locked(actor: Actor, review: Review) -> ReviewResponse:
    require(actor, Permission.SEEK_AGREEMENT, review)
    check_updates(review.network)
    if db.session.get(ReviewResponse, review.id) is None:
        db.session.add(ReviewResponse(review_id=review.id, state=ResponseState.DRAFTING, round=1))
        db.session.flush()
    return db.session.get_one(ReviewResponse, review.id, with_for_update=True, populate_existing=True)


def _checked(asked: Asked) -> Asked:
    wrong = {} if asked.role in set(ApproverRole) else {"role": _("The local group, or the manager.")}
    to = asked_by_mail.checked(asked, wrong)
    return Asked(name=to.name, email=to.email, role=asked.role, language=to.language)


def said_back(review: Review) -> Sequence[Approval]:
    """What was sent back with a word, the latest first; for the coordinator who works on the table."""
    query = select(Approval).where(Approval.review_id == review.id, Approval.verdict == Verdict.BACK)
    return db.session.scalars(query.order_by(Approval.answered_at.desc())).all()
