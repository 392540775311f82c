"""How far cities are with practices, as columns that lists narrow by and count."""

from sqlalchemy import Subquery, case, func, select

from infocus.practices.transfers.ledger import STANDING, USED
from infocus.practices.transfers.models import OPENED, Transfer
from infocus.records.models import Record


def adoptions() -> Subquery:
    """A row a practice that a city said something of: ``used`` cities use it, ``moving`` have a transfer under way."""
    opened = Record.state.in_(OPENED) & Transfer.stopped_at.is_(None)
    used, moving = (func.sum(case((each, 1), else_=0)) for each in (USED, opened))
    said = select(Transfer.practice_id, used.label("used"), moving.label("moving"))
    return said.where(STANDING).group_by(Transfer.practice_id).subquery("adoptions")
