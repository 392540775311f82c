"""The list of practices: what it can be narrowed to, and its pages; always for an actor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, or_, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.paging import Page, instant, keyset
from infocus.practices.finding.adoption import adoptions
from infocus.practices.models import FRESH, OLD, Practice
from infocus.records.models import Record
from infocus.records.narrowing import COMMON, Condition, narrowed
from infocus.records.queries import visible


class Adopted(StrEnum):
    """How many cities use it; ``MOVING``: a transfer is under way in at least one."""

    ONE = "1"
    THREE = "3"
    MOVING = "under-way"
    NOBODY = "nobody"


class Verified(StrEnum):
    """How long ago its city or an expert last said that it is so."""

    FRESH = "12"
    AGEING = "24"
    OLD = "older"
    NEVER = "never"


LAST_VERIFIED = func.coalesce(Practice.verified_at, Practice.validated_at)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of practices is narrowed to; within a name any value, across names all.

    ``like``: ids of the partners that are like the reader's own (``practices.finding.alike``).
    """

    network: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    cost: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    like: tuple[str, ...] = ()

    def without(self, name: str) -> "Filters":
        """The same with one name free, for the counts of that name's own choices."""
        return Filters(**{each: getattr(self, each) for each in self.__dataclass_fields__ if each != name})


def marks() -> tuple[datetime, datetime]:
    """Since when what was verified is fresh, and since when ageing; whole days, so that counts can be kept for one."""
    today = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return today - FRESH, today - OLD


def _adopted(values: Sequence[str]) -> ColumnElement[bool]:
    said = adoptions()
    means = {
        Adopted.ONE: Practice.id.in_(select(said.c.practice_id).where(said.c.used >= 1)),
        Adopted.THREE: Practice.id.in_(select(said.c.practice_id).where(said.c.used >= 3)),
        Adopted.MOVING: Practice.id.in_(select(said.c.practice_id).where(said.c.moving >= 1)),
        Adopted.NOBODY: Practice.id.not_in(select(said.c.practice_id).where(said.c.used >= 1)),
    }
    return or_(false(), *(condition for value, condition in means.items() if value in values))


def _verified(values: Sequence[str]) -> ColumnElement[bool]:
    fresh, ageing = marks()
    means = {
        Verified.FRESH: fresh <= LAST_VERIFIED,
        Verified.AGEING: (fresh > LAST_VERIFIED) & (ageing <= LAST_VERIFIED),
        Verified.OLD: ageing > LAST_VERIFIED,
        Verified.NEVER: LAST_VERIFIED.is_(None),
    }
    return or_(false(), *(condition for value, condition in means.items() if value in values))


KINDS = ("practice", "transfer")
"""What lists of practices depend on, as the change log names it (`core.until_changed`)."""

OWN: Mapping[str, Condition] = MappingProxyType(
    {
        "cost": Practice.cost.in_,
        "time": Practice.took.in_,
        "adopted": _adopted,
        "verified": _verified,
        "like": Record.partner_id.in_,
    }
)
"""What practices are narrowed by beside what all records are."""
ALL: Mapping[str, Condition] = MappingProxyType({**COMMON, **OWN})


def listed(actor: Actor, filters: Filters) -> Select[Practice]:
    """``select(Practice)`` of what the actor may read and the filters leave."""
    return narrowed(visible(actor, Practice), filters, ALL)


def columns_of(actor: Actor, filters: Filters, *columns: Any) -> Select[Any]:
    """The same practices, but these columns of them alone, so that no content is read."""
    return listed(actor, filters).with_only_columns(*columns).select_from(Practice)


def list_practices(actor: Actor, filters: Filters, *, cursor: str | None = None, limit: int = 20) -> Page[Practice]:
    """One page, the newest change first."""
    return keyset(
        listed(actor, filters),
        [Record.updated_at, Record.id],
        lambda row: [row.updated_at.isoformat(), row.id],
        cursor=cursor,
        limit=limit,
        parse=lambda values: (instant(values[0]), values[1]),
    )
