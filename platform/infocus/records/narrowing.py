"""Filters of lists of records, for pages and programs alike: a name, and what its values mean in SQL."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, select

from infocus.networks.models import Network, Partner
from infocus.records.models import Record
from infocus.records.queries import made_in
from infocus.records.terms import has_term

R = TypeVar("R", bound=Record)
Condition = Callable[[Sequence[str]], ColumnElement[bool]]
_PARTNERS = select(Partner.id)

COMMON: Mapping[str, Condition] = MappingProxyType(
    {
        "network": lambda slugs: Record.network_id.in_(select(Network.id).where(Network.slug.in_(slugs))),
        "partner": lambda slugs: Record.partner_id.in_(_PARTNERS.where(Partner.slug.in_(slugs))),
        "country": lambda codes: Record.partner_id.in_(_PARTNERS.where(Partner.country.in_(codes))),
        "theme": lambda codes: has_term("work_areas", codes),
        "sector": lambda codes: has_term("ecosystems", codes),
        "state": Record.state.in_,
        "language": Record.language.in_,
        "year": made_in,
    }
)
"""What every kind of record is narrowed by; kinds add their own names and may mean another year."""


def narrowed(query: Select[R], asked: object, conditions: Mapping[str, Condition] = COMMON) -> Select[R]:
    """``query`` with the filters that ``asked`` has as attributes: within a name any value, across names all."""
    for name, condition in conditions.items():
        values = getattr(asked, name)
        if values:
            query = query.where(condition(values))
    return query
