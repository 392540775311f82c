"""Chooses the search engine a setting names."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from infocus.engines.search.port import SearchIndex
from infocus.engines.search.whoosh_index import WhooshIndex

DEFAULT_URL = "whoosh:///"


def open_index(url: str, instance: Path) -> SearchIndex:
    """The index of a URL: `whoosh:///` lies in the instance folder, `whoosh:///absolute/path` in that folder.

    Raises ValueError, with a sentence that names the trouble, for anything else.
    """
    parts = urlsplit(url)
    if parts.scheme != "whoosh":
        raise ValueError(f"no search engine for {parts.scheme or url!r}: use whoosh:/// or whoosh:///absolute/path")
    if parts.netloc or parts.query or parts.fragment:
        raise ValueError("a whoosh URL has three slashes and a path, and nothing else: whoosh:///absolute/path")
    path = unquote(parts.path)
    return WhooshIndex(instance / "search" if path in {"", "/"} else Path(path))
