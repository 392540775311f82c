"""Who hears of a question: who answers for the practice, and who asked."""

from infocus.core.events import reacts_to
from infocus.notifications.services import notify, untell
from infocus.practices.questions.events import QuestionAnswered, QuestionAsked, QuestionKept, QuestionRemoved
from infocus.practices.questions.models import Question
from infocus.practices.telling import tell_owners
from infocus.records.urls import record_path


@reacts_to(QuestionAsked)
def tell_asked(event: QuestionAsked) -> None:
    """Author or successor, the coordinator, and by mail the functional mailbox."""
    asked = event.question
    tell_owners(asked.practice, "question-asked", asked.by_id, asked.text, at=asked.place, by_mailbox=True)


@reacts_to(QuestionAnswered)
def tell_answered(event: QuestionAnswered) -> None:
    """Who asked hears the answer; what they add goes to who answers."""
    question, said = event.question, event.answer
    if said.by_id == question.by_id:
        tell_owners(question.practice, "question-asked", said.by_id, said.text, at=question.place)
    else:
        _tell(question, "question-answered", said.by_id, said.text)


@reacts_to(QuestionKept)
def tell_kept(event: QuestionKept) -> None:
    """Who asked made the practice better."""
    _tell(event.question, "question-kept", event.question.kept_by, event.question.faq_question)


@reacts_to(QuestionRemoved)
def untell_removed(event: QuestionRemoved) -> None:
    """Words that were taken away stand in no list and go out in no mail."""
    untell(event.question.practice_id, event.question.place)


def _tell(question: Question, kind: str, by: str | None, quote: str) -> None:
    path = f"{record_path(question.practice)}{question.place}"
    notify(question.by_id, kind, question.practice, path=path, by=by, quote=quote)
