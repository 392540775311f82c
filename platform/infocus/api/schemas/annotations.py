"""Comments on passages as W3C Web Annotations; ``library.beside.annotations`` makes the values."""

from typing import Literal

from pydantic import ConfigDict, Field

from infocus.api.schemas.base import Shown
from infocus.api.schemas.documents import Number
from infocus.api.schemas.records import Paged


class AnnotationQuery(Paged):
    """Of which version; without one, the one readers are given."""

    version: Number | None = None


class QuoteSelector(Shown):
    """The words, with those before and after them."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class PositionSelector(Shown):
    """From where to where they are in the page's text, in code points."""

    type: Literal["TextPositionSelector"]
    start: int
    end: int


class FragmentSelector(Shown):
    """The page, and the words on it; words that are gone from the version have no position."""

    model_config = ConfigDict(serialize_by_alias=True)

    type: Literal["FragmentSelector"]
    value: str
    conforms_to: str | None = Field(None, alias="conformsTo")
    refined_by: list[QuoteSelector | PositionSelector] = Field(alias="refinedBy")


class AnnotationTarget(Shown):
    """A passage of a version of the file; ``scope`` is the reader's page."""

    type: Literal["SpecificResource"]
    source: str
    scope: str
    selector: FragmentSelector


class AnnotationBody(Shown):
    """What was said, as Markdown."""

    type: Literal["TextualBody"]
    value: str
    format: str
    language: str | None = None


class AnnotationCreator(Shown):
    """Who said it."""

    type: Literal["Person"]
    name: str


class AnnotationShape(Shown):
    """A comment on a passage; the target of an answer is the comment it answers."""

    id: str
    type: Literal["Annotation"]
    motivation: Literal["commenting", "replying"]
    creator: AnnotationCreator
    created: str
    modified: str
    body: AnnotationBody
    target: AnnotationTarget | str


class AnnotationCollection(Shown):
    """All annotations of a version of a file."""

    id: str
    type: Literal["AnnotationCollection"]
    label: str


class AnnotationPageShape(Shown):
    """Some of them; ``next`` is the address of the following page, or null."""

    model_config = ConfigDict(serialize_by_alias=True)

    context: str = Field(alias="@context")
    id: str
    type: Literal["AnnotationPage"]
    part_of: AnnotationCollection = Field(alias="partOf")
    items: list[AnnotationShape]
    next: str | None = None
