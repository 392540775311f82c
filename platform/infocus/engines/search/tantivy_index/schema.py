"""How a prepared entry becomes a tantivy document. The tokens are ours: joined by blanks, and cut at blanks again."""

import json
from typing import Any

import tantivy

from infocus.engines.search.port import FACETS
from infocus.engines.search.rows import CURSOR, TERMS, Prepared, Row, adopted_order, record_key

TOKENS = {"stem": "freq", "text": "position", "title_stem": "freq", "title_text": "position"}
"""The fields of tokens, and what is kept of each."""
FAST = ("key", "updated", "standing", "adopted")
"""Numbers of every document that can be read without opening it."""
SEPARATOR = "\x1f"
_ANALYZER = "ours"


def make_schema() -> tantivy.Schema:
    """Fields of tokens, of terms (facets can be counted), of numbers, and the row as JSON."""
    builder = tantivy.SchemaBuilder()
    for name, kept in TOKENS.items():
        builder.add_text_field(name, tokenizer_name=_ANALYZER, index_option=kept)
    for name in (*TERMS, *FACETS, *map(combined, FACETS)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_integer_field(coded(name), fast=True)
    for name in FAST:
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_text_field("row", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def combined(facet: str) -> str:
    """The field that holds all values of a facet as one term."""
    return f"{facet}_all"


def coded(facet: str) -> str:
    """The field that holds the number of that term: numbers can be read for thousands of documents at once."""
    return f"{facet}_code"


def code_of(term: str) -> int:
    """The number of a term of all values; 0 for none."""
    return record_key(term) if term else 0


SCHEMA = make_schema()


def prepare_index(index: tantivy.Index) -> tantivy.Index:
    """Tell an index that was opened how its words are cut, and that this program asks when it wants to see changes."""
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_ANALYZER, analyzer)
    index.config_reader(reload_policy="manual")
    return index


def document(prepared: Prepared) -> tantivy.Document:
    """The fields of an entry."""
    row = prepared.row
    values: dict[str, Any] = {name: " ".join(tokens) for name, tokens in prepared.tokens.items()}
    values |= prepared.terms
    for name in FACETS:
        term = SEPARATOR.join(prepared.terms.get(name, ()))
        values |= {combined(name): [term] if term else [], coded(name): code_of(term)}
    values |= {"key": record_key(row.record), "updated": row.updated}
    values |= {
        "standing": row.standing,
        "adopted": adopted_order(row.adoptions, row.updated),
        "row": json.dumps(row, ensure_ascii=False),
    }
    return tantivy.Document.from_dict(values, SCHEMA)


def cursor_document(cursor: int) -> tantivy.Document:
    """The document that holds the change log's place."""
    numbers = dict.fromkeys((*FAST, *map(coded, FACETS)), 0)
    return tantivy.Document.from_dict({"record": [CURSOR], **numbers, "updated": cursor}, SCHEMA)


def row_of(found: tantivy.Document) -> Row:
    """The row of a document."""
    values = json.loads(str(found.get_first("row")))
    row = Row(*values)
    return row._replace(themes=tuple(row.themes), sectors=tuple(row.sectors))
