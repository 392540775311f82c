"""What the reason codes say to people: what happened, and what to do. Not imported by the child process."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from infocus.engines.extraction.port import Reason

_SENTENCES: dict[str, LazyString] = {
    Reason.EMPTY: _("There is nothing to read in this file. Open it on your computer, check it, and upload it again."),
    Reason.TYPE_LIES: _(
        "The ending of the file's name does not match what is in it. "
        "Save the file again under its own type, and upload that."
    ),
    Reason.NOT_ACCEPTED: _(
        "Files of this kind are not taken. "
        "Use PDF, Word, PowerPoint, Excel, OpenDocument, text, Markdown, CSV, HTML or a picture."
    ),
    Reason.OLD_OFFICE: _("This is a file of an old Office version. Save it as .docx, .pptx or .xlsx, and upload that."),
    Reason.MACROS: _("This file holds macros. Save it as .docx, .pptx or .xlsx without them, and upload that."),
    Reason.ENCRYPTED: _("This file is locked with a password. Remove the password, and upload it again."),
    Reason.BROKEN: _(
        "This file is damaged or incomplete. "
        "If it opens on your computer, save it again, as PDF if you can, and upload that."
    ),
    Reason.BOMB: _(
        "This file unpacks to far more than an honest file would, so it was not opened. "
        "Save it again, as PDF if you can."
    ),
    Reason.TOO_LARGE: _("This file is too large to read. Split it into parts, or make its pictures smaller."),
    Reason.TIMEOUT: _("Reading this file took too long and was stopped. Try again, or save it again as PDF."),
    Reason.MEMORY: _(
        "Reading this file needed too much memory and was stopped. Split it into parts, or save it as PDF."
    ),
    Reason.NO_SUCH_PAGE: _("This file has no such page."),
}
_UNKNOWN = _("This file could not be read. Save it again, as PDF if you can, and upload that.")

SCANNED = _("This page has no text: it is a picture or a scan. Run text recognition on the file, and upload it again.")
"""For a `Page` with `scanned`."""


def sentence(reason: str) -> LazyString:
    """The sentence for a reason's code, translated when it is shown; also for a code of an older version."""
    return _SENTENCES.get(reason, _UNKNOWN)


def truncated_sentence(read: int, total: int, by: str) -> LazyString:
    """The sentence for `Truncated`."""
    if by == "pages":
        return _(
            "The first %(read)d of %(total)d pages were read; search does not find the rest.", read=read, total=total
        )
    return _("This file has more text than is read: search finds only the first part of it.")
