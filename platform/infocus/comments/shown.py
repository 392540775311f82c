"""One comment as pages show it."""

import re
from dataclasses import dataclass
from datetime import datetime

from flask_babel import format_datetime
from markupsafe import Markup, escape

from infocus.comments.addresses import passage_path
from infocus.comments.models import Comment
from infocus.core import markup
from infocus.networks.models import Partner

_ELEMENT = re.compile(r"""(<(?:[^>"]|"[^"]*")*>)""")


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A comment with its writer's city and with what this reader may do."""

    comment: Comment
    partner: Partner | None
    may_edit: bool
    may_remove: bool

    @property
    def id(self) -> str:
        """The comment's id."""
        return self.comment.id

    @property
    def author(self) -> str:
        """Who wrote it."""
        return self.comment.author.shown_name

    @property
    def note(self) -> str:
        """The writer's city."""
        return self.partner.label if self.partner else ""

    @property
    def instant(self) -> datetime:
        """When it was written."""
        return self.comment.created_at

    @property
    def when(self) -> str:
        """The same in the reader's words and time zone."""
        return str(format_datetime(self.comment.created_at, "d MMM y, HH:mm"))

    @property
    def html(self) -> Markup:
        """The words, with the people named in them set off."""
        return with_mentions(markup.render(self.comment.text), [row.name for row in self.comment.mentions])

    @property
    def passage(self) -> str:
        """The quoted words it is about; empty when it is about the whole."""
        return str((self.comment.anchor or {}).get("quote", ""))

    @property
    def passage_path(self) -> str:
        """Where the passage is read; empty when it is about the whole, or about words outside a file."""
        return passage_path(self.comment)

    @property
    def edited(self) -> bool:
        """Whether the words were changed."""
        return self.comment.edited_at is not None

    @property
    def removed(self) -> bool:
        """Whether only the trace is left."""
        return self.comment.removed_at is not None

    @property
    def resolved(self) -> bool:
        """Whether the thread it begins is settled."""
        return self.comment.resolved_at is not None


def with_mentions(html: Markup, names: list[str]) -> Markup:
    """Set off ``@Name`` in rendered text; ``names`` are those stored with it, so nothing else can match."""
    if not names:
        return html
    options = "|".join(re.escape(str(escape(name))) for name in sorted(names, key=len, reverse=True))
    named = re.compile(rf"@({options})", re.IGNORECASE)
    parts = _ELEMENT.split(str(html))
    parts[::2] = [named.sub(r'<b class="mention">@\1</b>', words) for words in parts[::2]]
    return html.__class__("".join(parts))
