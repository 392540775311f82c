"""Language versions on an output's page, and the small form that links them."""

from infocus.core.actor import Actor
from infocus.core.i18n import language_name
from infocus.core.permissions import Permission, allows
from infocus.meetings.editions.languages import candidates, original_of
from infocus.meetings.models import Output
from infocus.records.panels import Panel, record_panel
from infocus.records.translations import language_versions
from infocus.records.urls import record_path


@record_panel(Output, 10)
def languages_panel(actor: Actor, output: Output) -> Panel | None:
    """The output in other languages, labelled as a person's or a machine's work."""
    versions = language_versions(actor, output)
    may = allows(actor, Permission.EDIT_OUTPUT, output)
    if not versions and not may:
        return None
    shown = [
        {
            "code": each.record.language,
            "name": language_name(each.record.language),
            "url": record_path(each.record),
            "current": each.record.id == output.id,
            "how": each.how.value,
        }
        for each in versions
    ]
    context = {
        "versions": shown,
        "may": may,
        "original": original_of(output) if may else None,
        "candidates": candidates(actor, output) if may else [],
    }
    return Panel("meetings/editions/languages.html", context, "aside")
