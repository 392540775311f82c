"""The states of records in words, whatever their kind, and the sign a hit shows for one."""

from flask_babel import lazy_gettext as _l

from infocus.engines.search.port import Hit, Standing

WORDS = {
    "draft": _l("Draft"), "submitted": _l("Submitted"), "changes-asked": _l("Changes asked"),
    "validated": _l("Validated"), "published": _l("Published"), "needs-verification": _l("Needs re-verification"),
    "withdrawn": _l("Withdrawn"), "planned": _l("Planned"), "held": _l("Held"), "cancelled": _l("Cancelled"),
    "roadmap": _l("Road map"), "peer-reviewed": _l("Peer-reviewed"), "final": _l("Final"), "adopted": _l("Adopted"),
    "preparing": _l("In preparation"), "live": _l("Live now"), "finished": _l("Finished"), "open": _l("Open"),
    "resolved": _l("Resolved"), "current": _l("Current"), "borrowed": _l("Borrowed"),
    "interested": _l("Interested"), "understand": _l("Understand"), "adapt": _l("Adapt"), "reuse": _l("Re-use"),
    "stopped": _l("Stopped"),
}  # fmt: skip
_SIGNS = {
    "validated": "ok", "adopted": "ok", "changes-asked": "warn", "needs-verification": "warn", "withdrawn": "bad",
    "cancelled": "bad", "stopped": "warn", "live": "live", "draft": "", "submitted": "", "roadmap": "", "preparing": "",
}  # fmt: skip
"""States worth a sign on a hit, each with its kind; the others are what a reader expects anyway."""


def state_word(state: str) -> str:
    """The word for a state; a state nobody knows is its own word."""
    return str(WORDS.get(state, state))


def sign_of(hit: Hit) -> tuple[str, str] | None:
    """A word and its kind ("ok", "warn", "bad", "live" or "") for a hit's state, or for how far it is to be relied on.

    A practice that an expert vouched for goes on to be published: its standing still says so.
    """
    if hit.state in _SIGNS:
        return state_word(hit.state), _SIGNS[hit.state]
    if hit.type == "practice" and hit.standing == Standing.VALIDATED:
        return state_word("validated"), "ok"
    if hit.type == "practice" and hit.standing == Standing.STALE:
        return state_word("needs-verification"), "warn"
    return None
