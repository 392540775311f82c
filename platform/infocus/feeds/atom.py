"""Atom 1.0 (RFC 4287), written with the standard library: plain values in, bytes out, always the same for the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, escaped or not (section 2.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. ``id`` and ``link`` are absolute addresses; ``language`` is BCP 47; ``category`` is (term, label)."""

    id: str
    title: str
    link: str
    author: str
    published: datetime
    updated: datetime
    summary: str = ""
    language: str = ""
    category: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed. ``itself`` is its own address, ``link`` the page it stands for; ``updated`` holds while it is empty."""

    id: str
    title: str
    subtitle: str
    itself: str
    link: str
    language: str
    author: str
    updated: datetime
    entries: Sequence[Entry] = ()


def tag_uri(base_url: str, day: date, name: str) -> str:
    """A tag URI (RFC 4151): this installation's host on that day, and a name that is given once."""
    return f"tag:{urlsplit(base_url).hostname or 'localhost'},{day.isoformat()}:{name}"


def written(feed: Feed) -> bytes:
    """The feed as a document in UTF-8."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _texts(root, (("id", feed.id), ("title", feed.title), ("subtitle", feed.subtitle)))
    newest = max((entry.updated for entry in feed.entries), default=feed.updated)
    _texts(root, (("updated", _instant(max(newest, feed.updated))),))
    SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": _plain(feed.itself)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _plain(feed.link)})
    _author(root, feed.author)
    for entry in feed.entries:
        _entry(SubElement(root, "entry", {"xml:lang": _plain(entry.language)} if entry.language else {}), entry)
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _entry(node: Element, entry: Entry) -> None:
    _texts(node, (("id", entry.id), ("title", entry.title)))
    _texts(node, (("published", _instant(entry.published)), ("updated", _instant(entry.updated))))
    SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": _plain(entry.link)})
    _author(node, entry.author)
    if entry.category is not None:
        term, label = entry.category
        SubElement(node, "category", {"term": _plain(term), "label": _plain(label)})
    if entry.summary:
        _texts(node, (("summary", entry.summary),))


def _author(node: Element, name: str) -> None:
    _texts(SubElement(node, "author"), (("name", name),))


def _texts(node: Element, pairs: Iterable[tuple[str, str]]) -> None:
    for name, value in pairs:
        SubElement(node, name).text = _plain(value)


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)


def _instant(moment: datetime) -> str:
    """RFC 3339 in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
