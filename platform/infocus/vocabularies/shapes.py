"""What a vocabulary is."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel.speaklater import LazyString


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One list of codes. ``labels`` keeps the order of its source; ``source`` names who keeps the list."""

    name: str
    title: LazyString
    source: str
    labels: Mapping[str, LazyString]

    def __contains__(self, code: object) -> bool:
        return code in self.labels

    def choices(self) -> list[tuple[str, str]]:
        """``(code, label in the reader's language)`` in the order of the source, for form fields."""
        return [(code, str(label)) for code, label in self.labels.items()]
