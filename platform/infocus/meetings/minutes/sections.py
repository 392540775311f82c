"""The sections of the minutes: the meeting as a whole, the programme's sessions, and what lost its session."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from infocus.meetings.minutes.paper import WHOLE
from infocus.meetings.models import Meeting, MeetingSession


@dataclass(frozen=True, slots=True)
class Section:
    """One section: ``key`` is ``general`` or the session's id; ``session`` is ``None`` for what has none (any more)."""

    key: str
    session: MeetingSession | None
    text: str

    @property
    def title(self) -> str:
        """Its heading in the reader's language, or the session's own title."""
        if self.session is not None:
            return str(self.session.title)
        return str(_("The meeting as a whole") if self.key == WHOLE else _("From a session that left the programme"))


def sections_in(meeting: Meeting, texts: Mapping[str, str]) -> list[Section]:
    """All sections of the minutes with their words, in the order of the programme."""
    known = [Section(WHOLE, None, texts.get(WHOLE, ""))]
    known += [Section(session.id, session, texts.get(session.id, "")) for session in meeting.sessions]
    keys = {section.key for section in known}
    return known + [Section(key, None, text) for key, text in texts.items() if key not in keys]


def composed(sections: Sequence[Section]) -> str:
    """One Markdown text of the sections that have words, each under its heading."""
    parts = []
    for section in sections:
        words = plain_controls(section.text).strip()
        if words:
            head = f"## {plain_controls(section.title)}\n\n" if section.key != WHOLE else ""
            parts.append(f"{head}{words}")
    return "\n\n".join(parts)


def plain_controls(text: str) -> str:
    """Without control characters: a shared text cannot be sent back to who pasted them, and PostgreSQL keeps no NUL."""
    return "".join(each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"})
