"""The reader: a document page by page and hit by hit, and the state of its reading."""

from urllib.parse import urlencode

from flask import g, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Unauthenticated
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.extraction.reasons import SCANNED, sentence
from infocus.library.facets import type_label
from infocus.library.images import has_pictures
from infocus.library.leaf import leaf
from infocus.library.models import DocumentVersion, ReadingState
from infocus.library.reader import OpenPage, get_document, get_version, open_page
from infocus.library.services import read_again
from infocus.library.urls import document_path, shown_title
from infocus.library.views.blueprints import documents
from infocus.library.views.values import number_of
from infocus.records.urls import id_of, record_path

VIEWS = ("both", "text", "image")
MAX_QUERY = 400


@documents.get("/<network>/documents/<handle>")
@requires(Permission.READ_RECORD)
def read(network: str, handle: str) -> ResponseReturnValue:
    """The reading page; an old slug or another network in the address leads to the present one."""
    document = get_document(current_actor(), id_of(handle))
    if request.path != document_path(document):
        return redirect(_with_query(document_path(document)), 301)
    g.place, g.network = "library", document.record.network
    version = get_version(document, number_of("version"))
    query = request.args.get("q", "")[:MAX_QUERY]
    opened = open_page(current_actor(), document, version, number_of("page"), query, number_of("hit"))
    return render_template(
        "library/reader.html",
        opened=opened,
        leaf=leaf(opened),
        title=shown_title(document),
        kind=type_label(document.record.type),
        query=query,
        search_query=query,
        view=_view(version),
        pictured=has_pictures(version),
        progress_words=progress_words(document.latest),
        failure=sentence(version.reason) if version.state == ReadingState.FAILED else None,
        scanned=SCANNED,
        record_path=record_path(document.record),
        place=lambda **values: _place(opened, query, **values),
        newer=document.latest if document.latest.number > version.number else None,
    )


@documents.get("/documents/<document_id>/state")
@requires(Permission.READ_RECORD)
def state(document_id: str) -> ResponseReturnValue:
    """How far the reading of the newest version is: what the page asks while it waits."""
    version = get_document(current_actor(), document_id).latest
    return jsonify(
        state=version.state, pages=version.pages, pages_read=version.pages_read, words=progress_words(version)
    )


@documents.post("/documents/<document_id>/retry")
@requires(Permission.READ_RECORD)
def retry(document_id: str) -> ResponseReturnValue:
    """Read a failed file once more; for whoever is signed in and reads the record."""
    actor = current_actor()
    if not actor.signed_in:
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


def _view(version: DocumentVersion) -> str:
    """``both``, ``text`` or ``image``; only text where there is nothing to draw."""
    if not has_pictures(version):
        return "text"
    asked = request.args.get("view", "")
    return asked if asked in VIEWS else VIEWS[0]


def _place(opened: OpenPage, query: str, **values: object) -> str:
    """An address in this reader: same version and search, with other values; page and hit only when given."""
    kept = {"version": request.args.get("version"), "view": request.args.get("view"), "q": query}
    chosen = {name: value for name, value in (kept | values).items() if value}
    return f"{document_path(opened.document)}{'?' if chosen else ''}{urlencode(chosen)}"


def _with_query(path: str) -> str:
    query = request.query_string.decode("ascii", "replace")
    return f"{path}?{query}" if query else path
