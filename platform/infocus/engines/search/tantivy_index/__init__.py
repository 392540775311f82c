"""The search port on tantivy: its postings and its BM25, our tokens, plans and pages."""

from infocus.engines.search.tantivy_index.index import TantivyIndex

__all__ = ["TantivyIndex"]
