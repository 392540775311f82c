"""The reader: a document page by page and hit by hit, and the state of its reading."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from flask import g, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.passages.models import QUOTE_LIMIT
from infocus.core.db import unit_of_work
from infocus.core.errors import Unauthenticated
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.engines.extraction.kinds import PDF
from infocus.engines.extraction.reasons import SCANNED, sentence
from infocus.library.beside.asked import composing_of, wish_of
from infocus.library.beside.margin import Wish, being_placed, margin, page_of_comment
from infocus.library.facets import type_label
from infocus.library.images import has_pictures
from infocus.library.leaf import leaf
from infocus.library.lighting import Lights, lights
from infocus.library.models import DocumentVersion, ReadingState
from infocus.library.reader import OpenPage, get_document, get_version, open_page
from infocus.library.services import read_again
from infocus.library.similar import similar
from infocus.library.urls import document_path, shown_title
from infocus.library.views.blueprints import documents
from infocus.library.views.values import number_of
from infocus.records.urls import id_of, record_path

VIEWS = ("both", "text", "page")
OLD_VIEWS = {"image": "page"}
MAX_QUERY = 400
MAX_FROM = 4_000
KEPT = ("version", "view", "from", "by", "said", "placing")
"""What every link inside the reader keeps of its address, beside the search."""


@documents.get("/<network>/documents/<handle>")
@requires(Permission.READ_RECORD)
def read(network: str, handle: str) -> ResponseReturnValue:
    """The reading page; an old slug or another network in the address leads to the present one."""
    document = get_document(current_actor(), id_of(handle))
    if request.path != document_path(document):
        return redirect(_with_query(document_path(document)), 301)
    g.place, g.network = "library", document.record.network
    version = get_version(document, number_of("version"))
    wish = wish_of(request.args)
    query = request.args.get("q", "")[:MAX_QUERY]
    page = number_of("page") or page_of_comment(current_actor(), document, version, wish.comment)
    opened = open_page(current_actor(), document, version, page, query, number_of("hit"))
    view = _view(opened)
    return render_template(
        "library/reader.html",
        opened=opened,
        **_words(opened, wish, view),
        title=shown_title(document),
        kind=type_label(document.record.type),
        query=query,
        search_query=query,
        view=view,
        pictured=has_pictures(version),
        drawn=version.media_type == PDF,
        progress_words=progress_words(version),
        failure=sentence(version.reason) if version.state == ReadingState.FAILED else None,
        scanned=SCANNED,
        record_path=record_path(document.record),
        similar=similar(current_actor(), document.record_id),
        results=_results(),
        place=lambda **values: _place(opened, query, **values),
        kept=lambda *names: _kept(query, names),
        newer=document.latest if document.latest.number > version.number else None,
    )


def _words(opened: OpenPage, wish: Wish, view: str) -> dict[str, Any]:
    """The page's text and picture with what is lit in them, and the comments beside it."""
    beside = margin(current_actor(), opened.document, opened.version, opened.number, wish)
    may_comment = beside is not None and beside.may_comment and opened.page is not None
    composing = composing_of(opened, request.args.get("mark", "")) if may_comment else None
    passages = [*(beside.passages if beside else ()), *([composing.passage] if composing else ())]
    return {
        "leaf": leaf(opened, view, passages),
        "lights": lights(opened, passages) if view != "text" else Lights(),
        "margin": beside,
        "placing": being_placed(current_actor(), opened.document, opened.version, request.args.get("placing", "")),
        "composing": composing,
        "may_comment": may_comment,
        "wish": wish,
        "most": QUOTE_LIMIT,
    }


@documents.get("/documents/<document_id>/state")
@requires(Permission.READ_RECORD)
def state(document_id: str) -> ResponseReturnValue:
    """How far the reading of the newest version is, or of ``version=N``: what the page asks while it waits."""
    document = get_document(current_actor(), document_id)
    version = get_version(document, number_of("version") or document.latest.number)
    return jsonify(
        state=version.state, pages=version.pages, pages_read=version.pages_read, words=progress_words(version)
    )


@documents.post("/documents/<document_id>/retry")
@requires(Permission.READ_RECORD)
def retry(document_id: str) -> ResponseReturnValue:
    """Read a failed file once more; for whoever is signed in and reads the record."""
    actor = current_actor()
    if not actor.has_account:
        raise Unauthenticated
    limits().hit("5/minute", "library.retry", actor.person)
    with unit_of_work():
        document = get_document(actor, document_id)
        read_again(document.latest)
    return redirect(document_path(document, version=document.latest.number), 303)


def progress_words(version: DocumentVersion) -> str:
    """The reading's progress in words."""
    if version.state == ReadingState.READING and version.pages:
        page = min(version.pages_read + 1, version.pages)
        return str(_("Reading page %(page)d of %(pages)d", page=page, pages=version.pages))
    return str(_("Waiting to be read"))


def _view(opened: OpenPage) -> str:
    """``both``, ``text`` or ``page``; only text where there is nothing to draw, never only text where there is none."""
    if not has_pictures(opened.version):
        return "text"
    asked = request.args.get("view", "")
    asked = OLD_VIEWS.get(asked, asked)
    view = asked if asked in VIEWS else VIEWS[0]
    return "both" if view == "text" and opened.page is not None and opened.page.scanned else view


def _results() -> str:
    """The list the reader came from, with its filters and order: a path of this site, or nothing."""
    given = request.args.get("from", "")
    return own_path(given, "") if len(given) <= MAX_FROM else ""


def _kept(query: str, names: Iterable[str] = KEPT) -> dict[str, str]:
    """What of this address goes on in the next; ``from`` only when it is safe."""
    values = {name: _results() if name == "from" else request.args.get(name, "") for name in KEPT if name in names}
    return {name: value for name, value in {"q": query if "q" in names else "", **values}.items() if value}


def _place(opened: OpenPage, query: str, **values: object) -> str:
    """An address in this reader: same version, view and search, with other values; page and hit only when given."""
    chosen = {name: value for name, value in (_kept(query, (*KEPT, "q")) | values).items() if value}
    return f"{document_path(opened.document)}{'?' if chosen else ''}{urlencode(chosen)}"


def _with_query(path: str) -> str:
    query = request.query_string.decode("ascii", "replace")
    return f"{path}?{query}" if query else path
