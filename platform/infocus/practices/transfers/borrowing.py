"""Borrowed without a plan: one mail half a year later, "did you use it?", answered on a page that needs no account."""

from collections.abc import Sequence
from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import Update, select, update

from infocus.accounts.letters import post
from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.events import emit
from infocus.core.secrets import digest, new_key
from infocus.networks.models import Network, NetworkState
from infocus.practices.transfers.events import BorrowingAnswered
from infocus.practices.transfers.models import ASK_AFTER, Stage, Step, Transfer, Used
from infocus.records import services as records
from infocus.records.answering import who_answers
from infocus.records.models import Record

LIFE = timedelta(days=90)


def to_ask(limit: int) -> Sequence[str]:
    """Ids of what was borrowed long enough ago and of which nobody was asked yet."""
    rows = select(Transfer.id).join(Network, Network.id == Record.network_id)
    rows = rows.where(
        Record.removed_at.is_(None),
        Record.state == Stage.BORROWED,
        Network.state != NetworkState.CLOSED,
        Transfer.opened_at < clock.now() - ASK_AFTER,
        Transfer.asked_at.is_(None),
        Transfer.used == "",
    )
    return db.session.scalars(rows.order_by(Transfer.id).limit(limit)).all()


def ask(transfer_id: str) -> bool:
    """Write the one mail there is, to who borrowed it or who answers for them now; ``False``: nobody is there."""
    mine = update(Transfer).where(Transfer.id == transfer_id, Transfer.asked_at.is_(None), Transfer.used == "")
    if not _won(mine.values(asked_at=clock.now())):
        return False  # another worker was faster
    transfer = db.session.get_one(Transfer, transfer_id, populate_existing=True)
    to, language, name = _address(transfer)
    if not to:
        return False
    key = new_key()
    transfer.ask_key_hash = digest(key)
    practice = transfer.practice
    post(
        to,
        language,
        "borrowed_used",
        name=name,
        key=key,
        title=practice.title,
        note=transfer.note,
        city=transfer.partner.label if transfer.partner else "",
        of=practice.partner.label if practice.partner else practice.network.name,
        since=transfer.opened_at,
        days=LIFE.days,
    )
    return True


def find(key: str) -> Transfer:
    """What was asked by this mail; looking answers nothing. Raises ``NotFound``."""
    found = db.session.scalars(select(Transfer).where(Transfer.ask_key_hash == digest(key))).unique().one_or_none()
    if found is None or found.removed_at is not None or found.asked_at is None:
        raise NotFound
    if found.asked_at + LIFE < clock.now() or found.network.state == NetworkState.CLOSED:
        raise NotFound
    return found


def say(key: str, used: str) -> Transfer:
    """Take the answer, once. Raises ``NotFound``, ``Invalid``, and ``Conflict`` when it was given already."""
    transfer = find(key)
    if used not in set(Used):
        raise Invalid({"used": _("Yes, partly or no.")})
    mine = update(Transfer).where(Transfer.id == transfer.id, Transfer.used == "")
    if not _won(mine.values(used=used, used_at=clock.now())):
        raise Conflict(_("You have answered already; thank you."))
    db.session.refresh(transfer)
    db.session.add(Step(transfer_id=transfer.id, what=f"used-{used}"))
    records.save(transfer)
    changed("practice", transfer.practice_id)
    emit(BorrowingAnswered(transfer))
    return transfer


def _won(claim: Update) -> bool:
    """Whether this change was still to be made: of two at once one wins."""
    done = db.session.scalar(claim.returning(Transfer.id), execution_options={"synchronize_session": False})
    return done is not None


def _address(transfer: Transfer) -> tuple[str, str, str]:
    """Whom to ask, in which language, by which name: the owner, else the mailbox, else a coordinator."""
    answering = who_answers(transfer)
    if answering.owner is None and answering.mailbox:
        return answering.mailbox, answering.language, ""
    for person_id in [answering.owner, *sorted(answering.coordinators)]:
        account = db.session.get(Account, person_id) if person_id else None
        if account is not None:
            return account.email, account.person.language, account.person.shown_name
    return "", "", ""
