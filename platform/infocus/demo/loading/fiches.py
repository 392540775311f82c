"""Drafts that were started from an old fiche; the worker makes the file, and what it proposes."""

from infocus.core.db import db
from infocus.demo.content.fiches import OldFiche
from infocus.demo.loading.book import Book, id_at
from infocus.library.models import DocumentRole
from infocus.practices.models import Practice, PracticeRevision, PracticeState
from infocus.records.services import save


def add_fiches(book: Book, fiches: tuple[OldFiche, ...]) -> None:
    """A draft for each, with its title, and the file to be made."""
    for each in fiches:
        partner, author = book.partners[each.partner], book.people[each.author]
        practice = Practice(
            id=id_at(each.created_at),
            network=book.network,
            network_id=book.network.id,
            partner=partner,
            partner_id=partner.id,
            author_id=author.id,
            title=each.title,
            language=each.language,
            state=PracticeState.DRAFT,
            content={},
            illustrative=True,
        )
        save(practice, at=each.created_at)
        snapshot = {"title": each.title, "summary": "", "language": each.language, "content": {}}
        db.session.add(
            PracticeRevision(practice_id=practice.id, number=1, by_id=author.id, at=each.created_at, snapshot=snapshot)
        )
        book.files.append(
            {
                "spec": f"fiche:{each.key}",
                "record": practice.id,
                "role": DocumentRole.SOURCE.value,
                "name": each.file.name,
                "title": each.file.name,
                "by": author.id,
                "at": each.created_at.isoformat(),
            }
        )
    db.session.flush()
