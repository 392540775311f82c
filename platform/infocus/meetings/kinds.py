"""The kinds of outputs, for lists that show records of every type."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from infocus.core.db import db
from infocus.library.kinds import names_kinds
from infocus.meetings.models import KIND_WORDS, Output, OutputKind


@names_kinds("output")
def output_kinds(ids: Sequence[str]) -> Mapping[str, str]:
    """Output id → its kind in words; "Other" says nothing and is left out."""
    asked = select(Output.id, Output.kind).where(Output.id.in_(ids), Output.kind != OutputKind.OTHER)
    return {output_id: str(KIND_WORDS[OutputKind(kind)]) for output_id, kind in db.session.execute(asked)}
