"""What a query asks an index for, in no engine's words: both engines carry out the same plan, so both find the same.

A leaf is a token in a field, worth BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) times a
weight; the parts of a passage are weighed when it is indexed, which is their BM25F. What stands above leaves adds up
(`Sum`, `Every`), takes the best (`Best`), or says that something is there at a fixed worth (`Fixed`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infocus.engines.search.language import query_languages
from infocus.engines.search.querying import Group, Kind, Parsed, Term
from infocus.engines.search.text import fold
from infocus.engines.search.tokens import is_stop_word, variants

K1 = 1.2
B = 0.75

PLAIN = 0.3
"""What a word as written is worth beside its stem: it counts for phrases, names and languages nobody thought of."""
LIKELY, UNLIKELY = 1.0, 0.9
"""What a stem is worth in a language the query may be in, and in another."""
BEGUN = 1.0
"""What a `begin*` is worth in the text, and once more in the title."""
PHRASE_FIRST = 1_000.0
"""What it is worth to have the words of a query one after another: more than any sum of its words."""

KEYWORDS = 3
"""Words up to which a query is taken for keywords, which must all be there; more are taken for a question."""
PHRASE_WORDS = 6
"""Words of a query up to which what has them one after another comes first."""
MAX_PHRASE = 12
"""Words of a phrase that are compared; the rest of a longer one is taken as said."""
MAX_EXPANSIONS = 64
"""Words that a `begin*` stands for at most: the most frequent."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A token in a field, and what it is worth."""

    field: str
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sum:
    """Any of these; what is found adds up."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Best:
    """Any of these; the best counts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Every:
    """All of these; they add up."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Adjacent:
    """Folded words one after another in a field with positions; worth nothing by itself."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Begins:
    """Any word with this beginning in a field; worth nothing by itself."""

    field: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """Whatever has the part, at a fixed worth."""

    part: "Node"
    worth: float


Node = Leaf | Sum | Best | Every | Adjacent | Begins | Fixed


@dataclass(frozen=True, slots=True)
class Plan:
    """`must` have to be met, `enough` of `optional`, none of `never`; `bonus` adds where it is met. Scores add up."""

    must: tuple[Node, ...] = ()
    optional: tuple[Node, ...] = ()
    enough: int = 0
    never: tuple[Node, ...] = ()
    bonus: tuple[Node, ...] = ()

    @property
    def wants(self) -> bool:
        """Whether anything is wanted; a plan that wants nothing finds everything."""
        return bool(self.must or self.optional)


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages an index holds, and those of them that the query may be in (none: any of them)."""

    held: tuple[str, ...]
    likely: tuple[str, ...] = ()

    def weight(self, language: str) -> float:
        """What a stem of this language is worth."""
        return LIKELY if not self.likely or language in self.likely else UNLIKELY


def tongues(held: Sequence[str], text: str, reader: Sequence[str]) -> Tongues:
    """Which languages to look in: a query's function words tell, else the reader's languages, else all alike."""
    told = query_languages(text, tuple(reader)) or tuple(reader)
    return Tongues(tuple(held), tuple(code for code in told if code in held))


def without_stop_words(parsed: Parsed, text: str, reader: tuple[str, ...]) -> Parsed:
    """Leave out the function words of the query's language, unless it has no others."""
    languages = query_languages(text, reader)

    def is_idle(group: Group) -> bool:
        return not group.required and all(
            term.kind is Kind.WORD and any(is_stop_word(term.forms[0], code) for code in languages)
            for term in group.terms
        )

    telling = tuple(group for group in parsed.groups if group.negative or not is_idle(group))
    kept = any(not group.negative for group in telling)
    return Parsed(telling, parsed.note, parsed.said) if kept else parsed


def plan(parsed: Parsed, languages: Tongues, *, whole: bool = True) -> Plan:
    """The plan of a parsed query; without `whole` any one of its words will do."""
    nodes = [(group, _group(group, languages)) for group in parsed.positive]
    required = tuple(node for group, node in nodes if group.required and whole)
    optional = tuple(node for group, node in nodes if not (group.required and whole))
    return Plan(
        must=required,
        optional=optional,
        enough=_enough(len(optional)) if whole else 1,
        never=tuple(_group(group, languages) for group in parsed.negative),
        bonus=_said_together(parsed) if whole else (),
    )


def _enough(words: int) -> int:
    """Keywords are all meant; of a question a quarter is enough: the ranking does the rest (docs/search.md)."""
    return words if words <= KEYWORDS else max(1, words // 4)


def _said_together(parsed: Parsed) -> tuple[Node, ...]:
    words = tuple(map(fold, parsed.said))
    return (Fixed(Adjacent("text", words), PHRASE_FIRST),) if 1 < len(words) <= PHRASE_WORDS else ()


def _group(group: Group, languages: Tongues) -> Node:
    nodes = tuple(_term(term, languages) for term in group.terms)
    return nodes[0] if len(nodes) == 1 else Best(nodes)


def _term(term: Term, languages: Tongues) -> Node:
    if term.kind is Kind.PHRASE:
        return _phrase(term, languages)
    if term.kind is Kind.COMPOUND:
        *parts, whole = term.forms
        return Best((word(whole, languages, title=term.title_only), _all(parts, languages, title=term.title_only)))
    if term.kind is Kind.PREFIX:
        start = fold(term.forms[-1])
        fields = ("title_text",) if term.title_only else ("text", "title_text")
        return Sum(tuple(Fixed(Begins(field, start), BEGUN) for field in fields))
    return word(term.forms[0], languages, title=term.title_only)


def word(form: str, languages: Tongues, *, title: bool = False) -> Sum:
    """A lower-case word: its stem in each language it may be in, and as it is written."""
    stems = ((code, stem) for code in languages.held for stem in variants(form, (code,)))
    leaves = [Leaf("title_stem" if title else "stem", stem, languages.weight(code)) for code, stem in stems]
    return Sum((*leaves, Leaf("title_text" if title else "text", fold(form), PLAIN)))


def _all(forms: Iterable[str], languages: Tongues, *, title: bool) -> Every:
    return Every(tuple(word(form, languages, title=title) for form in dict.fromkeys(forms)))


def _phrase(term: Term, languages: Tongues) -> Node:
    """Words that follow one another, worth what they are worth apart."""
    field = "title_text" if term.title_only else "text"
    together = Adjacent(field, tuple(map(fold, term.forms[:MAX_PHRASE])))
    return Every((Fixed(together, 0.0), *_all(term.forms[:MAX_PHRASE], languages, title=term.title_only).parts))
