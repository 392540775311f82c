"""Rights over practices (domain.md, section 2)."""

from infocus.core.actor import EXPERTS, Actor, Membership, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.models import Network, NetworkState
from infocus.networks.policy import is_open, takes_updates
from infocus.practices.models import IN_WORK, Practice, PracticeState
from infocus.records.policy import may_read

WRITERS = (Role.ULG, Role.OFFICER, Role.COORDINATOR)
ADOPTERS = frozenset({Role.OFFICER, Role.COORDINATOR})


def is_coordinator(actor: Actor, practice: Practice) -> bool:
    """Whether the actor answers for the practice's partner."""
    return actor.has_for(practice.network_id, practice.partner_id, Role.COORDINATOR)


def is_author(actor: Actor, practice: Practice) -> bool:
    """Whether the actor wrote it and still belongs to its city."""
    return practice.author_id == actor.person and actor.has_for(practice.network_id, practice.partner_id, *WRITERS)


@grants(Permission.WRITE_PRACTICE)
def may_write(actor: Actor, network: Network) -> bool:
    """People of a city begin drafts, while the network is active."""
    return is_open(network) and actor.has(network.id, *WRITERS)


@grants(Permission.EDIT_PRACTICE)
def may_edit(actor: Actor, practice: Practice) -> bool:
    """The author edits the own record, the coordinator those of the partner; a ULG member only a draft."""
    if not takes_updates(practice.network) or practice.removed_at:
        return False
    if is_coordinator(actor, practice):
        return True
    if not is_author(actor, practice):
        return False
    return practice.state in IN_WORK or actor.has_for(
        practice.network_id, practice.partner_id, Role.OFFICER, Role.COORDINATOR
    )


@grants(Permission.SUBMIT_PRACTICE)
def may_submit(actor: Actor, practice: Practice) -> bool:
    """Officers and coordinators submit; a ULG member asks them to."""
    return may_edit(actor, practice) and actor.has_for(
        practice.network_id, practice.partner_id, Role.OFFICER, Role.COORDINATOR
    )


@grants(Permission.SHARE_PRACTICE)
def may_share(actor: Actor, practice: Practice) -> bool:
    """Publishing up to the network: its officer author, or the coordinator."""
    return may_submit(actor, practice)


@grants(Permission.PUBLISH_PRACTICE)
def may_publish(actor: Actor, practice: Practice) -> bool:
    """Publishing in the city's name to all networks or to everyone, and setting who may read it: the coordinator."""
    return may_edit(actor, practice) and is_coordinator(actor, practice)


@grants(Permission.JUDGE_PRACTICE)
def may_judge(actor: Actor, practice: Practice) -> bool:
    """Experts of the network ask for changes and validate; nobody judges the own record."""
    judged = practice.state in {PracticeState.SUBMITTED, PracticeState.NEEDS_VERIFICATION, PracticeState.CHANGES_ASKED}
    return (
        judged
        and may_read(actor, practice)
        and takes_updates(practice.network)
        and practice.author_id != actor.person
        and actor.has(practice.network_id, *EXPERTS)
    )


@grants(Permission.WITHDRAW_PRACTICE)
def may_withdraw(actor: Actor, practice: Practice) -> bool:
    """The coordinator and the author take it back; the lead also in a closed network."""
    if actor.has(practice.network_id, Role.LEAD) and practice.network.state == NetworkState.CLOSED:
        return may_read(actor, practice)
    return may_submit(actor, practice)


def adopting_for(actor: Actor, practice: Practice) -> list[Membership]:
    """The cities of the practice's network, other than its own, that the actor speaks for; one role a city."""
    cities = {
        member.partner_id: member
        for member in actor.memberships
        if member.network_id == practice.network_id and member.role in ADOPTERS and member.partner_id
    }
    return [member for partner_id, member in cities.items() if partner_id != practice.partner_id]


@grants(Permission.MARK_ADOPTION)
def may_adopt(actor: Actor, practice: Practice) -> bool:
    """Officers and coordinators of another city say how far it is with a practice they read and that stands."""
    return (
        may_read(actor, practice)
        and takes_updates(practice.network)
        and practice.state != PracticeState.WITHDRAWN
        and bool(adopting_for(actor, practice))
    )
