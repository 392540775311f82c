"""What happens to questions."""

from dataclasses import dataclass

from infocus.practices.questions.models import Answer, Question


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """Somebody asks the owner."""

    question: Question


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The owner answers, or who asked adds something."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class QuestionKept:
    """The owner took a question into the FAQ for the first time."""

    question: Question


@dataclass(frozen=True, slots=True)
class QuestionRemoved:
    """The words of a question were taken away."""

    question: Question
