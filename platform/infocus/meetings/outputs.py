"""Outputs of a meeting: upload, change, new version, remove."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from infocus.core.actor import Actor, Role
from infocus.core.errors import Invalid
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.library.models import Document, DocumentRole
from infocus.library.reader import documents_of
from infocus.library.services import add_document, add_version
from infocus.library.uploads import Upload
from infocus.meetings.arriving.guessing import drop_guess
from infocus.meetings.models import Meeting, Output, OutputKind
from infocus.meetings.services import set_themes
from infocus.meetings.values import WIDE_LEVELS, check
from infocus.records import services as records
from infocus.records.models import Visibility

FIELDS = ("title", "summary", "language", "visibility", "kind", "link")


def add_output(
    actor: Actor, meeting: Meeting, upload: Upload | None, values: Mapping[str, Any]
) -> tuple[Output, Document | None]:
    """An output of a meeting: a file, or a link. ``values``: fields and optional ``session`` (its id).

    Raises ``Invalid`` (neither file nor link, wrong values, the same file twice), ``NotAllowed``, ``NetworkClosed``.
    """
    records.check_updates(meeting.network)
    require(actor, Permission.UPLOAD_OUTPUT, meeting)
    checked = {"visibility": Visibility.NETWORK, "language": "en", "kind": OutputKind.OTHER, **check(values, FIELDS)}
    if upload is None and not checked.get("link"):
        raise Invalid({"file": _("Choose a file, or give a link.")})
    partner_id = actor.partner_in(meeting.network_id)
    _check_reach(actor, meeting, partner_id, checked["visibility"])
    output = Output(
        id=new_id(),
        network=meeting.network,
        network_id=meeting.network_id,
        partner_id=partner_id,
        author_id=actor.person,
        meeting=meeting,
        session_id=_session(meeting, values.get("session")),
        state="current",
        **checked,
    )
    records.save(output)
    set_themes(output, values)
    document = None
    if upload is not None:
        document = add_document(
            output, DocumentRole.OUTPUT, upload, by=actor.person, title=output.title, language=output.language
        )
    return output, document


def check_given(actor: Actor, meeting: Meeting, values: Mapping[str, Any]) -> None:
    """Say before a file is sent what ``add_output`` would refuse of its values. Raises ``Invalid``."""
    checked = check(values, FIELDS)
    _check_reach(actor, meeting, actor.partner_in(meeting.network_id), checked.get("visibility", Visibility.NETWORK))
    _session(meeting, values.get("session"))


def edit_output(actor: Actor, output: Output, values: Mapping[str, Any], *, expected: int | None = None) -> Output:
    """Change title, summary, kind, language, audience or session. Raises ``Stale``, ``Invalid``, ``NotAllowed``."""
    require(actor, Permission.EDIT_OUTPUT, output)
    records.check_version(output, expected)
    checked = check({"title": output.title, **values}, FIELDS)
    if checked.get("visibility", output.visibility) != output.visibility:
        _check_reach(actor, output.meeting, output.partner_id, checked["visibility"])
    for name, value in checked.items():
        setattr(output, name, value)
    if "session" in values:
        output.session_id = _session(output.meeting, values["session"])
    drop_guess(output.id)
    records.save(output)
    return output


def new_version(actor: Actor, output: Output, upload: Upload | None, note: str = "") -> Document:
    """A newer file of the output; the older versions stay readable. Raises ``Invalid`` without a file."""
    require(actor, Permission.EDIT_OUTPUT, output)
    if upload is None:
        raise Invalid({"file": _("Choose a file first.")})
    note = check({"note": note}, ("note",), needs=()).get("note", "")
    files = documents_of(output.id)
    if files:
        add_version(files[0], upload, by=actor.person, note=note)
        records.save(output)
        return files[0]
    return add_document(
        output, DocumentRole.OUTPUT, upload, by=actor.person, title=output.title, language=output.language
    )


def remove_output(actor: Actor, output: Output, *, expected: int | None = None) -> None:
    """Leave a tombstone; nobody reads the files any more."""
    require(actor, Permission.EDIT_OUTPUT, output)
    records.check_version(output, expected)
    records.remove(output)


def _session(meeting: Meeting, session_id: object) -> str | None:
    if not session_id:
        return None
    if session_id not in {session.id for session in meeting.sessions}:
        raise Invalid({"session": _("This session is not in the programme.")})
    return str(session_id)


def _check_reach(actor: Actor, meeting: Meeting, partner_id: str | None, visibility: str) -> None:
    """Beyond the network: the coordinator in the city's name, or the lead."""
    if visibility in WIDE_LEVELS and not (
        actor.has(meeting.network_id, Role.LEAD) or actor.has_for(meeting.network_id, partner_id, Role.COORDINATOR)
    ):
        raise Invalid({"visibility": _("Only your coordinator or the lead shares beyond the network.")})
    if visibility == Visibility.PARTNER and partner_id is None:
        raise Invalid({"visibility": _("You speak for no city here, so the network is the narrowest audience.")})
