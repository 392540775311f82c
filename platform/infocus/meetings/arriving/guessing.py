"""What a file's name says of it, and what its text says later: title, kind, language."""

import re
import unicodedata

from sqlalchemy import select

from infocus.core.db import db
from infocus.core.i18n import LANGUAGES
from infocus.engines.extraction.kinds import ending_of
from infocus.library.models import Document, DocumentPage, DocumentVersion
from infocus.meetings.arriving.models import OutputGuess
from infocus.meetings.models import Output, OutputKind
from infocus.meetings.values import TITLE_LIMIT
from infocus.records import services as records

SHORT, LONG = 8, 120
"""Letters of a heading that can be a title: less says nothing, more is a paragraph."""
_BREAKS = re.compile(r"[_\s]+|(?<=\w)-(?=\w)")
_KINDS: tuple[tuple[OutputKind, str], ...] = (
    (OutputKind.BASELINE, r"baseline|état des lieux|línea de base|linea di base|diagnos"),
    (OutputKind.MINUTES, r"minutes|minutk|\bacta|\batas?\b|aktak|verbal|z[áa]pis|proto[ck]ol|\bpv\b|compte[- ]rendu"),
    (OutputKind.PRESENTATION, r"presenta|présenta|präsenta|apresenta|prezent|aurkezp|slides|folien|diapos"),
    (OutputKind.CASE_NOTE, r"case|fallbeispiel|étude de cas|caso|studiu de caz|případ|przypad"),
    (OutputKind.PAPER, r"thematic|paper|thema|themenpapier|note thématique"),
    (OutputKind.PLAN, r"\biap\b|action plan|aktionsplan|plan d.action|plan de acc|plan"),
    (OutputKind.ARTICLE, r"article|artikel|artículo|articolo|artigo|článek|artykuł|articol"),
    (OutputKind.REPORT, r"report|bericht|rapport|informe|relazione|relat[óo]rio|zpráva|raport|txosten"),
)  # fmt: skip
_SLIDES = (".pptx", ".odp")


def title_of_name(file_name: str) -> str:
    """A title from a file's name: no ending, blanks for underscores and dashes."""
    stem = file_name.removesuffix(
        file_name[len(file_name) - len(ending_of(file_name)) :] if ending_of(file_name) else ""
    )
    words = " ".join(_BREAKS.sub(" ", stem).split())
    return (words or file_name)[:TITLE_LIMIT]


def kind_of_name(file_name: str) -> OutputKind:
    """The kind a file's name speaks of; slides are a presentation; else ``OTHER``."""
    words = unicodedata.normalize("NFC", title_of_name(file_name)).lower()
    for kind, signs in _KINDS:
        if re.search(signs, words):
            return kind
    return OutputKind.PRESENTATION if ending_of(file_name) in _SLIDES else OutputKind.OTHER


def settle_guess(document_id: str, number: int) -> None:
    """Once a file is read, let its text say what was only guessed; inside the transaction that stored the text."""
    document = db.session.get(Document, document_id)
    guess = db.session.get(OutputGuess, document.record_id) if document else None
    output = db.session.get(Output, document.record_id) if document and guess else None
    version = document.version(number) if document else None
    if document is None or guess is None or output is None or version is None:
        return
    if guess.language and version.language in LANGUAGES:
        output.language = version.language
    heading = _heading(version) if guess.title else ""
    if heading:
        output.title = document.title = heading
    db.session.delete(guess)
    records.save(output)


def drop_guess(output_id: str) -> None:
    """Somebody said it: the text has no say any more."""
    guess = db.session.get(OutputGuess, output_id)
    if guess is not None:
        db.session.delete(guess)


def _heading(version: DocumentVersion) -> str:
    """The heading the first page stands under, when it can be a title."""
    first = select(DocumentPage.heading).where(DocumentPage.version_id == version.id, DocumentPage.number == 1)
    heading = " ".join((db.session.scalar(first) or "").split())
    return heading if SHORT <= len(heading) <= LONG and heading.isprintable() else ""
