"""What people are told, in the reader's words. ``%(who)s`` acted, ``%(title)s`` is the record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_babel.speaklater import LazyString

from infocus.notifications.words import STATE_WORDS

INVOLVED = _l("because it concerns you or your city")
NAMED = _l("because you are named in it")
INVITED = _l("because you sit at its table")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notification: its sentence (or what makes it, where it counts), whether it is mailed at once, and why.

    ``why`` is said to who is told for another reason than that they watch something.
    """

    sentence: LazyString | Callable[[Mapping[str, Any]], str]
    at_once: bool = False
    why: LazyString = INVOLVED

    def say(self, words: Mapping[str, Any]) -> str:
        """The sentence in the present language."""
        return str(self.sentence % words) if isinstance(self.sentence, LazyString) else self.sentence(words)


def _new_results(words: Mapping[str, Any]) -> str:
    return str(
        ngettext(
            "%(num)d new result for “%(search)s”: “%(title)s”",
            "%(num)d new results for “%(search)s”, among them “%(title)s”",
            words["count"],
            search=words["search"],
            title=words["title"],
        )
    )


def _state(words: Mapping[str, Any]) -> str:
    sentence = STATE_WORDS.get(words["state"], _l("“%(title)s” has moved on"))
    return str(sentence % {"title": words["title"]})


def _advice_due(words: Mapping[str, Any]) -> str:
    return str(
        ngettext(
            "%(num)d recommendation your city took up is due: “%(title)s”",
            "%(num)d recommendations your city took up are due, the first of “%(title)s”",
            words["count"],
            title=words["title"],
        )
    )


def _practices_age(words: Mapping[str, Any]) -> str:
    return str(
        ngettext(
            "Is “%(title)s” still so? It was last verified a year ago",
            "Are %(num)d practices still so? They were last verified a year ago, “%(title)s” among them",
            words["count"],
            title=words["title"],
        )
    )


KINDS: dict[str, Kind] = {
    "mention": Kind(_l("%(who)s mentioned you in a comment on “%(title)s”"), at_once=True, why=NAMED),
    "reply": Kind(_l("%(who)s answered your comment on “%(title)s”"), why=_l("because it answers you")),
    "comment": Kind(_l("%(who)s commented on “%(title)s”"), why=_l("because you wrote it")),
    "room-mention": Kind(_l("%(who)s mentioned you in the room of the review “%(title)s”"), at_once=True, why=NAMED),
    "review-invited": Kind(
        _l("%(who)s invites you to the review “%(title)s”"), why=INVITED
    ),  # its mail has a calendar file
    "review-moved": Kind(_l("%(who)s gave the review “%(title)s” another time"), why=INVITED),
    "review-cancelled": Kind(_l("%(who)s cancelled the review “%(title)s”"), why=INVITED),
    "review-declined": Kind(_l("%(who)s cannot come to the review “%(title)s”"), why=INVITED),
    "review-nudge": Kind(_l("%(who)s reminds you of the review “%(title)s”"), why=INVITED),
    "review-version": Kind(_l("%(who)s put another version of the plan under review: “%(title)s”"), why=INVITED),
    "response-back": Kind(_l("%(name)s sent the answers to “%(title)s” back"), at_once=True),
    "response-agreed": Kind(_l("%(name)s agreed to the answers to “%(title)s”")),
    "advice-told": Kind(_l("What became of your advice: “%(title)s”")),
    "advice-news": Kind(_l("There is news of your advice: “%(title)s”")),
    "advice-offered": Kind(_l("A new version of the plan may answer recommendations of “%(title)s”")),
    "advice-due": Kind(_advice_due),
    "summary-sent": Kind(_l("%(who)s asks you to agree to the summary of “%(title)s”")),
    "summary-agreed": Kind(_l("The summary of “%(title)s” is agreed")),
    "transcript-soon": Kind(_l("The transcript of “%(title)s” is deleted in a week"), at_once=True),
    "action-late": Kind(_l("A week late: “%(what)s” (%(title)s)")),
    "practice-submitted": Kind(
        _l("%(who)s submitted “%(title)s” for validation"), why=_l("because you are an expert of the network")
    ),
    "changes-asked": Kind(_l("%(who)s asks for changes in “%(title)s”")),
    "practice-validated": Kind(_l("%(who)s validated “%(title)s”")),
    "practice-sent-back": Kind(_l("%(name)s sent “%(title)s” back instead of approving it"), at_once=True),
    "practice-approved": Kind(_l("%(name)s approved “%(title)s” for readers beyond the network"), at_once=True),
    "practices-age": Kind(_practices_age),
    "practice-published": Kind(_l("%(who)s published “%(title)s”")),
    "practice-interest": Kind(_l("%(who)s’s city is interested in “%(title)s”")),
    "practice-adopted": Kind(_l("%(who)s’s city is taking over “%(title)s”")),
    "practice-borrowed": Kind(_l("%(who)s’s city borrowed something from “%(title)s”")),
    "practice-used": Kind(_l("A city said whether it used what it borrowed from “%(title)s”")),
    "practice-collected": Kind(_l("%(who)s put “%(title)s” into a collection")),
    "transfer-mentor": Kind(_l("%(who)s asks your city to be the mentor of a transfer: “%(title)s”")),
    "transfer-stopped": Kind(_l("%(who)s’s city gave up the transfer of “%(title)s” and says why")),
    "transfer-plan-due": Kind(_l("The plan of your city’s transfer of “%(title)s” is due")),
    "transfer-checkpoint": Kind(_l("It is time to look back on your city’s transfer of “%(title)s”")),
    "question-asked": Kind(_l("%(who)s asks about “%(title)s”")),
    "question-answered": Kind(_l("%(who)s answered a question about “%(title)s”"), why=_l("because it answers you")),
    "question-kept": Kind(_l("Your question about “%(title)s” stands in its FAQ now")),
    "evidence-ready": Kind(
        _l("The evidence package of “%(title)s” is ready"), at_once=True, why=_l("because you asked for it")
    ),
    "output-failed": Kind(_l("A file of “%(title)s” could not be read"), why=_l("because you uploaded it")),
    "search-match": Kind(_new_results, why=_l("because you keep this search")),
    "due-tomorrow": Kind(_l("Due tomorrow: “%(what)s” (%(title)s)"), at_once=True),
    "watch-new": Kind(_l("New: “%(title)s”")),
    "watch-state": Kind(_state),
    "watch-version": Kind(_l("There is a new version of “%(title)s”")),
    "watch-comment": Kind(_l("%(who)s commented on “%(title)s”")),
}
BEYOND = frozenset(
    {
        *("search-match", "question-asked", "question-answered", "question-kept"),
        *("watch-new", "watch-state", "watch-version"),
    }
)
"""Kinds that may be about records of networks the reader does not belong to."""
