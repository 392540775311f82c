"""Turns a plan, rights and filters into a tantivy query."""

from collections.abc import Iterable, Mapping, Sequence

import tantivy
from tantivy import Occur, Query

from infocus.engines.search.plan import MAX_EXPANSIONS, Adjacent, Begins, Best, Every, Fixed, Leaf, Node, Plan, Sum
from infocus.engines.search.rows import record_key
from infocus.engines.search.tantivy_index.schema import SCHEMA

Clause = tuple[Occur, Query]
_FEW = 40
"""Terms up to which each is looked up by itself; a set of terms is looked for by a walk through the dictionary."""
NOBODY = "\0nobody"
"""A term no document has."""


def any_of(field: str, values: Iterable[str]) -> Query:
    """Documents with one of these terms, at no worth."""
    wanted = sorted(values) or [NOBODY]
    if len(wanted) > _FEW:
        return Query.const_score_query(Query.term_set_query(SCHEMA, field, wanted), 0.0)
    terms = [Query.term_query(SCHEMA, field, value, index_option="basic") for value in wanted]
    if len(terms) == 1:
        return Query.const_score_query(terms[0], 0.0)
    return Query.const_score_query(Query.boolean_query([(Occur.Should, term) for term in terms]), 0.0)


def of_records(records: Iterable[str]) -> Query:
    """The documents of these records, at no worth."""
    keys = [record_key(record) for record in records] or [0]
    return Query.const_score_query(Query.term_set_query(SCHEMA, "key", keys), 0.0)


def filtering(filters: Mapping[str, tuple[str, ...]]) -> dict[str, Query]:
    """What each filter lets through; one without values filters nothing."""
    return {
        name: of_records(values) if name == "record" else any_of(name, values)
        for name, values in filters.items()
        if values
    }


def reading(audience: Iterable[str], exclude: Iterable[str], without: Mapping[str, tuple[str, ...]]) -> Query:
    """What a reader may see, at no worth."""
    never = [(Occur.MustNot, query) for query in filtering(without).values()]
    never += [(Occur.MustNot, of_records(exclude))] if exclude else []
    return Query.boolean_query([(Occur.Must, any_of("audience", audience)), *never])


def both(first: Query, *others: Query) -> Query:
    """What meets all of these; the worth of the first alone counts, for the others have none."""
    return Query.boolean_query([(Occur.Must, first), *((Occur.Must, other) for other in others)])


class Translation:
    """Plans in tantivy's words, for one state of the index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def plan(self, plan: Plan) -> Query:
        """The query of a plan; one that wants nothing finds everything, at no worth."""
        clauses: list[Clause] = [(Occur.Must, self.node(node)) for node in plan.must]
        if plan.optional:
            optional = [(Occur.Should, self.node(node)) for node in plan.optional]
            enough = max(1, min(plan.enough, len(optional))) if plan.enough else 0
            clauses.append((Occur.Must if enough else Occur.Should, Query.boolean_query(optional, enough or None)))
        if not clauses:
            clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        clauses += [(Occur.Should, self.node(node)) for node in plan.bonus]
        clauses += [(Occur.MustNot, self.node(node)) for node in plan.never]
        return Query.boolean_query(clauses)

    def node(self, node: Node) -> Query:
        """The query of a part of a plan."""
        if isinstance(node, Leaf):
            term = Query.term_query(SCHEMA, node.field, node.token, index_option="freq")
            return term if node.weight == 1 else Query.boost_query(term, node.weight)
        if isinstance(node, Sum):
            return Query.boolean_query([(Occur.Should, self.node(part)) for part in node.parts])
        if isinstance(node, Best):
            return Query.disjunction_max_query([self.node(part) for part in node.parts])
        if isinstance(node, Every):
            return Query.boolean_query([(Occur.Must, self.node(part)) for part in node.parts])
        if isinstance(node, Fixed):
            return Query.const_score_query(self.node(node.part), node.worth)
        return self._places(node)

    def _places(self, node: Adjacent | Begins) -> Query:
        if isinstance(node, Adjacent):
            if len(node.words) == 1:
                return Query.term_query(SCHEMA, node.field, node.words[0], index_option="freq")
            words: Sequence[str | tuple[int, str]] = node.words
            return Query.phrase_query(SCHEMA, node.field, list(words))
        frequent = self._searcher.terms_with_prefix(node.field, node.prefix, limit=MAX_EXPANSIONS)
        return Query.term_set_query(SCHEMA, node.field, [word for word, _ in frequent] or [NOBODY])
