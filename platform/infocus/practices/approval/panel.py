"""The city's approval on the practice's page: who gave it and when, what is missing, and whom to ask."""

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.asked import Verdict
from infocus.accounts.own_data import contributes_own_data
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.practices.approval.forms import ask_form
from infocus.practices.approval.models import PracticeApproval
from infocus.practices.approval.queries import approval_of, asked, is_asked_for, open_question
from infocus.practices.approval.services import ASKABLE, is_changed
from infocus.practices.approval.words import READERS
from infocus.practices.models import Practice
from infocus.records.models import Visibility
from infocus.records.panels import Panel, record_panel


@record_panel(Practice, 10)
def approval_panel(actor: Actor, practice: Practice) -> Panel | None:
    """For the city: all of it; for other readers: by whom and when what they read was approved."""
    rows = asked(practice)
    may_ask = allows(actor, Permission.PUBLISH_PRACTICE, practice) and practice.state in ASKABLE
    inside = allows(actor, Permission.EDIT_PRACTICE, practice)
    audience = practice.visibility
    given = approval_of(practice, audience, rows) if rows and audience in {Visibility.ALL, Visibility.PUBLIC} else None
    waiting = open_question(rows)
    if not (given or may_ask or (inside and (rows or practice.held))):
        return None
    context = {
        "given": given,
        "readers": READERS,
        "waiting": waiting if inside else None,
        "is_stale": waiting is not None and is_changed(waiting),
        "sent_back": rows[0] if inside and rows and rows[0].verdict == Verdict.BACK else None,
        "needed": is_asked_for(practice, audience, rows),
        "may_ask": may_ask,
        "form": ask_form(practice, rows[0] if rows else None),
        "stale": next((row for row in rows if row.verdict == Verdict.AGREE), None) if inside and not given else None,
    }
    return Panel("practices/approval/panel.html", context, toc=("approval", _("The city’s approval")))


@contributes_own_data("approvals_asked")
def questions_as_data(person_id: str) -> list[dict[str, str]]:
    """Every question to a manager that the person sent."""
    rows = db.session.scalars(select(PracticeApproval).where(PracticeApproval.asked_by == person_id))
    return [
        {
            "practice": row.practice_id,
            "asked": row.name,
            "for": row.visibility,
            "at": row.asked_at.isoformat(),
            "answer": row.verdict,
        }
        for row in rows
    ]
