"""Rights over comments (domain.md, section 2): never visible wider than the record, and at most to the network."""

from infocus.comments.models import Comment
from infocus.core.actor import STAFF, Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import takes_updates
from infocus.records.models import Record
from infocus.records.policy import may_comment, may_read


def may_read_comments(actor: Actor, record: Record) -> bool:
    """Members of the network who may read the record."""
    return may_read(actor, record) and bool(actor.roles(record.network_id))


@grants(Permission.EDIT_COMMENT)
def may_edit(actor: Actor, comment: Comment) -> bool:
    """Only who wrote it, while the network takes updates."""
    return comment.removed_at is None and comment.author_id == actor.person and may_comment(actor, comment.record)


@grants(Permission.REMOVE_COMMENT)
def may_remove(actor: Actor, comment: Comment) -> bool:
    """Who wrote it, and the lead of the network (also when it is closed: erasure)."""
    if comment.removed_at is not None or not may_read_comments(actor, comment.record):
        return False
    if actor.has(comment.record.network_id, Role.LEAD):
        return True
    return comment.author_id == actor.person and takes_updates(comment.record.network)


@grants(Permission.RESOLVE_COMMENT)
def may_resolve(actor: Actor, comment: Comment) -> bool:
    """Who began the thread, who wrote the record, its partner's coordinator, experts and the lead."""
    record = comment.record
    if not may_comment(actor, record):
        return False
    own = actor.person in {comment.author_id, record.author_id}
    return (
        own
        or actor.has(record.network_id, *STAFF)
        or actor.has_for(record.network_id, record.partner_id, Role.COORDINATOR)
    )
