"""The one permission enum and the one table of predicates, used alike by pages, API, sockets, feeds and search."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from infocus.core.actor import Actor
from infocus.core.errors import NotAllowed, NotFound, Unauthenticated


class Permission(StrEnum):
    """Everything a person can be allowed to do. docs/permissions.md explains each."""

    OPEN_PAGE = "open_page"
    USE_ACCOUNT = "use_account"
    READ_NETWORK = "read_network"
    MANAGE_NETWORK = "manage_network"
    EDIT_PARTNER = "edit_partner"
    INVITE = "invite"
    READ_RECORD = "read_record"
    COMMENT = "comment"
    EDIT_COMMENT = "edit_comment"
    REMOVE_COMMENT = "remove_comment"
    RESOLVE_COMMENT = "resolve_comment"
    SEARCH = "search"
    READ_MISSED_SEARCHES = "read_missed_searches"
    WRITE_PRACTICE = "write_practice"
    EDIT_PRACTICE = "edit_practice"
    SUBMIT_PRACTICE = "submit_practice"
    SHARE_PRACTICE = "share_practice"
    PUBLISH_PRACTICE = "publish_practice"
    JUDGE_PRACTICE = "judge_practice"
    WITHDRAW_PRACTICE = "withdraw_practice"
    MARK_ADOPTION = "mark_adoption"
    EDIT_TRANSFER = "edit_transfer"
    MAKE_COLLECTION = "make_collection"
    EDIT_COLLECTION = "edit_collection"
    ASK_OWNER = "ask_owner"
    ANSWER_QUESTION = "answer_question"
    REMOVE_QUESTION = "remove_question"
    CREATE_MEETING = "create_meeting"
    CALL_LOCAL_GROUP = "call_local_group"
    EDIT_MEETING = "edit_meeting"
    READ_NEEDS = "read_needs"
    TAKE_EVIDENCE = "take_evidence"
    WRITE_MINUTES = "write_minutes"
    UPLOAD_OUTPUT = "upload_output"
    EDIT_OUTPUT = "edit_output"
    WRITE_PLAN = "write_plan"
    EDIT_PLAN = "edit_plan"
    CREATE_REVIEW = "create_review"
    EDIT_REVIEW = "edit_review"
    PREPARE_REVIEWS = "prepare_reviews"
    READ_REVIEW_DAY = "read_review_day"
    ENTER_ROOM = "enter_room"
    WRITE_IN_ROOM = "write_in_room"
    FACILITATE_ROOM = "facilitate_room"
    ENTER_AFTERWARDS = "enter_afterwards"
    SUM_UP_REVIEW = "sum_up_review"
    READ_ADVICE = "read_advice"
    AGREE_REVIEW = "agree_review"
    ANSWER_REVIEW = "answer_review"
    SEEK_AGREEMENT = "seek_agreement"
    READ_METRICS = "read_metrics"
    ADMINISTER = "administer"


Predicate = Callable[[Actor, Any], bool]
TABLE: dict[Permission, Predicate] = {}

# What nobody needs to be signed in for; the record's own audience still decides.
WITHOUT_SIGN_IN = frozenset(
    {Permission.OPEN_PAGE, Permission.READ_NETWORK, Permission.READ_RECORD, Permission.SEARCH, Permission.READ_METRICS}
)
READING = WITHOUT_SIGN_IN | {Permission.ENTER_ROOM, Permission.READ_ADVICE, Permission.READ_NEEDS}


def grants(permission: Permission) -> Callable[[Predicate], Predicate]:
    """Register the predicate ``(actor, subject) -> bool`` of one permission; each has exactly one."""

    def register(predicate: Predicate) -> Predicate:
        known = TABLE.get(permission)
        if known is not None and (known.__module__, known.__qualname__) != (
            predicate.__module__,
            predicate.__qualname__,
        ):
            raise RuntimeError(f"{permission} has a predicate already")
        TABLE[permission] = predicate
        return predicate

    return register


def allows(actor: Actor, permission: Permission, subject: Any = None) -> bool:
    """Whether ``actor`` may do this to ``subject``. Denied when no predicate is registered or a token is read-only."""
    predicate = TABLE.get(permission)
    if predicate is None:
        return False
    if permission not in READING and not actor.may_write():
        return False
    if not actor.signed_in and permission not in WITHOUT_SIGN_IN:
        return False
    return predicate(actor, subject)


def require(actor: Actor, permission: Permission, subject: Any = None) -> None:
    """Pass, or raise what the caller may know.

    Raises:
        NotFound: the subject may not be read by this person.
        Unauthenticated: nobody is signed in.
        NotAllowed: readable, but not permitted.
    """
    if allows(actor, permission, subject):
        return
    if subject is not None and hasattr(subject, "audience_keys") and not allows(actor, Permission.READ_RECORD, subject):
        raise NotFound
    if not actor.signed_in:
        raise Unauthenticated
    raise NotAllowed


@grants(Permission.OPEN_PAGE)
def _anyone(actor: Actor, subject: object) -> bool:
    return True


@grants(Permission.SEARCH)
def _may_search(actor: Actor, subject: object) -> bool:
    return True


@grants(Permission.USE_ACCOUNT)
def _own_account(actor: Actor, subject: object) -> bool:
    return actor.has_account


@grants(Permission.ADMINISTER)
def _administrator(actor: Actor, subject: object) -> bool:
    return actor.is_admin
