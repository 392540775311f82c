"""The plan beside the conversation: its sections by chapter, and what a critical friend is asked to read."""

from collections.abc import Sequence
from dataclasses import dataclass

from infocus.core.actor import Actor
from infocus.plans.models import PlanSection
from infocus.plans.queries import sections_of
from infocus.reviews.models import Review
from infocus.reviews.policy import reads_plan_here


@dataclass(frozen=True, slots=True)
class Chapter:
    """One entry of the list of sections: a section and those below it."""

    title: str
    parts: tuple[PlanSection, ...]

    @property
    def key(self) -> str:
        """The key of its first section."""
        return self.parts[0].key


@dataclass(frozen=True, slots=True)
class Tasks:
    """What a person is asked to read and answer at this table."""

    texts: tuple[str, ...]
    questions: tuple[str, ...]
    sections: tuple[PlanSection, ...]


def chapters_of(actor: Actor, review: Review) -> list[Chapter]:
    """The frozen version's sections by chapter; none when there are none, or when the plan is not to be read."""
    if not reads_plan_here(actor, review):
        return []
    sections = sections_of(review.plan, review.plan_version)
    top = _chapter_level(sections)
    groups: list[list[PlanSection]] = []
    for section in sections:
        if not groups or section.level <= top:
            groups.append([])
        groups[-1].append(section)
    return [Chapter(group[0].heading, tuple(group)) for group in groups]


def tasks_of(actor: Actor, review: Review, chapters: Sequence[Chapter]) -> Tasks:
    """What the seats of this person ask of them; nothing by a seat they declined."""
    seats = [seat for seat in review.seated if seat.person_id == actor.person]
    wanted = {key for seat in seats for key in seat.sections or []}
    return Tasks(
        texts=tuple(seat.task for seat in seats if seat.task),
        questions=tuple(seat.question for seat in seats if seat.question),
        sections=tuple(part for chapter in chapters for part in chapter.parts if part.key in wanted),
    )


def _chapter_level(sections: Sequence[PlanSection]) -> int:
    """The highest level that has more than one section: a plan under one title has its chapters below it."""
    levels = [section.level for section in sections]
    return next((level for level in sorted(set(levels)) if levels.count(level) > 1), 1)
