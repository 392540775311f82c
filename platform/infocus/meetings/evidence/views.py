"""The page on which a package is asked for and waited for, and the package itself, streamed as it is taken."""

from collections.abc import Iterator

from flask import Response, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.i18n import LANGUAGES, select_locale
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows, require
from infocus.core.text import slug
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.once import SentBefore, made_first, once
from infocus.engines.bound import engines
from infocus.library.downloads import send_in_ranges
from infocus.meetings.evidence import queries, services
from infocus.meetings.evidence.zipping import Zip
from infocus.meetings.models import Meeting
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path

ASKED = "20/hour"
SHOWN = 20
"""Files that are not as they should be; the manifest has all of them."""


@record_action(Meeting, 72)
def evidence_button(actor: Actor, meeting: Meeting) -> Action | None:
    """The way to the package, for who may take it."""
    if not allows(actor, Permission.TAKE_EVIDENCE, meeting):
        return None
    return Action(_("Evidence for the audit"), f"{record_path(meeting)}/evidence", "text")


@blueprint.get("/<network>/meetings/<handle>/evidence")
@requires(Permission.TAKE_EVIDENCE)
def evidence(network: str, handle: str) -> ResponseReturnValue:
    """What a package would hold, the form, and one's own packages of this meeting with how far they are."""
    actor, meeting = current_actor(), the_meeting(network, handle)
    require(actor, Permission.TAKE_EVIDENCE, meeting)
    packages = queries.packages_of(actor, meeting)
    page = render_template(
        "meetings/evidence/page.html",
        meeting=meeting,
        path=record_path(meeting),
        expected=queries.expected(actor, meeting),
        packages=packages,
        counts={each.id: queries.count_in(each.id) for each in packages},
        problems={each.id: queries.problems_in(each.id, SHOWN) for each in packages},
        under_way=any(each.state in services.UNDER_WAY for each in packages),
        tongues=LANGUAGES,
        own=select_locale().partition("_")[0],
        kept=services.KEPT,
    )
    return page, {"Cache-Control": "no-store"}


@blueprint.post("/<network>/meetings/<handle>/evidence")
@requires(Permission.TAKE_EVIDENCE)
def ask_for_evidence(network: str, handle: str) -> ResponseReturnValue:
    """Have a package made."""
    actor = current_actor()
    require(actor, Permission.TAKE_EVIDENCE, the_meeting(network, handle))
    limits().hit(ASKED, "evidence", actor.person)
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            every = request.form.get("every") == "1"
            services.ask_for(actor, meeting, request.form.get("language", ""), every_version=every)
            target = once(f"{record_path(meeting)}/evidence#packages")
    except SentBefore as sent:
        return redirect(made_first(sent), 303)
    flash(_("The package is being made. You can leave this page; you will be told when it is ready."), "success")
    return redirect(target, 303)


@blueprint.get("/<network>/meetings/<handle>/evidence/<package_id>.zip")
@requires(Permission.TAKE_EVIDENCE)
def take_evidence(network: str, handle: str, package_id: str) -> ResponseReturnValue:
    """The package, put together while it goes out; a download that broke off goes on where it stopped."""
    actor = current_actor()
    with unit_of_work():
        meeting = the_meeting(network, handle)
        package = queries.get_package(actor, meeting, package_id)
        path, name = record_path(meeting), f"{slug(meeting.title, 50) or 'meeting'}-evidence.zip"
        stale = not queries.all_readable(actor, package)
        if stale:
            services.let_go(package.id)
        elif _begins():
            services.taken(actor, package)
    if stale:
        flash(_("You may not read all of this package any more. Ask for a new one."), "error")
        return redirect(f"{path}/evidence")
    return _streamed(package_id, name)


def _begins() -> bool:
    """Whether this is the beginning of a download, not a later stretch of one or a look at its head."""
    first = request.range.ranges[0][0] if request.range else 0
    return request.method == "GET" and first == 0


def _streamed(package_id: str, name: str) -> Response:
    rows = [row for row in queries.files_in(package_id, content=True) if row.is_in]
    whole, parts = Zip(queries.entries_of(rows)), [(row.content, row.storage_key) for row in rows]
    storage = engines().storage

    def source(index: int, start: int, length: int) -> Iterator[bytes]:
        content, key = parts[index]
        return storage.read_range(key, start, length) if content is None else iter((content[start : start + length],))

    def body(start: int, length: int) -> Iterator[bytes]:
        return whole.read(start, length, source)

    answer = send_in_ranges(body, whole.size, "application/zip", name, package_id)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
