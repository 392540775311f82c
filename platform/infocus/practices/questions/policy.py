"""Rights over questions: readers ask, the city answers."""

from infocus.core.actor import CITY_ROLES, STAFF, Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import takes_updates
from infocus.practices.models import SHARED, Practice
from infocus.practices.questions.models import Question
from infocus.records.answering import who_answers
from infocus.records.policy import may_read

ASKERS = CITY_ROLES | STAFF


def of_its_city(actor: Actor, practice: Practice) -> bool:
    """Whether the actor is an officer or the coordinator of the practice's city."""
    return actor.has_for(practice.network_id, practice.partner_id, Role.OFFICER, Role.COORDINATOR)


def may_read_questions(actor: Actor, practice: Practice) -> bool:
    """Members of the practice's network who read it read all its questions; others read the FAQ, and their own."""
    return may_read(actor, practice) and bool(actor.roles(practice.network_id))


@grants(Permission.ASK_OWNER)
def may_ask(actor: Actor, practice: Practice) -> bool:
    """Members of any network but observers ask about what is shared with them; its own city knows."""
    member = any(membership.role in ASKERS for membership in actor.memberships)
    return (
        member
        and practice.state in SHARED
        and may_read(actor, practice)
        and takes_updates(practice.network)
        and not of_its_city(actor, practice)
    )


@grants(Permission.ANSWER_QUESTION)
def may_answer(actor: Actor, practice: Practice) -> bool:
    """Officers and coordinators of the practice's city, and who answers for it by name (an expert who wrote it)."""
    if not may_read(actor, practice) or not takes_updates(practice.network):
        return False
    return of_its_city(actor, practice) or (bool(actor.person) and actor.person == who_answers(practice).owner)


@grants(Permission.REMOVE_QUESTION)
def may_remove(actor: Actor, question: Question) -> bool:
    """Who asked, and the lead of the network, also when it is closed: erasure."""
    if question.removed_at is not None or not may_read(actor, question.practice):
        return False
    if actor.has(question.practice.network_id, Role.LEAD):
        return True
    return question.by_id == actor.person and takes_updates(question.practice.network)
