"""Collections, as their curators made them."""

from infocus.demo.content.collected import COLLECTED, Collected
from infocus.demo.loading.book import Book, id_at
from infocus.practices.collections.content import checked
from infocus.practices.collections.models import CURRENT, LEVELS, Collection, Pick
from infocus.records.services import save


def add_collections(book: Book) -> None:
    """Those of curators who are in this network, under ``collection:TITLE`` in the book."""
    for each in COLLECTED:
        if each.by in book.people:
            book.records[f"collection:{each.title}"] = _add(book, each)


def _add(book: Book, each: Collected) -> Collection:
    home, person = book.homes.get(each.by), book.people[each.by].id
    head = {"title": each.title, "introduction": each.introduction, "language": "en", "visibility": each.visibility}
    made = Collection(
        id=id_at(each.at),
        network=book.network,
        network_id=book.network.id,
        partner=home,
        partner_id=home.id if home else None,
        author_id=person,
        state=CURRENT,
        **checked(head, LEVELS),
    )
    for position, (practice, line) in enumerate(each.picks):
        practice_id = book.records[f"practice:{practice}"].id
        pick = Pick(practice_id=practice_id, position=position, line=line, by_id=person, at=each.at)
        made.picks.append(pick)
    save(made, at=each.at)
    return made
