"""All outputs of a meeting, narrowed as one likes."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.i18n import language_name
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.urls import document_path
from infocus.meetings.listing import NAMES, WHOLE, choices_of, list_outputs
from infocus.meetings.models import KIND_WORDS, OutputKind
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.urls import record_path

MOST_LETTERS = 100


@blueprint.get("/<network>/meetings/<handle>/outputs")
@requires(Permission.READ_RECORD)
def outputs_list(network: str, handle: str) -> ResponseReturnValue:
    """The outputs of a meeting by kind, language, session, city and words of the title."""
    actor, meeting = current_actor(), the_meeting(network, handle)
    given = {name: request.args.get(name, "")[:MOST_LETTERS] for name in NAMES}
    wanted = {name: text for name, text in given.items() if text.isprintable()}
    known = choices_of(actor, meeting)
    return render_template(
        "meetings/outputs.html",
        meeting=meeting,
        path=record_path(meeting),
        page=list_outputs(actor, meeting, wanted, cursor=request.args.get("cursor")),
        wanted={name: text for name, text in wanted.items() if text},
        known=known,
        kind_choices=[(kind, KIND_WORDS[OutputKind(kind)]) for kind in known.kinds],
        language_choices=[(code, language_name(code)) for code in known.languages],
        session_choices=[(WHOLE, _("The meeting as a whole")), *((each.id, each.title) for each in meeting.sessions)],
        kinds=KIND_WORDS,
        record_path=record_path,
        document_path=document_path,
        may_add=allows(actor, Permission.UPLOAD_OUTPUT, meeting),
    )
