"""What every record carries (interfaces: Identity), and how lists of records are asked for and answered."""

from datetime import UTC, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, PlainSerializer, StringConstraints

from infocus.accounts.models import Person
from infocus.api.schemas.base import Shown, Typed, Words
from infocus.core.web.links import base_url
from infocus.records.models import Record
from infocus.records.urls import record_path

S = TypeVar("S", bound=Shown)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Instant = Annotated[
    datetime, PlainSerializer(_stamp, return_type=str), Field(json_schema_extra={"format": "date-time"})
]
Filter = Annotated[str, Words(80)]


class PersonShape(Shown):
    """Somebody."""

    id: str
    name: str


class RecordShape(Shown):
    """What every record carries. ``network`` and ``partner`` are short names, ``url`` is the page's address."""

    id: str
    type: str
    url: str
    network: str
    partner: str | None
    author: PersonShape | None
    title: str
    summary: str
    language: str
    visibility: str
    state: str
    version: int
    created_at: Instant
    updated_at: Instant


class Listed(Shown, Generic[S]):
    """A page of a list; ``next`` is the address of the following one, or null."""

    items: list[S]
    next: str | None = None

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """The name in the OpenAPI document: ``PracticeList``."""
        return f"{params[0].__name__.removesuffix('Shape')}List"


class Paged(Typed):
    """How much of a list is asked for."""

    limit: Annotated[int, Field(ge=1, le=100)] = 20
    cursor: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,200}$")] | None = None


class RecordQuery(Paged):
    """Filters of a list of records; each may stand several times: any of its values, and all filters together."""

    network: list[Filter] = Field(default_factory=list, max_length=30)
    partner: list[Filter] = Field(default_factory=list, max_length=30)
    country: list[Filter] = Field(default_factory=list, max_length=30)
    theme: list[Filter] = Field(default_factory=list, max_length=30)
    sector: list[Filter] = Field(default_factory=list, max_length=30)
    state: list[Filter] = Field(default_factory=list, max_length=30)
    language: list[Filter] = Field(default_factory=list, max_length=30)
    year: list[Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}$")]] = Field(
        default_factory=list, max_length=30
    )


def person_shape(person: Person | None) -> PersonShape | None:
    """Somebody, or what stays of them."""
    return PersonShape(id=person.id, name=person.shown_name) if person else None


def record_fields(record: Record) -> dict[str, Any]:
    """The fields of ``RecordShape``."""
    names = ("id", "type", "title", "summary", "language", "visibility", "state", "version", "created_at", "updated_at")
    return {name: getattr(record, name) for name in names} | {
        "url": base_url() + record_path(record),
        "network": record.network.slug,
        "partner": record.partner.slug if record.partner else None,
        "author": person_shape(record.author),
    }
