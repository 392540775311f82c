"""A search as text: the query string that stands for it wherever it is kept, and its words as they are compared."""

import re
import unicodedata
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from infocus.engines.search.port import FACETS, Sort
from infocus.library.shapes import SearchForm

MOST = 2000
"""Characters of a query string that is kept; a longer one has more filters than anybody chooses."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_QUOTES = re.compile(r"[\"'“”„‟«»‹›]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "đ": "d"})


def query_string(form: SearchForm) -> str:
    """The one way to write this search (``q=…&type=…&sort=…``); empty when it asks for nothing. No cursor, no limit."""
    pairs = [("q", one_line(form.text))]
    pairs += [(name, value) for name in FACETS for value in sorted(form.filters.get(name, ()))]
    asks = [pair for pair in pairs if pair[1]]
    if asks and form.sort != Sort.RELEVANCE:
        asks.append(("sort", str(form.sort)))
    return urlencode(asks)


def values_of(search: str) -> MultiDict[str, str]:
    """The names and values of a query string, whatever it is, as ``form_of`` takes them; without control characters."""
    try:
        pairs = parse_qsl(search[: 4 * MOST], max_num_fields=400, errors="replace")
    except ValueError:
        return MultiDict()
    return MultiDict([(name, _UNSEEN.sub(" ", value)) for name, value in pairs])


def one_line(text: str) -> str:
    """Text with single spaces."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def folded(text: str) -> str:
    """Words as they are compared: small letters without accents or quotation marks, single spaces."""
    small = unicodedata.normalize("NFKD", one_line(text).casefold().translate(_LETTERS))
    plain = "".join(letter for letter in small if not unicodedata.combining(letter))
    return one_line(_QUOTES.sub(" ", plain))
