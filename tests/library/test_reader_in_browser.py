"""The reader in a real browser: pdf.js draws the page, hits lie over their words, and all of it can do without."""

import io

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.engines.extraction.hostile import pdf_of
from tests.support.house import ROOT
from tests.support.pages import until

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DRAWN = "document.querySelector('[data-sheet]')?.dataset.drawn === 'page'"
# The part of the canvas that is not white.
INK = """() => {
  const canvas = document.querySelector('.rd-paper canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 380) ink += 1;
  return ink / (canvas.width * canvas.height);
}"""
# Where pdf.js's own words put a word, and where the lit rectangles are; in window pixels.
PLACES = """(word) => {
  const box = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const words = [];
  for (const span of document.querySelectorAll('.rd-words span[role=presentation]')) {
    const text = span.firstChild;
    for (let at = text ? text.data.indexOf(word) : -1; at >= 0; at = text.data.indexOf(word, at + 1)) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      words.push(box(range.getBoundingClientRect()));
    }
  }
  const lit = [...document.querySelectorAll('.rd-lit rect')].map((rect) => box(rect.getBoundingClientRect()));
  return { words, lit };
}"""


@pytest.fixture
def read(shelf, work, pdf):
    """The path of a document that is read."""
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    return f"/in-focus/documents/{document}-spaces"


@pytest.fixture
def heard():
    """Notes what a page's console says against it: errors, and everything our security policy refused."""
    said: list[str] = []

    def listen(page: Page) -> Page:
        page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        return page

    yield listen
    assert said == []


def near(one, other, pixels):
    return all(abs(one[side] - other[side]) <= pixels for side in ("left", "top", "right", "bottom"))


def test_a_passage_opens_drawn_by_pdfjs_with_its_hits_over_their_words(read, open_as, heard):
    page = heard(open_as("neighbour", viewport={"width": 1280, "height": 900}, device_scale_factor=2).new_page())
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(f"{answer.status}") if "/file?" in answer.url else None)
    page.goto(f"{read}?q=technician&view=page#hit")
    until(page, DRAWN)
    assert 0.005 < page.evaluate(INK) < 0.5
    canvas = page.locator(".rd-paper canvas")
    shown = canvas.bounding_box()
    assert shown is not None
    assert abs(canvas.evaluate("each => each.width") - 2 * shown["width"]) <= 2, "as sharp as the screen"
    places = page.evaluate(PLACES, "technician")
    assert len(places["words"]) == len(places["lit"]) == 2
    for word, lit in zip(places["words"], places["lit"], strict=True):
        assert near(word, lit, 8), (word, lit)
    hit = page.locator("#hit rect").bounding_box()
    assert hit is not None
    assert 60 < hit["y"] < 840, "and the hit stood on is in the window"
    assert "206" in asked or asked == ["200"]


def test_hit_by_hit_page_by_page_by_button_key_and_back(read, open_as, heard):
    page = heard(open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page())
    came = "/library?q=workshop+region&sort=newest"
    page.goto(came)
    page.goto(f"{read}?q=city+technician&from=%2Flibrary%3Fq%3Dworkshop%2Bregion%26sort%3Dnewest")
    until(page, DRAWN)
    assert "Hit 1 of" in page.locator(".rd-bar").inner_text()
    first = page.url
    page.keyboard.press("Alt+ArrowDown")
    until(page, "location.search.includes('hit=2')")
    until(page, DRAWN)
    second = page.locator("article").get_attribute("aria-label")
    assert second == "Page 8", "the next hit is on another page"
    page.get_by_role("link", name="Next hit").click()
    until(page, "location.search.includes('hit=3')")
    page.keyboard.press("Alt+ArrowUp")
    until(page, "location.search.includes('hit=2')")
    page.get_by_label("Page", exact=True).focus()
    page.keyboard.press("Alt+ArrowDown")
    assert "hit=2" in page.url, "whoever types into a field types"
    for _ in range(3):
        page.go_back()
    until(page, f"location.href === {first!r}")
    until(page, DRAWN)
    page.get_by_role("link", name="Back to the results").click()
    until(page, f"location.pathname + location.search === {came!r}")


def test_the_page_grows_and_shrinks_by_keyboard_stays_sharp_and_keeps_its_size(read, open_as, heard):
    page = heard(open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page())
    page.goto(f"{read}?q=technician&page=8&view=page")
    until(page, DRAWN)
    width = page.evaluate("document.querySelector('.rd-paper canvas').width")
    larger = page.get_by_role("button", name="Larger")
    larger.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
    assert page.locator("[data-size]").inner_text() == "150%"
    until(page, f"document.querySelector('.rd-paper canvas').width > 1.45 * {width}")
    assert page.locator("[data-scroll]").get_attribute("tabindex") == "0", "what scrolls is reached by keyboard"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    places = page.evaluate(PLACES, "technician")
    for word, lit in zip(places["words"], places["lit"], strict=True):
        assert near(word, lit, 12), (word, lit)
    page.get_by_role("link", name="Page 9").first.click()
    until(page, DRAWN)
    assert page.locator("[data-size]").inner_text() == "150%"
    page.get_by_role("button", name="Smaller").click()
    assert page.locator("[data-size]").inner_text() == "125%"


def test_the_words_of_the_page_can_be_selected(read, open_as):
    page = open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{read}?page=8&view=page")
    until(page, DRAWN)
    page.locator(".rd-words span[role=presentation]", has_text="Every workshop").dblclick(position={"x": 10, "y": 8})
    assert page.evaluate("getSelection().toString()").strip() == "Every"


def test_without_scripts_the_picture_has_its_hits_lit_over_the_same_words(read, open_as):
    page = open_as("neighbour", java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{read}?q=technician&view=page")
    picture, now = page.locator(".rd-paper img").bounding_box(), page.locator("#hit rect").bounding_box()
    assert picture is not None
    assert now is not None
    assert page.locator("[data-zoom]").is_hidden()
    with_scripts = open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page()
    with_scripts.goto(f"{read}?q=technician&view=page")
    until(with_scripts, DRAWN)
    word = with_scripts.evaluate(PLACES, "technician")["words"][0]
    paper = with_scripts.locator(".rd-paper").bounding_box()
    assert paper is not None
    expected = {"left": word["left"] - paper["x"], "top": word["top"] - paper["y"]}
    assert abs(now["x"] - picture["x"] - expected["left"]) <= 8
    assert abs(now["y"] - picture["y"] - expected["top"]) <= 8
    page.get_by_role("link", name="Next hit, page 8").click()
    assert "Hit 2" in page.locator(".rd-bar").inner_text()


def test_where_pdfjs_cannot_the_picture_stays_and_no_word_is_lost(read, open_as):
    page = open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page()
    page.route("**/file?*", lambda route: route.fulfill(status=200, body=b"not a PDF", content_type="application/pdf"))
    page.goto(f"{read}?q=technician&view=page")
    until(page, "document.querySelector('[data-sheet]').dataset.drawn === 'picture'")
    until(page, "document.querySelector('.rd-paper img').naturalWidth > 600")
    assert page.locator(".rd-paper canvas").count() == 0
    assert page.locator(".rd-lit rect").count() == 2
    assert "Every workshop found" in page.locator(".tx").inner_text()


def turned(pdf):
    """The same pages on their side."""
    file, target = pypdfium2.PdfDocument(pdf), io.BytesIO()
    for number in range(len(file)):
        file[number].set_rotation(90)
    file.save(target)
    return target.getvalue()


def test_a_turned_page_is_lit_where_it_is_drawn(shelf, work, pdf, open_as, heard):
    document = shelf.add(shelf.note(), turned(pdf), "turned.pdf")
    work()
    page = heard(open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page())
    page.goto(f"/in-focus/documents/{document}-spaces?q=technician&view=page")
    until(page, DRAWN)
    places = page.evaluate(PLACES, "technician")
    assert len(places["words"]) == len(places["lit"]) == 2
    # PDFium reads the lines of such a page in another order than pdf.js.
    by_line = (sorted(each, key=lambda box: box["left"]) for each in (places["words"], places["lit"]))
    for word, lit in zip(*by_line, strict=True):
        assert near(word, lit, 10), (word, lit)
        assert word["bottom"] - word["top"] > word["right"] - word["left"], "and it does stand on its side"


def rare():
    """A page with what pdf.js fetches a part for: a font nobody embedded, a character map by name, a JPEG 2000."""
    image = io.BytesIO()
    Image.new("RGB", (64, 64), "black").save(image, "JPEG2000")
    drawing = b"q 100 0 0 100 50 50 cm /I Do Q BT /F 24 Tf 20 180 Td (technician) Tj /G 24 Tf 0 -30 Td <65e5672c> Tj ET"
    system = b"<< /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>"
    picture = image.getvalue()
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 240 240] /Contents 4 0 R"
                b" /Resources << /XObject << /I 5 0 R >> /Font << /F 6 0 R /G 7 0 R >> >> >>"
            ),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
            b"<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /Filter /JPXDecode /Length %d >>" % len(picture)
            + b"\nstream\n%s\nendstream" % picture,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>",
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UCS2-H /DescendantFonts"
            b" [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo %s >>] >>" % system,
        ],
        b"",
    )


def test_what_rare_files_need_is_there_and_needs_no_webassembly(shelf, work, open_as):
    document = shelf.add(shelf.note(), rare(), "rare.pdf")
    work()
    page = open_as("neighbour", viewport={"width": 1280, "height": 900}).new_page()
    said: list[str] = []
    asked: dict[str, int] = {}
    page.on("console", lambda message: said.append(message.text))
    page.context.on("response", lambda answer: asked.update({answer.url.rsplit("/", 1)[-1]: answer.status}))
    page.goto(f"/in-focus/documents/{document}-spaces?view=page")
    until(page, DRAWN)
    assert 0.15 < page.evaluate(INK) < 0.3, "the black square is a sixth of the page"
    wanted = {"openjpeg_nowasm_fallback.js", "UniJIS-UCS2-H.bcmap"}
    assert {name: asked.get(name) for name in wanted} == dict.fromkeys(wanted, 200), asked
    assert [each for each in said if "Content Security Policy" in each] == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_and_nothing_overflows(read, open_as, heard, scheme, width):
    context = open_as("neighbour", viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = heard(context.new_page())
    for view in ("page", "both", "text"):
        page.goto(f"{read}?q=technician&view={view}&from=%2Flibrary%3Fq%3Dtechnician")
        if view != "text":
            until(page, DRAWN)
        page.add_script_tag(path=AXE)
        found = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", TAGS)
        assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), view


def test_on_paper_is_the_text_with_its_hits_and_nothing_to_click(read, open_as):
    page = open_as("neighbour").new_page()
    page.goto(f"{read}?q=technician&view=page")
    until(page, DRAWN)
    page.emulate_media(media="print")
    assert page.locator(".tx").is_visible()
    box = page.locator(".tx").bounding_box()
    assert box is not None
    assert box["height"] > 40
    for part in (".rd-bar", ".rd-sheet", ".rd-l", ".rd-f"):
        assert not page.locator(part).is_visible()
    assert page.locator("mark.now").evaluate("each => getComputedStyle(each).borderBottomStyle") == "solid"
