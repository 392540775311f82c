"""Chooses the search engine a setting names."""

from importlib import import_module
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from infocus.engines.search.port import SearchIndex

ADAPTERS = {"whoosh": "WhooshIndex", "tantivy": "TantivyIndex"}
"""The adapters by the scheme of their URL; only the one that is used is loaded."""


def open_index(url: str, instance: Path) -> SearchIndex:
    """The index of a URL: `whoosh:///` or `tantivy:///` in the instance folder, or in the absolute path that follows.

    Raises ValueError, with a sentence that names the trouble, for anything else.
    """
    parts = urlsplit(url)
    if parts.scheme not in ADAPTERS:
        known = " or ".join(f"{scheme}:///" for scheme in ADAPTERS)
        raise ValueError(f"no search engine for {parts.scheme or url!r}: use {known}, or one with an absolute path")
    if parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            f"a {parts.scheme} URL has three slashes and a path, and nothing else: whoosh:///absolute/path"
        )
    path = unquote(parts.path)
    adapter = getattr(import_module(f"infocus.engines.search.{parts.scheme}_index"), ADAPTERS[parts.scheme])
    folder = "search" if parts.scheme == "whoosh" else f"search-{parts.scheme}"
    return cast(SearchIndex, adapter(instance / folder if path in {"", "/"} else Path(path)))
