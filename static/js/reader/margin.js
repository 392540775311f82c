/** Comments stand beside their passages; keys go from one to the next; the one in the address is in focus. */

const FIELDS = "input, textarea, select, [contenteditable]";
const GAP = 12;
const margin = document.querySelector("[data-margin]");

/** Where the passage of a note begins: its words in the text, else those lit in the picture. */
function passage(id) {
  const marks = [...document.querySelectorAll(`[data-of~="${id}"]`), ...document.querySelectorAll(`[data-lit="${id}"] rect`)];
  return marks.find((each) => each.getClientRects().length && !each.closest(".rd-unseen"));
}

/** Puts every note beside its passage where there is room beside the text, below the one before it. */
function settle() {
  const notes = [...margin.querySelectorAll("[data-compose]:not([hidden]), [data-note]")];
  for (const note of notes) note.style.marginBlockStart = "";
  if (getComputedStyle(margin).getPropertyValue("--beside").trim() !== "1") return;
  for (const note of notes) {
    const wanted = note.dataset.top ? Number(note.dataset.top) - scrollY : passage(note.dataset.note ?? "")?.getBoundingClientRect().top;
    const lack = wanted === undefined ? 0 : wanted - note.getBoundingClientRect().top;
    if (lack > GAP) note.style.marginBlockStart = `${lack}px`;
  }
}

/** The words of a note are set off while one is at it. */
function setOff(event) {
  const note = event.target.closest?.("[data-note]");
  for (const each of document.querySelectorAll(".at")) each.classList.remove("at");
  if (note) for (const each of document.querySelectorAll(`[data-of~="${note.dataset.note}"], [data-lit="${note.dataset.note}"]`)) each.classList.add("at");
}

function focus() {
  const on = margin.querySelector("[data-focus]");
  const comment = on && (document.getElementById(`c-${on.dataset.focus}`) ?? on);
  if (!comment || document.querySelector("[data-compose]:not([hidden])")) return;
  comment.focus({ preventScroll: true });
  comment.scrollIntoView({ block: "center" });
}

function begin() {
  settle();
  focus();
}

if (margin) {
  const watch = new ResizeObserver(settle);
  for (const each of document.querySelectorAll(".rd-page .tx, .rd-page [data-paper]")) watch.observe(each);
  margin.addEventListener("toggle", settle, true);
  document.addEventListener("margin:changed", settle);
  margin.addEventListener("pointerover", setOff);
  margin.addEventListener("focusin", setOff);
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest?.(FIELDS)) return;
  if (event.key !== "PageDown" && event.key !== "PageUp") return;
  event.preventDefault();
  document.querySelector(`.rd-bar [data-key="${event.key}"]`)?.click();
});
