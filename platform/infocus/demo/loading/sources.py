"""Contradicting dates, an imported folder and a translation, hung on what is loaded already."""

from infocus.core.db import db
from infocus.demo.content.sources import DATES, FOLDER, FOLDER_AT, FOLDER_BY, FOLDER_NAME, STATEMENTS
from infocus.demo.loading.book import Book, id_at
from infocus.meetings.importing.models import ImportedFile, ImportState, OutputImport
from infocus.meetings.models import DateStatement, Output
from infocus.records.services import save
from infocus.records.translations import How, link_translation

TRANSLATED = "output:bordeaux-first-year"


def add_sources(book: Book) -> None:
    """Those of this network."""
    for each in STATEMENTS:
        if each.record in book.records:
            db.session.add(
                DateStatement(
                    id=id_at(each.noted_at),
                    record_id=book.records[each.record].id,
                    kind=each.kind,
                    starts=each.starts,
                    source=each.source,
                    confirmed=each.confirmed,
                    by_id=book.people[each.by].id,
                    at=each.noted_at,
                )
            )
    for key, (dated, source) in DATES.items():
        output = book.records.get(key)
        if isinstance(output, Output):
            output.dated, output.date_source = dated, source
    if FOLDER_BY in book.people:
        _add_folder(book)
    if TRANSLATED in book.records:
        _add_translation(book, book.records[TRANSLATED])
    db.session.flush()


def _add_folder(book: Book) -> None:
    begun = OutputImport(
        id=id_at(FOLDER_AT),
        meeting_id=book.records["meeting:ostrava-2016"].id,
        person_id=book.people[FOLDER_BY].id,
        file_name=FOLDER_NAME,
        size=8_400_000,
        values={},
        state=ImportState.DONE,
        total=len(FOLDER),
        done=len(FOLDER),
        begun_at=FOLDER_AT,
        ended_at=FOLDER_AT,
    )
    db.session.add(begun)
    db.session.flush()
    for number, line in enumerate(FOLDER, start=1):
        output = book.records[f"output:{line.output}"].id if line.output else None
        row = ImportedFile(import_id=begun.id, number=number, name=line.name, outcome=line.outcome, why=line.why)
        row.output_id = output
        db.session.add(row)


def _add_translation(book: Book, original: object) -> None:
    """A link to the same text in French, made by a machine."""
    if not isinstance(original, Output):
        return
    french = Output(
        id=id_at(original.created_at),
        network=book.network,
        network_id=book.network.id,
        partner=original.partner,
        partner_id=original.partner_id,
        author_id=original.author_id,
        title="Les coûts de la première année, vide",
        summary="Six chiffres du mur de Bordeaux, traduits par une machine. Illustratif.",
        language="fr",
        state="current",
        meeting_id=original.meeting_id,
        session_id=original.session_id,
        kind=original.kind,
        link="https://infocus.example/bordeaux/premiere-annee",
        illustrative=True,
    )
    save(french, at=original.created_at)
    link_translation(french, original, How.MACHINE, original.version)
