"""Two small helpers that keep the content modules readable: wrapped prose, and instants."""

import re
from datetime import UTC, datetime

_KEEPS_ITS_LINE = re.compile(r"(?:[-#>|!]|\d+\.) ?")

_FRENCH_SPACE = re.compile(r" (?=[?!:;](?:\s|$))")


def prose(text: str) -> str:
    """Join wrapped lines into paragraphs; lists, headings, table rows and figures keep their own lines.

    French puts a space before some signs; it becomes one that does not break.
    """
    paragraphs: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        for line in (each.strip() for each in block.split("\n")):
            if lines and not _KEEPS_ITS_LINE.match(line):
                lines[-1] += f" {line}"
            else:
                lines.append(line)
        paragraphs.append("\n".join(lines))
    return _FRENCH_SPACE.sub("\u00a0", "\n\n".join(paragraphs))


def at(moment: str) -> datetime:
    """``2017-09-13T09:00`` as an aware instant in UTC."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)
