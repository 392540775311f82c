"""One's own searches in the export of a person's own data."""

from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.db import db
from infocus.library.searched.models import PastSearch


@contributes_own_data("search_history")
def history_as_data(person_id: str) -> list[dict[str, str | int]]:
    """Every search of the person that is kept, the newest first."""
    mine = select(PastSearch).where(PastSearch.person_id == person_id).order_by(PastSearch.at.desc())
    return [
        {"words": past.words, "search": past.search, "results": past.total, "at": past.at.isoformat()}
        for past in db.session.scalars(mine)
    ]
