"""The index registry under the name features know it by; it is kept in ``records`` so that comments can use it, too."""

from infocus.records.entries import Facets, entry_of, indexes, sources

__all__ = ["Facets", "entry_of", "indexes", "sources"]
