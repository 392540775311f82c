"""How the list of practices is asked for: the filters of its page."""

from typing import Literal

from pydantic import Field

from infocus.api.schemas.records import RecordQuery
from infocus.practices.facts import Cost, Took
from infocus.practices.finding.queries import Adopted, Verified


class PracticeQuery(RecordQuery):
    """Filters of records, and those of practices: what it cost in euro, how long it took, how far it has travelled,
    how long ago it was verified, and whether its city is like your own.
    """

    cost: list[Cost] = Field(default_factory=list, max_length=10)
    time: list[Took] = Field(default_factory=list, max_length=10)
    adopted: list[Adopted] = Field(default_factory=list, max_length=10)
    verified: list[Verified] = Field(default_factory=list, max_length=10)
    like: list[Literal["mine"]] = Field(default_factory=list, max_length=1)
