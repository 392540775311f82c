"""What the worker does every so often: one row a task remembers the last run, so that several workers do it once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import String, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Model, db, unit_of_work


class ScheduleMark(Model):
    """When a task was last begun."""

    __tablename__ = "schedule_marks"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    begun_at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Task:
    """A task and how often it is due."""

    name: str
    every: timedelta
    run: Callable[[], None]


Step = Callable[[], bool]
log = structlog.get_logger()
_tasks: dict[str, Task] = {}
_steps: list[Step] = []
_hurried: ContextVar[bool] = ContextVar("hurried", default=False)


def step(run: Step) -> Step:
    """Register something the worker does in every round (the index feed); it returns whether it did anything."""
    if run not in _steps:
        _steps.append(run)
    return run


def steps() -> list[Step]:
    """What the worker does in every round besides the outbox."""
    return list(_steps)


@contextmanager
def hurry() -> Iterator[None]:
    """Inside it steps take no pauses and begin nothing that can wait (tests and commands drain the worker so)."""
    token = _hurried.set(True)
    try:
        yield
    finally:
        _hurried.reset(token)


def hurried() -> bool:
    """Whether somebody waits for the end of all work."""
    return _hurried.get()


def periodic(name: str, every: timedelta) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a task; it opens its own units of work and must be idempotent."""

    def register(run: Callable[[], None]) -> Callable[[], None]:
        _tasks[name] = Task(name, every, run)
        return run

    return register


def run_due() -> list[str]:
    """Run every task that is due and that no other worker has taken; one that fails is logged. Returns their names."""
    done = []
    for task in _tasks.values():
        if _take(task):
            try:
                task.run()
            except Exception:
                db.session.rollback()
                log.exception("task_failed", task=task.name)
            done.append(task.name)
    return done


def _take(task: Task) -> bool:
    now = clock.now()
    last = db.session.scalar(select(ScheduleMark.begun_at).where(ScheduleMark.name == task.name))
    db.session.rollback()
    if last is not None and last > now - task.every:
        return False
    try:
        with unit_of_work():
            if last is None:
                db.session.execute(insert(ScheduleMark).values(name=task.name, begun_at=now))
                return True
            mine = update(ScheduleMark).where(ScheduleMark.name == task.name, ScheduleMark.begun_at == last)
            return bool(db.session.scalar(mine.values(begun_at=now).returning(ScheduleMark.name)))
    except IntegrityError:
        return False
