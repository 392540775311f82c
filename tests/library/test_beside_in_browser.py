"""Two people and one paper: words marked, answered, settled; in a new version found again or gone; the deep link."""

import typst
from playwright.sync_api import Page

from infocus.comments.models import Comment
from infocus.core.db import db
from tests.support.house import ROOT
from tests.support.pages import until
from tests.support.there import there

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DRAWN = "document.querySelector('.rd-words span') && document.querySelector('[data-sheet]').dataset.drawn === 'page'"
FIRST = [
    "= Who pays\nRents cover the walls; they seldom cover the tools. 𝒳 marks the spot, and every city met it.",
    "= Machines\nTorino leases its machines from a maker in the cluster.",
]
SECOND = ["A foreword comes first.", f"{FIRST[0]} It was new.", "= Machines\nNobody says how they are paid for."]
# Marks words in a place: across the text nodes below `root`, as a mouse would.
MARK = """([root, words]) => {
  const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return true;
  }
  return false;
}"""


def paper(tmp_path, pages: list[str]) -> bytes:
    source = tmp_path / "paper.typ"
    source.write_text("#set page(width: 14cm, height: 10cm)\n" + "\n#pagebreak()\n".join(pages), "utf-8")
    return bytes(typst.compile(str(source)))


def comment_on(page: Page, root: str, words: str, text: str) -> str:
    """Marks words, writes about them, and answers with the id of the comment."""
    assert page.evaluate(MARK, [root, words])
    page.get_by_role("button", name="Comment on this").click()
    until(page, "document.activeElement.id === 'say-text'")
    assert words in page.locator("[data-quote]").inner_text()
    page.keyboard.type(text)
    page.locator("[data-compose]").get_by_role("button", name="Comment").click()
    until(page, "location.hash.startsWith('#c-') && document.activeElement.id === location.hash.slice(1)")
    return page.url.partition("#c-")[2]


def clean(page: Page) -> None:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(f"axe.run({{ runOnly: {TAGS!r} }})")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []


def mark(ben: Page, path: str) -> tuple[str, str]:
    """Words marked in the text, over the picture and by keyboard alone; the ids of the first and the last comment."""
    ben.goto(f"{path}?page=1&view=text")
    rents = comment_on(ben, "[data-text]", "seldom cover the tools", "With heating?")
    ben.goto(f"{path}?page=1&view=page")
    until(ben, DRAWN)
    over_picture = comment_on(ben, ".rd-words", "every city met", "Which ones?")
    db.session.rollback()
    anchor = there(db.session.get_one(Comment, over_picture).anchor)
    assert " ".join(anchor["prefix"].split()).endswith("𝒳 marks the spot, and"), "found in the page's own text"
    assert ben.locator(f'[data-lit="{over_picture}"] rect').count() >= 3

    # By keyboard alone: the sign beside a paragraph, then the form.
    ben.goto(f"{path}?page=2&view=text")
    sign = ben.get_by_role("link", name="Comment on this paragraph: Torino")
    sign.focus()
    ben.keyboard.press("Enter")
    until(ben, "document.activeElement.id === 'say-text'")
    ben.keyboard.type("At what price?")
    ben.keyboard.press("Tab")
    ben.keyboard.press("Enter")
    until(ben, "location.hash.startsWith('#c-') && document.activeElement.id === location.hash.slice(1)")
    gone = ben.url.partition("#c-")[2]
    return rents, gone


def read_and_settle(ana: Page, path: str, rents: str, gone: str) -> None:
    """The deep link, the note beside its passage, an answer, the thread resolved, on to the next ones by keys."""
    ana.goto(f"/comments/{rents}")
    until(ana, f"document.activeElement.id === 'c-{rents}'")
    assert ana.locator(f'mark.on[data-of="{rents}"]').inner_text() == "seldom cover the tools"
    ana.goto(f"{path}?page=1&view=text&comment={rents}")
    note = ana.locator(f"#c-{rents}")
    beside, words = there(note.bounding_box()), there(ana.locator(f'mark[data-of="{rents}"]').bounding_box())
    assert beside["x"] > words["x"] + words["width"], "beside its passage, and as high"
    assert abs(beside["y"] - words["y"]) < 40
    clean(ana)
    note.get_by_text("Answer", exact=False).first.click()
    note.get_by_label("Your answer").fill("Without. I will say so in the next version.")
    note.get_by_role("button", name="Answer").click()
    until(ana, "document.querySelectorAll('.mn-re li').length === 1")
    ana.locator(f"#c-{rents}").get_by_role("button", name="Resolve").click()
    until(ana, "document.querySelector('.mnote.done')")
    ana.keyboard.press("Alt+PageDown")
    until(ana, "location.search.includes('comment=')")
    ana.keyboard.press("Alt+PageDown")
    until(ana, f"location.hash === '#c-{gone}'")


def find_again(ben: Page, document: str, rents: str, gone: str) -> None:
    """In the new version: one found on another page, one gone, and where that one was."""
    ben.goto(f"/documents/{document}/passages/{rents}")
    until(ben, f"document.activeElement.id === 'c-{rents}'")
    assert ben.get_by_role("article").get_attribute("aria-label") == "Page 2", "a page was put before it"
    assert "Without." in ben.locator(f"#c-{rents}").inner_text()
    ben.goto(f"/documents/{document}/passages/{gone}")
    lost = ben.locator(f"#c-{gone}")
    assert "This passage is gone in version 2." in lost.inner_text()
    clean(ben)
    lost.get_by_role("link", name="See it there").click()
    until(ben, "location.search.includes('version=1')")
    assert "Torino leases" in ben.locator(f'mark[data-of="{gone}"]').inner_text()


def place_by_hand(ana: Page, document: str, gone: str) -> None:
    """The lost comment is carried to another page, back, and gets words of the text: its passage is lit there."""
    ana.goto(f"/documents/{document}/passages/{gone}")
    note = ana.locator(f"#c-{gone}")
    note.get_by_role("button", name="Place it here").click()
    assert "Mark the words" in note.locator("[data-place]").inner_text(), "nothing is marked: nothing is sent"
    note.get_by_role("link", name="It is on another page").click()
    until(ana, "location.search.includes('placing=')")
    ana.goto(ana.url.replace("page=2", "page=1").partition("#")[0])
    assert "At what price?" in ana.locator(".mm-pl").inner_text()
    clean(ana)
    ana.goto(ana.url.replace("page=1", "page=3") + "&view=text")
    assert ana.evaluate(MARK, ["[data-text]", "how they are paid for"])
    until(ana, "document.querySelector('.mm-pl [role=status]').textContent.includes('how they are paid for')")
    ana.locator(".mm-pl").get_by_role("button", name="Place it here").click()
    until(ana, f"document.activeElement.id === 'c-{gone}'")
    assert ana.locator(f'mark[data-of="{gone}"]').inner_text() == "how they are paid for"
    assert "The words have changed since. Then:" in ana.locator(f"#c-{gone}").inner_text()
    assert ana.locator(".mm-pl, [data-place]").count() == 0


def test_two_people_read_mark_answer_and_find_their_words_again(shelf, work, open_as, tmp_path):
    document = shelf.add(shelf.note(), paper(tmp_path, FIRST), "paper.pdf")
    work()
    path = f"/in-focus/documents/{document}-spaces"
    ana = open_as("author", viewport={"width": 1280, "height": 900}).new_page()
    ben = open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page()
    rents, gone = mark(ben, path)
    read_and_settle(ana, path, rents, gone)
    shelf.add_newer(document, paper(tmp_path, SECOND), "paper.pdf")
    work()
    find_again(ben, document, rents, gone)
    place_by_hand(ana, document, gone)

    phone = open_as("author", viewport={"width": 390, "height": 844}).new_page()
    phone.goto(f"{path}?page=2&view=text&comment={rents}")
    until(phone, f"document.activeElement.id === 'c-{rents}'")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.locator(f"#c-{rents}").get_by_role("link", name="To the passage").click()
    until(phone, f"location.hash === '#p-{rents}'")
    clean(phone)


def test_too_much_marked_is_said_before_anything_is_written(shelf, work, open_as, tmp_path):
    document = shelf.add(shelf.note(), ("Every city met the question. " * 400).encode(), "long.txt")
    work()
    page = open_as("author", viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"/in-focus/documents/{document}-spaces")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('[data-text]'))")
    until(page, "document.querySelector('[data-selected] p').textContent.includes('at most 2000')")
    assert page.get_by_role("button", name="Comment on this").count() == 0
