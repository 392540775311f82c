"""The words of what comes after a review, as people read them."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext
from flask_babel.speaklater import LazyString

from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.vocabulary import ApproverRole, ResponseState
from infocus.reviews.vocabulary import Answer, Progress

ANSWERS: dict[str, LazyString] = {
    Answer.ACCEPT: _l("Accept"),
    Answer.ADAPT: _l("Adapt"),
    Answer.PARK: _l("Park"),
    Answer.REJECT: _l("Reject"),
}
ANSWER_HINTS: dict[str, LazyString] = {
    Answer.ACCEPT: _l("We do it as it is said."),
    Answer.ADAPT: _l("We do it in another form."),
    Answer.PARK: _l("Not now; we say when we look again."),
    Answer.REJECT: _l("We do not; the reason is given."),
}
COUNTED: dict[str, LazyString] = {
    Answer.ACCEPT: _l("accepted"),
    Answer.ADAPT: _l("adapted"),
    Answer.PARK: _l("parked"),
    Answer.REJECT: _l("rejected"),
    "": _l("not answered yet"),
}
PROGRESS: dict[str, LazyString] = {
    Progress.OPEN: _l("Open"),
    Progress.WAITING: _l("Waiting for somebody"),
    Progress.DONE: _l("Done"),
    Progress.DROPPED: _l("Dropped"),
}
STATES: dict[str, LazyString] = {
    ResponseState.DRAFTING: _l("being written"),
    ResponseState.LOCAL_GROUP: _l("with the local group"),
    ResponseState.MANAGER: _l("with the manager"),
    ResponseState.AGREED: _l("agreed"),
}
ROLES: dict[str, LazyString] = {
    ApproverRole.LOCAL_GROUP: _l("Local group"),
    ApproverRole.MANAGER: _l("Manager"),
}


def state_word(row: Recommendation) -> tuple[str, str]:
    """How far a recommendation is in a word, and the kind of its sign (components/status.html)."""
    if row.answer == Answer.REJECT:
        return str(_l("Closed")), ""
    if row.progress == Progress.DONE:
        return str(PROGRESS[Progress.DONE]), "ok"
    if row.progress == Progress.DROPPED:
        return str(PROGRESS[Progress.DROPPED]), "bad"
    if row.answer == Answer.PARK:
        return pgettext("recommendation", "Parked"), ""
    if row.progress == Progress.WAITING:
        return row.progress_note or str(PROGRESS[Progress.WAITING]), "warn"
    return str(PROGRESS[Progress.OPEN]), ""


def gist(told: dict[str, list[object]]) -> list[str]:
    """What a letter said of somebody's recommendations, in a few words; empty for who was thanked with the whole."""
    groups: dict[str, list[str]] = {}
    for number, answer, changed in sorted(told.values(), key=lambda each: int(str(each[0]))):
        name = "changed" if changed and answer in {Answer.ACCEPT, Answer.ADAPT} else str(answer)
        groups.setdefault(f"{answer}-changed" if name == "changed" else name, []).append(str(number))
    return [str(_GIST[name] % {"numbers": ", ".join(numbers)}) for name, numbers in groups.items()]


_GIST: dict[str, LazyString] = {
    "accept-changed": _l("%(numbers)s: in the plan"),
    "adapt-changed": _l("%(numbers)s: in the plan, in another form"),
    "accept": _l("%(numbers)s: accepted"),
    "adapt": _l("%(numbers)s: accepted in another form"),
    "park": _l("%(numbers)s: waits, and is told of again"),
    "reject": _l("%(numbers)s: not taken up; the reason is given"),
    "": _l("%(numbers)s: no answer yet"),
}


def line_heads() -> list[object]:
    """The heads of ``line_of``."""
    return [
        _("No."), _("Recommendation"), _("From"), _("Section of the plan"), _("Answer"), _("Reason"),
        _("Who sees to it"), _("By when"), _("How far it is"), _("In a word"), _("Changed in version"),
    ]  # fmt: skip


def line_of(row: Recommendation) -> list[object]:
    """A recommendation as one line of a spreadsheet."""
    said = [row.number, row.text, row.partner.label if row.partner else "", row.section_title]
    answer = [ANSWERS.get(row.answer, ""), row.reason, row.owner, row.due]
    progress = [PROGRESS[row.progress] if row.answer else "", row.progress_note, row.changed_in or ""]
    return [*said, *answer, *progress]
