"""What people are told, in the reader's words. ``%(who)s`` acted, ``%(title)s`` is the record."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notification: its sentence, and whether it is mailed at once."""

    sentence: LazyString
    at_once: bool = False


KINDS: dict[str, Kind] = {
    "mention": Kind(_l("%(who)s mentioned you in a comment on “%(title)s”"), at_once=True),
    "reply": Kind(_l("%(who)s answered your comment on “%(title)s”")),
    "comment": Kind(_l("%(who)s commented on “%(title)s”")),
    "review-invited": Kind(_l("%(who)s invites you to the review “%(title)s”"), at_once=True),
    "practice-submitted": Kind(_l("%(who)s submitted “%(title)s” for validation")),
    "changes-asked": Kind(_l("%(who)s asks for changes in “%(title)s”")),
    "practice-validated": Kind(_l("%(who)s validated “%(title)s”")),
    "practice-published": Kind(_l("%(who)s published “%(title)s”")),
    "output-failed": Kind(_l("A file of “%(title)s” could not be read")),
}
