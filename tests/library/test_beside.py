"""Comments beside the page: passages through the versions of a file, the margin, the deep link, bad input."""

import json
import re

import pytest
import typst

from infocus.comments.models import Comment
from infocus.comments.passages.finding import Words
from infocus.comments.passages.models import QUOTE_LIMIT, CommentPlace
from infocus.comments.services import add_comment, remove_comment, resolve_thread
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.library.beside.services import comment_on_passage, place_again
from infocus.library.models import Document
from infocus.library.reader import get_version
from tests.comments.counting import counted
from tests.library.shelf import Shelf
from tests.support.there import there

FIRST = [
    "Rents cover the walls; they seldom cover the tools. 𝒳 Every city met the question in the second year.",
    "Torino leases its machines from a maker in the cluster, at half the list price.",
    "The city pays the rent in Porto. The city pays the rent in Ostrava. The city pays the rent in Gdańsk.",
]
SECOND = [
    "A new foreword, so that everything that follows is one page later than it was before.",
    "Rents cover the walls; they seldom cover the tools. 𝒳 Every city met this question in its second year.",
    "Nothing is left of what was said about leasing here.",
    "First the city pays the rent in Ostrava. Then the city pays the rent in Gdańsk.",
]


def paper(tmp_path, pages: list[str]) -> bytes:
    source = tmp_path / "paper.typ"
    source.write_text("#set page(width: 14cm, height: 10cm)\n" + "\n#pagebreak()\n".join(pages), "utf-8")
    return bytes(typst.compile(str(source)))


def say(shelf: Shelf, document: str, page: int, quote: str, text: str = "How?", who: str = "neighbour", **more) -> str:
    with unit_of_work():
        found = db.session.get_one(Document, document)
        words = Words(quote, page=page, **{name: value for name, value in more.items() if name != "version"})
        return comment_on_passage(shelf.actor(who), found, get_version(found, more.get("version")), words, text).id


def places(comment: str) -> dict[int, tuple[str, int, str]]:
    db.session.rollback()
    rows = db.session.query(CommentPlace).filter_by(comment_id=comment).order_by(CommentPlace.version)
    return {row.version: (row.state, row.page, row.quote) for row in rows}


@pytest.fixture
def document(shelf, work, tmp_path):
    made = shelf.add(shelf.note(), paper(tmp_path, FIRST), "paper.pdf")
    work()
    return made


def test_passages_are_found_again_changed_or_said_to_be_gone_and_each_version_keeps_its_own(
    shelf, document, work, tmp_path
):
    moved = say(shelf, document, 1, "they seldom cover the tools")
    changed = say(shelf, document, 1, "Every city met the question in the second year.")
    gone = say(shelf, document, 2, "Torino leases its machines")
    alike = say(
        shelf, document, 3, "The city pays the rent", prefix="rent in Porto. ", suffix=" in Ostrava", text="Who?"
    )
    shelf.add_newer(document, paper(tmp_path, SECOND), "paper.pdf")
    work()
    assert places(moved) == {
        1: ("found", 1, "they seldom cover the tools"),
        2: ("found", 2, "they seldom cover the tools"),
    }
    assert places(changed)[2] == ("changed", 2, "Every city met this question in its second year.")
    assert places(gone)[2] == ("gone", 2, "Torino leases its machines")
    assert places(alike)[2][:2] == ("changed", 4) or places(alike)[2][:2] == ("found", 4)
    row = db.session.get_one(CommentPlace, (alike, 1))
    assert row.suffix.lstrip().startswith("in Ostrava"), "of three places with the same words the neighbours decided"
    shelf.add_newer(document, paper(tmp_path, FIRST), "paper.pdf")
    work()
    assert [each[:2] for each in (places(gone)[3], places(changed)[3])] == [("found", 2), ("found", 1)]
    before = {each: places(each) for each in (moved, changed, gone, alike)}
    place_again(document)
    assert before == {each: places(each) for each in before}, "a second run changes nothing"
    late = say(shelf, document, 2, "from a maker in the cluster", version=1)
    work()
    assert [state for state, _page, _quote in places(late).values()] == ["found", "gone", "found"]


def test_the_reader_shows_the_page_of_a_comment_lit_with_what_is_gone_and_where_it_was(shelf, document, work, tmp_path):
    kept = say(shelf, document, 1, "they seldom cover the tools", "And **heating**?")
    over = say(shelf, document, 1, "seldom cover the tools. 𝒳 Every city", "Overlapping.", who="author")
    gone = say(shelf, document, 2, "Torino leases its machines", "Gone words.")
    shelf.add_newer(document, paper(tmp_path, SECOND), "paper.pdf")
    work()
    client = shelf.world.client(shelf.people["expert"])
    lasting = client.get(f"/comments/{kept}")
    page = client.get(lasting.headers["Location"], follow_redirects=True)
    assert page.request.args["comment"] == kept
    assert 'value="2"' in page.text, "the page the passage is on now"
    marks = re.findall(r'<mark class="([^"]+)" data-of="([^"]+)">([^<]*)', page.text)
    assert marks == [
        ("pas n1 on", kept, "they "),
        ("pas n2 on", f"{kept} {over}", "seldom cover the tools"),
        ("pas n1", over, ". 𝒳 Every city"),
    ]
    assert len(re.findall(r"data-pin\b(?!-)", page.text)) == 2
    assert f'data-focus="{kept}"' in page.text
    assert "<strong>heating</strong>" in page.text
    here = client.get(page.request.path + f"?comment={gone}").text
    assert "This passage is gone in version 2." in here
    assert "Torino leases its machines" in here
    link = there(re.search(r'href="([^"]+)">See it there', here))
    old = client.get(link[1].replace("&amp;", "&")).text
    assert f'data-of="{gone}">Torino leases its machines</mark>' in old
    assert "This passage is gone" not in old
    assert "is not here" in client.get(page.request.path + f"?comment={'0' * 26}").text


def test_who_sees_the_margin_and_what_can_be_chosen_in_it(shelf, document):
    own = say(shelf, document, 1, "Rents cover the walls", "Mine.")
    other = say(shelf, document, 1, "the second year", "Theirs.", who="author")
    with unit_of_work():
        resolve_thread(shelf.actor("author"), db.session.get_one(Comment, other))
        add_comment(shelf.actor("expert"), db.session.get_one(Comment, own).record, "An answer.", reply_to=own)
    path = (
        shelf.world.client(shelf.author).get(f"/documents/{document}/passages/{own}").headers["Location"].split("?")[0]
    )

    def shown(who: str, query: str) -> set[str]:
        text = shelf.world.client(shelf.people[who]).get(f"{path}?page=1&{query}").text
        return {word for word in ("Mine.", "Theirs.", "An answer.") if f"<p>{word}</p>" in text}

    everything = {"Mine.", "Theirs.", "An answer."}
    assert shown("observer", "") == everything
    assert shown("stranger", "") == set()
    assert shown("lead", "said=open") == {"Mine.", "An answer."}
    assert shown("lead", "said=resolved") == {"Theirs."}
    assert shown("lead", f"by={shelf.people['author'].id}") == {"Theirs."}
    assert shown("lead", f"by={shelf.people['expert'].id}&said=open") == {"Mine.", "An answer."}
    assert shown("lead", "by='--&said=sideways&notes=x&comment=x&mark=9-1") == everything
    assert "data-compose" not in shelf.world.client(shelf.people["observer"]).get(f"{path}?page=1").text


def test_a_paragraph_is_commented_on_without_scripts(shelf, document):
    client = shelf.world.client(shelf.people["neighbour"])
    where = shelf.world.client(shelf.author).get(f"/in-focus/documents/{document}-spaces?page=2&view=text").text
    link = there(re.search(r'class="para-say" href="([^"]+)#say-text"', where))[1].replace("&amp;", "&")
    form = client.get(link).text
    field = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form.split('id="say-passage"')[1]))
    assert field["quote"].startswith("Torino leases its machines")
    empty = client.post(f"/documents/{document}/passages", data=field | {"text": " "})
    assert empty.status_code == 422
    assert "Torino leases its machines" in empty.text, "nothing is lost"
    answer = client.post(f"/documents/{document}/passages", data=field | {"text": "At whose price?"})
    again = client.post(f"/documents/{document}/passages", data=field | {"text": "At whose price?"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == again.headers["Location"], "sent twice, said once"
    page = client.get(answer.headers["Location"]).text
    assert "At whose price?" in page
    assert '<mark class="pas n1 on"' in page


@pytest.mark.parametrize(
    ("page", "quote", "field"),
    [
        (9, "the tools", "page"),
        (0, "the tools", "page"),
        (1, "words that nobody wrote", "quote"),
        (1, " \u00ad-\n", "quote"),
        (1, "x" * 10_000, "quote"),
        (3, "\x00\ud800", "quote"),
    ],
)
def test_anchors_onto_nothing_are_refused_with_a_sentence(shelf, document, page, quote, field):
    with pytest.raises(Invalid) as error:
        say(shelf, document, page, quote)
    assert set(error.value.fields) == {field}
    assert len(str(error.value)) > 15
    assert db.session.query(Comment).count() == db.session.query(CommentPlace).count() == 0


def test_the_limit_is_said_and_a_passage_over_two_pages_keeps_its_first_part(shelf, document):
    with pytest.raises(Invalid, match=f"10000 characters; {QUOTE_LIMIT} fit"):
        say(shelf, document, 1, "x" * 10_000)
    over = say(shelf, document, 2, "a maker in the cluster, at half the list price. The city pays the rent in Porto.")
    assert places(over) == {1: ("found", 2, "a maker in the cluster, at half the list price.")}


def test_as_web_annotations_for_who_reads_the_comments(shelf, document, work, tmp_path):
    kept = say(shelf, document, 1, "they seldom cover the tools", "And heating?")
    gone = say(shelf, document, 2, "Torino leases its machines")
    with unit_of_work():
        answer = add_comment(
            shelf.actor("author"), db.session.get_one(Comment, kept).record, "Without.", reply_to=kept
        ).id
        secret = add_comment(
            shelf.actor("author"), db.session.get_one(Comment, kept).record, "Taken back.", reply_to=kept
        )
        remove_comment(shelf.actor("author"), secret)
    shelf.add_newer(document, paper(tmp_path, SECOND), "paper.pdf")
    work()
    address = f"/documents/{document}/annotations"
    said = shelf.world.client(shelf.people["observer"]).get(address)
    assert said.mimetype == "application/ld+json"
    body = json.loads(said.data)
    assert (body["@context"], body["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    by_id = {each["id"].rsplit("/", 1)[1]: each for each in body["items"]}
    assert set(by_id) == {kept, gone, answer}
    selector = by_id[kept]["target"]["selector"]
    assert (selector["type"], selector["value"]) == ("FragmentSelector", "page=2")
    quote, position = selector["refinedBy"]
    assert quote["exact"] == "they seldom cover the tools"
    text = shelf.document(document).latest
    words = db.session.get_one(CommentPlace, (kept, text.number))
    assert (position["start"], position["end"]) == (words.start, words.end)
    assert by_id[gone]["target"]["source"].endswith("version=1"), "what is gone stays where it was"
    assert by_id[answer]["target"] == by_id[kept]["id"]
    assert shelf.world.client(shelf.people["stranger"]).get(address).status_code == 404


def test_the_margin_asks_as_often_for_thirty_comments_as_for_three(shelf, document):
    path = f"/in-focus/documents/{document}-spaces?page=3"
    client = shelf.world.client(shelf.people["neighbour"])
    seen, page = [], ""
    for more in (3, 37):
        for number in range(more):
            own = say(shelf, document, 3, "the rent in Ostrava", f"Number {more} {number}.")
            with unit_of_work():
                first = db.session.get_one(Comment, own)
                add_comment(shelf.actor("author"), first.record, "So it is.", reply_to=own)
        client.get(path)
        with counted() as queries:
            page = client.get(path).text
        seen.append(len(queries))
    assert "Comments after these" in page
    assert page.count("data-note=") == 30
    assert seen[1] <= seen[0] + 1, "one more to know where the next part begins"


def test_a_comment_whose_passage_is_gone_is_placed_by_hand(shelf, document, work, tmp_path):
    """Who may settle it gives it words of the new version; the older version keeps its own, a newer one follows."""
    gone = say(shelf, document, 2, "Torino leases its machines", text="Still so?")
    other = say(shelf, document, 1, "they seldom cover the tools")
    shelf.add_newer(document, paper(tmp_path, SECOND), "paper.pdf")
    work()
    record = db.session.get_one(Document, document).record
    address = f"/in-focus/documents/{document}-{record.title}"
    sent = {"version": "2", "page": "3", "quote": "what was said about leasing", "back": "/"}
    path = f"/documents/{document}/passages/{gone}/place"
    for who, status in (("expert", 303), ("neighbour", 303), ("ulg", 403), ("observer", 403), ("stranger", 404)):
        empty = shelf.world.client(shelf.people[who]).post(path, data=sent | {"quote": " "})
        assert empty.status_code == status, who
    expert, neighbour = (shelf.world.client(shelf.people[who]) for who in ("expert", "neighbour"))
    page = expert.get(f"/documents/{document}/passages/{gone}", follow_redirects=True).text
    assert f'action="{path}" data-place hidden' in page
    for comment, offered in ((gone, True), (other, False), ("x", False)):
        carried = expert.get(f"{address}?version=2&page=3&placing={comment}", follow_redirects=True).text
        assert ("A comment without its words" in carried) == offered
    for wrong in ({"quote": "no such words"}, {"page": "9"}, {"page": "²"}, {"quote": "x" * (QUOTE_LIMIT + 1)}):
        assert expert.post(path, data=sent | wrong).status_code == 303
    assert places(gone)[2][0] == "gone"
    assert expert.post(path, data=sent | {"version": "1"}).status_code == 303
    assert places(gone)[1] == ("found", 2, "Torino leases its machines")
    answer = neighbour.post(path, data=sent)
    assert answer.location == f"/?comment={gone}#c-{gone}"
    assert places(gone) == {
        1: ("found", 2, "Torino leases its machines"),
        2: ("changed", 3, "what was said about leasing"),
    }
    place_again(document)
    assert places(gone)[2] == ("changed", 3, "what was said about leasing")
    expert.post(path, data=sent | {"quote": "Nothing is left"})
    assert places(gone)[2][2] == "what was said about leasing", "it has a place: nobody moves it unseen"
    shelf.add_newer(document, paper(tmp_path, [*SECOND[:2], "A page.", SECOND[2], SECOND[3]]), "paper.pdf")
    work()
    assert places(gone)[3] == ("changed", 4, "what was said about leasing")
