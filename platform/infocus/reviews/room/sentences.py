"""The sentences of the room's page, translated for its script. A sentence that counts comes once a plural category."""

from collections.abc import Iterator

from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from infocus.reviews.room.sentences_board import board
from infocus.reviews.room.sentences_course import course
from infocus.reviews.words import NOTE_KINDS, SEATINGS

Sentences = dict[str, str | dict[str, str]]
_SAMPLES = (*range(32), 100, 101, 102, 111, 1_000, 1_000_000)
"""Numbers that between them stand for every plural category of our ten languages."""


def sentences() -> Sentences:
    """Every sentence by the name the script knows it by, in the language of the request; ``{n}`` and others stay."""
    return {**_state(), **_refusals(), **_talk(), **course(), **board(), **_counts(), **dict(_roles())}


def _state() -> Sentences:
    return {
        "connecting": _("Connecting"),
        "offline": _("Not connected; trying again"),
        "not_connected": _("Not connected"),
        "dropped_at": _("The connection dropped at {time}."),
        "back": _("The connection is back."),
        "kept": _("What you type is kept on this device and goes out by itself."),
        "kept_in_page": _("This browser keeps nothing: leave the page open until the connection is back."),
        "closed_unauthenticated": _("Your sign-in has ended. Sign in again to go on."),
        "closed_signed_out": _("You have signed out. Sign in again to go on."),
        "closed_rights_lost": _("You no longer have a seat at this table."),
        "closed_not_found": _("This room is no longer open to you."),
        "closed_not_allowed": _("This room is no longer open to you."),
        "closed_other_account": _("This browser is signed in as somebody else now. Load the page again."),
        "phase_of": _("{phase}, {n} of {all}"),
        "left_of": _("left of {n} min"),
        "over_time": _("over {n} min"),
        "paused": _("paused"),
        "time_used": _("Time used in this phase"),
    }


def _refusals() -> Sentences:
    return {
        "refused_phase_closed": _("Not sent: that cannot be written in this phase."),
        "refused_not_allowed": _("Not sent: your seat does not include that."),
        "refused_not_found": _("Not sent: the line it belongs to is not there."),
        "refused_too_long": _("Not sent: the text is too long."),
        "refused_full": _("Not sent: three takeaways are enough."),
        "refused_invalid": _("Not sent: the server could not read it."),
        "refused_conflict": _("Not sent: it was changed meanwhile."),
        "refused_network_closed": _("Not sent: the network is closed."),
        "refused_offline": _("No answer from the server. Try again."),
        "refused_internal": _("The server could not do this. Try again."),
        "refused_rate_limited": _("That was a lot in a short time. Wait a little."),
        "refused_unauthenticated": _("Your sign-in has ended. Sign in again to go on."),
        "back_in_box": _("Your text is back in the box."),
    }


def _talk() -> Sentences:
    return {
        "you": _("you"),
        "edited": _("changed"),
        "write": _("Write to the table"),
        "write_turn": _("It is your turn. Write, or speak and it is written down."),
        "write_takeaway": _("One thing you take home"),
        "write_read": _("You read along in this phase"),
        "not_begun": _("The review has not begun."),
        "mentions_offered": _("Names to choose from: arrow keys, then Enter."),
        "removed": _("Removed by {name}."),
        "replaced": _("These words were replaced."),
        "withheld": _("This entry is not shown to you."),
        "deleted": _("What was said here was deleted. What came of it is on the review’s page."),
        "noted_by": _("Spoken · noted by {name}"),
        "waiting": _("waiting to go out"),
        "new": _("New"),
        "newest": _("Newest"),
        "reply": _("Reply"),
        "edit": _("Change"),
        "remove": _("Remove"),
        "remove_sure": _("Remove this line? A trace stays, the words go."),
        "replying_to": _("Reply to {name}, {seq}"),
        "editing": _("Changing {seq}"),
        "counter": _("{size} / {limit}"),
        "began": _("The review has begun"),
        "finished": _("The review is over"),
        "paused_at": _("{phase} paused"),
        "resumed": _("{phase} goes on"),
        "extended": _("{phase} has more time"),
        "host_listens": _("The host listens in this phase; you can write again in the next."),
        "not_in_phase": _("Writing is for others in “{phase}”. What you type is kept as a draft."),
        "not_now": _("The room can be read, not written, at this moment."),
        "finished_read": _("The review is over: the room can be read."),
        "may_not": _("You read along at this table."),
    }


def _counts() -> Sentences:
    return {
        "have_all": _plural("You have {n} entry", "You have all {n} entries"),
        "entries_kept": _plural("{n} entry kept", "{n} entries kept"),
        "fetching": _plural("Fetching {n} entry", "Fetching {n} entries"),
        "new_entries": _plural("{n} new entry", "{n} new entries"),
        "notes_appeared": _plural("{n} note appears", "{n} notes appear together"),
        "notes_of": _plural("{n} note", "{n} notes"),
        "dots_left": _plural("{n} dot left", "{n} dots left"),
        "dots_on": _plural("{n} dot", "{n} dots"),
        "quoting": _plural("{n} entry on this passage", "{n} entries on this passage"),
        "found": _plural("{at} of {n} entry", "{at} of {n} entries"),
        "selected": _plural("{n} note selected", "{n} notes selected"),
        "hands_up": _plural("{n} hand is up", "{n} hands are up"),
        "here": _plural("{n} here", "{n} here"),
        "at_the_door": _plural("{n} waits at the door", "{n} wait at the door"),
        "writes": _plural("{names} is writing…", "{names} are writing…"),
        "kept_waiting": _plural(
            "What you typed is on this device and goes out by itself. {n} message waits.",
            "What you typed is on this device and goes out by itself. {n} messages wait.",
        ),
    }


def _roles() -> Iterator[tuple[str, str]]:
    yield from ((f"role_{name}", str(word)) for name, word in SEATINGS.items())
    yield from ((f"note_{name}", str(word)) for name, word in NOTE_KINDS.items())


def _plural(one: str, many: str) -> dict[str, str]:
    """A sentence by plural category, as the reader's language has them."""
    locale = get_locale()
    rule = locale.plural_form if locale is not None else (lambda n: "one" if n == 1 else "other")
    return {str(rule(n)): ngettext(one, many, n) for n in reversed(_SAMPLES)} | {
        "other": ngettext(one, many, 1_000_000)
    }
