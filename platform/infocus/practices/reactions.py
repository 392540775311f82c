"""Who hears what happens to a practice."""

from collections.abc import Iterable

from sqlalchemy import select

from infocus.core.actor import EXPERTS
from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.networks.models import MembershipRow
from infocus.notifications.services import notify
from infocus.practices.events import ChangesAsked, PracticePublished, PracticeSubmitted, PracticeValidated
from infocus.practices.models import Practice
from infocus.practices.telling import tell_owners
from infocus.records.urls import record_path


@reacts_to(PracticeSubmitted)
def tell_experts(event: PracticeSubmitted) -> None:
    """The experts of the network have something to read."""
    rows = select(MembershipRow.person_id).where(
        MembershipRow.network_id == event.practice.network_id,
        MembershipRow.role.in_(EXPERTS),
        MembershipRow.ended_at.is_(None),
    )
    _tell(db.session.scalars(rows), "practice-submitted", event.practice, event.by)


@reacts_to(ChangesAsked)
def tell_changes(event: ChangesAsked) -> None:
    """Author and coordinator learn what the expert asks."""
    tell_owners(event.practice, "changes-asked", event.by, event.text)


@reacts_to(PracticeValidated)
def tell_validated(event: PracticeValidated) -> None:
    """Author and coordinator learn that it is validated."""
    tell_owners(event.practice, "practice-validated", event.by, event.text)


@reacts_to(PracticePublished)
def tell_published(event: PracticePublished) -> None:
    """Author and coordinator learn that it is out."""
    tell_owners(event.practice, "practice-published", event.by)


def _tell(people: Iterable[str], kind: str, practice: Practice, by: str) -> None:
    for person_id in sorted(set(people)):
        notify(person_id, kind, practice, path=record_path(practice), by=by)
