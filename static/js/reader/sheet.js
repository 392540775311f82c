/** The picture of a page: its size, and pdf.js in place of the server's picture where the file is a PDF. */

const SIZES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const KEPT = "infocus.reader.size";
const sheet = document.querySelector("[data-sheet]");
const controls = document.querySelector("[data-zoom]");

/** The size chosen on this screen, as a share of the column's width; 1 where none was. */
function kept() {
  try {
    const size = Number(sessionStorage.getItem(KEPT));
    return SIZES.includes(size) ? size : 1;
  } catch {
    return 1;
  }
}

function keep(size) {
  try {
    sessionStorage.setItem(KEPT, String(size));
  } catch {
    // Storage is switched off: the size then lasts as long as the page.
  }
}

/** Sets the size; a page wider than its column scrolls, by keyboard too. */
function resize(size) {
  const scroll = sheet.querySelector("[data-scroll]");
  sheet.querySelector("[data-paper]").style.width = `${size * 100}%`;
  controls.querySelector("[data-size]").textContent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(size);
  if (size > 1) scroll.tabIndex = 0;
  else scroll.removeAttribute("tabindex");
  for (const button of controls.querySelectorAll("[data-step]")) {
    const next = SIZES[SIZES.indexOf(size) + Number(button.dataset.step)];
    button.setAttribute("aria-disabled", String(next === undefined));
  }
}

function zoom() {
  let size = kept();
  controls.hidden = false;
  resize(size);
  controls.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-step]");
    const next = button && SIZES[SIZES.indexOf(size) + Number(button.dataset.step)];
    if (!next) return;
    size = next;
    keep(size);
    resize(size);
  });
}

/** Draws the page with pdf.js, which only pages of PDFs load; the picture stays where it cannot. */
async function draw() {
  try {
    const { drawn } = await import("./pdf.js");
    await drawn(sheet);
    sheet.dataset.drawn = "page";
  } catch (error) {
    sheet.dataset.drawn = "picture";
    console.warn(`The page is shown as a picture: ${error.message}`);
  }
}

if (sheet) {
  if (controls) zoom();
  if (sheet.dataset.file) draw();
}
