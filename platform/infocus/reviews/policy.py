"""Who may do what with a review; what may be done in its room, phase by phase, is `infocus.reviews.room.policy`."""

from infocus.core.actor import CITY_ROLES, EXPERTS, STAFF, Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import is_open, takes_updates
from infocus.plans.models import Plan
from infocus.records.policy import may_read
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating

CHAIR = frozenset({Seating.FACILITATOR})
HOST = frozenset({Seating.HOST})
SCRIBES = frozenset({Seating.NOTE_TAKER, Seating.RAPPORTEUR, Seating.FACILITATOR})
PANEL = SCRIBES | {Seating.FRIEND, Seating.EXPERT, Seating.LEAD}
EVERYONE = PANEL | HOST
FACILITATORS = CHAIR | {Seating.LEAD}
"""A facilitator who got lost is replaced by the lead."""


def seatings(actor: Actor, review: Review) -> frozenset[Seating]:
    """The seatings of a person at a review's table, from the keys they hold now.

    Who is of the host's city listens as a host does, also when they are lead or expert of the network.
    """
    named = {role for role in Seating if f"seat:{review.id}:{role}" in actor.keys}
    if actor.has_for(review.network_id, review.partner_id, *CITY_ROLES):
        return frozenset(named | {Seating.HOST})
    if actor.has(review.network_id, *EXPERTS):
        named.add(Seating.EXPERT)
    if actor.has(review.network_id, Role.LEAD):
        named.add(Seating.LEAD)
    return frozenset(named)


@grants(Permission.ENTER_ROOM)
def may_enter(actor: Actor, review: Review) -> bool:
    """The named table, the host's city, the experts and the lead enter the room and read its transcript."""
    return review.removed_at is None and not actor.keys.isdisjoint(review.room_keys())


def reads_plan_here(actor: Actor, review: Review) -> bool:
    """Who reads the plan reads it in the room, too; the table reads the version under review there, guests with it."""
    frozen = review.plan_version is not None and f"panel:{review.id}" in actor.keys
    return frozen or may_read(actor, review.plan)


@grants(Permission.FACILITATE_ROOM)
def may_facilitate(actor: Actor, review: Review) -> bool:
    """The facilitator moves the phases; the lead can step in."""
    return may_enter(actor, review) and takes_updates(review.network) and bool(seatings(actor, review) & FACILITATORS)


@grants(Permission.CREATE_REVIEW)
def may_create_review(actor: Actor, plan: Plan) -> bool:
    """Experts and the lead create reviews; a coordinator the one of the own plan."""
    return is_open(plan.network) and (
        actor.has(plan.network_id, *STAFF) or actor.has_for(plan.network_id, plan.partner_id, Role.COORDINATOR)
    )


@grants(Permission.EDIT_REVIEW)
def may_edit_review(actor: Actor, review: Review) -> bool:
    """Experts, the lead, the host's coordinator and the facilitator set the table."""
    return takes_updates(review.network) and (
        actor.has(review.network_id, *STAFF)
        or actor.has_for(review.network_id, review.partner_id, Role.COORDINATOR)
        or Seating.FACILITATOR in seatings(actor, review)
    )


@grants(Permission.ENTER_AFTERWARDS)
def may_enter_afterwards(actor: Actor, review: Review) -> bool:
    """The facilitator, the rapporteur and the note-taker write down what was held on paper, as in a live room."""
    return may_enter(actor, review) and takes_updates(review.network) and bool(seatings(actor, review) & SCRIBES)


@grants(Permission.SUM_UP_REVIEW)
def may_sum_up(actor: Actor, review: Review) -> bool:
    """The rapporteur and the facilitator write the summary and the report; the experts of the network help."""
    writes = {Seating.RAPPORTEUR, Seating.FACILITATOR, Seating.EXPERT}
    return may_enter(actor, review) and takes_updates(review.network) and bool(seatings(actor, review) & writes)


@grants(Permission.ANSWER_REVIEW)
def may_answer(actor: Actor, review: Review) -> bool:
    """The host's coordinator and officers say what becomes of each recommendation."""
    return takes_updates(review.network) and actor.has_for(
        review.network_id, review.partner_id, Role.COORDINATOR, Role.OFFICER
    )
