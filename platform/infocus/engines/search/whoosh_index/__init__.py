"""The search port on Whoosh 2.7.4: Whoosh keeps words and rows in files; tokens, ranking and counting are ours.

Later Whoosh versions (2.7.5, 3.x) are not to be used: their readers keep showing deleted documents.
"""

from infocus.engines.search.whoosh_index.index import WhooshIndex

__all__ = ["WhooshIndex"]
