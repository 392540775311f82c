"""How a prepared entry becomes a Whoosh document. The tokens are ours; Whoosh keeps them, numbers and a row."""

from typing import Any

from whoosh import columns, fields, formats

from infocus.engines.search.port import FACETS
from infocus.engines.search.rows import CURSOR, TERMS, Prepared, adopted_order, record_key

POSITIONS = formats.Positions()
FREQUENCY = formats.Frequency()
EXISTENCE = formats.Existence()

TOKENS = ("stem", "text", "title_stem", "title_text")
"""The fields of tokens; each has a column `…_size` with the number of tokens a passage has in it."""
_MOST_TOKENS = 65_535


def make_schema() -> fields.Schema:
    """Four fields of tokens with their sizes, one of terms for each facet and key, columns of numbers, the row."""
    forms = {"stem": FREQUENCY, "text": POSITIONS, "title_stem": FREQUENCY, "title_text": POSITIONS}
    # Whoosh looks for a column of lengths at every posting of a field without one: they have one, and it is not read.
    tokens = {name: fields.FieldType(form, analyzer=None, scorable=True) for name, form in forms.items()}
    sizes = {f"{name}_size": fields.COLUMN(columns.NumericColumn("H")) for name in TOKENS}
    terms = {name: fields.FieldType(EXISTENCE, analyzer=None, scorable=True) for name in (*TERMS, *FACETS)}
    return fields.Schema(
        key=fields.COLUMN(columns.NumericColumn("q")),
        updated=fields.COLUMN(columns.NumericColumn("q")),
        standing=fields.COLUMN(columns.NumericColumn("B")),
        adopted=fields.COLUMN(columns.NumericColumn("q")),
        row=fields.STORED(),
        **tokens,
        **sizes,
        **terms,
    )


SCHEMA = make_schema()


def document(prepared: Prepared) -> dict[str, Any]:
    """The fields of an entry."""
    row = prepared.row
    return {
        **prepared.tokens,
        **{f"{name}_size": min(len(prepared.tokens[name]), _MOST_TOKENS) for name in TOKENS},
        **prepared.terms,
        "key": record_key(row.record),
        "updated": row.updated,
        "standing": row.standing,
        "adopted": adopted_order(row.adoptions, row.updated),
        "row": tuple(row),
    }


def cursor_document(cursor: int) -> dict[str, Any]:
    """The document that holds the change log's place."""
    return {"record": [CURSOR], "key": 0, "updated": 0, "row": cursor}
