"""What a change of a practice means for its approval, and who hears what the manager answered."""

from infocus.accounts.asked import Verdict
from infocus.core.events import reacts_to
from infocus.notifications.services import notify
from infocus.practices.approval.events import ApprovalAnswered
from infocus.practices.approval.services import settle
from infocus.practices.events import PracticeChanged
from infocus.records.answering import who_answers
from infocus.records.urls import record_path


@reacts_to(PracticeChanged)
def hold_back(event: PracticeChanged) -> None:
    """What was approved is what leaves: anything else waits."""
    settle(event.practice)


@reacts_to(ApprovalAnswered)
def tell_the_city(event: ApprovalAnswered) -> None:
    """Who asked, the author and the coordinator hear the answer, with the words."""
    row, practice = event.approval, event.approval.practice
    kind = "practice-sent-back" if row.verdict == Verdict.BACK else "practice-approved"
    path = f"{record_path(practice)}#approval"
    for person_id in sorted({row.asked_by, *who_answers(practice).people}):
        notify(person_id, kind, practice, path=path, quote=row.words, words={"name": row.name})
