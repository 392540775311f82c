"""What spelling, completion and likeness ask an engine for: its words, as one reader may see them."""

from collections.abc import Sequence
from typing import Protocol

from infocus.engines.search.plan import Node, Plan
from infocus.engines.search.rows import Row


class Lexicon(Protocol):
    """The words of an index at one moment, counted in what one reader may read."""

    @property
    def documents(self) -> int:
        """Passages in the index, whoever may read them."""

    def known(self, token: str) -> bool:
        """Whether any passage, readable or not, has this folded word."""

    def meets(self, node: Node) -> bool:
        """Whether any readable passage meets a part of a plan."""

    def readers_count(self, token: str, language: str = "") -> int:
        """In how many readable passages a folded word is, in texts of a language only when one is given."""

    def begins(self, field: str, prefix: str, others: Sequence[str], most: int) -> list[tuple[str, int]]:
        """Words of a field with this beginning, in readable passages that have all the `others`: most first."""

    def near(self, prefix: str, most: int) -> list[str]:
        """Up to `most` folded words with this beginning, readable or not."""

    def sample(self, token: str, others: Sequence[str] = ()) -> Row | None:
        """A readable passage with a folded word and all the others."""

    def titled(self, prefix: str, others: Sequence[str], most: int) -> list[Row]:
        """Readable records, newest first, whose title has all the others and a word that begins so."""

    def spread(self, stem: str) -> int:
        """In how many passages a stem is, whoever may read them."""

    def rows_of(self, record: str, most: int) -> list[Row]:
        """Readable passages of a record."""

    def best(self, plan: Plan, without: str, most: int) -> list[tuple[float, Row]]:
        """The best readable records of a plan with their scores, one passage each, without one record."""
