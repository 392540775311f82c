"""What an entry of a file carries: author and standing, its heading, and the language of the passage itself."""

from io import BytesIO

from PIL import Image
from sqlalchemy import select

from infocus.core.db import db
from infocus.engines.search.language import passage_language
from infocus.engines.search.port import Entry, Standing
from infocus.library.languages import language_within
from infocus.library.models import DocumentPage, DocumentRole
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from tests.library.shelf import Shelf, note_entries

BASQUE = (
    "Hiriak eta eskualdeak elkarrekin erabakitzen dute zertan diren onak. Udalak urtero hitz egiten du enpresekin, eta"
    " enpresek gazteei irakasten diete lantegietan. Gure auzoan hamabi tailer daude, baina ez dago haientzako lokal"
    " merkerik. Horregatik hutsik zeuden solairuak ireki genituen, banan-banan, lehenengo urtean alokairurik kobratu"
    " gabe. "
)
SPANISH = (
    "La ciudad y la región deciden juntas en qué son buenas. El ayuntamiento habla cada año con las empresas, y las"
    " empresas enseñan a los jóvenes en los talleres. En nuestro barrio hay doce talleres, pero no hay locales baratos"
    " para ellos. Por eso abrimos las plantas vacías, una a una, sin cobrar alquiler durante el primer año. "
)


def _scan() -> bytes:
    """A PDF of one page that is a picture."""
    file = BytesIO()
    Image.new("L", (600, 800), 240).save(file, "PDF")
    return file.getvalue()


def _built(note: str) -> list[Entry]:
    db.session.rollback()
    return note_entries(note) or []


def test_a_page_half_in_basque_and_half_in_spanish_has_passages_of_both(shelf: Shelf, work) -> None:
    note = shelf.note()
    shelf.add(note, f"# Bi hizkuntza\n\n{BASQUE * 5}\n\n{SPANISH * 5}".encode(), "paper.md")
    work()
    _record, *found = _built(note)
    assert len({entry.page for entry in found}) == 1
    told = [entry.language for entry in found]
    assert told == sorted(told, key=("eu", "es").index)
    assert set(told) == {"eu", "es"}
    for entry in found:
        words = entry.text.split()
        assert "las" in words or entry.language == "eu"
        assert "eta" in words or entry.language == "es"


def test_a_short_passage_is_taken_for_its_pages_language(shelf: Shelf, work) -> None:
    note = shelf.note()
    line = " ".join((SPANISH.replace(".", ",").lower() * 6).split()[:285])
    tail = "OK. Workshop, start-up, hub: www.example.org. " * 16
    assert passage_language(tail) != "es", "the statistics do not know better"
    shelf.add(note, f"# Plantas\n\n{line}. {tail}".encode(), "paper.md")
    work()
    _record, *found = _built(note)
    assert len(found[-1].text.split()) < 150
    assert [entry.language for entry in found] == ["es", "es"]


def test_the_heading_stands_beside_the_text_and_the_files_title_before_the_first(shelf: Shelf, work) -> None:
    note = shelf.note("Spaces")
    text = f"# Empty floors\n\n{SPANISH * 6}\n\n# Rents\n\nThey cover the walls."
    shelf.add(note, text.encode(), "paper.md", title="What we tried", role=DocumentRole.ATTACHMENT)
    work()
    _record, first, *more, last = _built(note)
    assert first.heading == "What we tried · Empty floors"
    assert more
    assert {entry.heading for entry in more} == {"Empty floors"}
    assert (last.heading, last.page) == ("Rents", 2)
    assert "What we tried" not in first.text
    pages = db.session.scalars(select(DocumentPage).order_by(DocumentPage.number)).all()
    for page in pages:
        own = " ".join(entry.text for entry in (first, *more, last) if entry.page == page.number)
        assert own.split() == page.text.split(), "the passages of a page are its text, no more and no less"


def test_a_title_that_the_record_has_already_is_no_heading(shelf: Shelf, work) -> None:
    note = shelf.note("Spaces")
    shelf.add(note, b"They cover the walls.", "paper.txt", title="Spaces")
    work()
    assert [entry.heading for entry in _built(note)] == ["", ""]


def test_every_entry_names_its_author_and_has_the_usual_standing(shelf: Shelf, work) -> None:
    note = shelf.note()
    shelf.add(note, (SPANISH * 12).encode(), "paper.txt")
    work()
    found = _built(note)
    assert len(found) > 2
    assert {(entry.author, entry.standing, entry.adoptions) for entry in found} == {
        (shelf.author.id, Standing.USUAL, 0)
    }


def test_a_scan_is_said_to_be_one_and_found_by_its_records_title(shelf: Shelf, work) -> None:
    note = shelf.note("Lighthouse ledger of 1962")
    document = shelf.add(note, _scan(), "scan.pdf")
    work()
    version = shelf.version(document)
    page = db.session.get_one(DocumentPage, (version.id, 1))
    assert (version.state, page.scanned, page.text) == ("ready", True, "")
    assert [entry.id for entry in _built(note)] == [note]
    reader = shelf.actor("neighbour")
    assert [item.hit.record for item in search(reader, SearchForm(text="lighthouse ledger")).items] == [note]
    client = shelf.world.client(shelf.people["neighbour"])
    shown = client.get(f"/in-focus/documents/{document}", follow_redirects=True).text
    assert "This page has no text: it is a picture or a scan." in shown


def test_a_scan_with_a_title_of_its_own_is_found_by_that_too(shelf: Shelf, work) -> None:
    note = shelf.note("Spaces")
    shelf.add(note, _scan(), "scan.pdf", title="Lighthouse ledger of 1962")
    work()
    found = search(shelf.actor("neighbour"), SearchForm(text="lighthouse ledger"))
    assert [(item.hit.record, item.hit.passages[0].page) for item in found.items] == [(note, 1)]


def test_the_words_of_the_pages_language_are_enough_and_others_are_looked_into() -> None:
    assert language_within(SPANISH * 4, "es") == "es"
    assert language_within(SPANISH * 4, "eu") == "es"
    assert language_within(SPANISH * 4, "") == "es"
    assert language_within(BASQUE * 5, "es") == "eu"
    assert language_within(BASQUE, "es") == "es", "a hundred words less than it takes"
