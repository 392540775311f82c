/** Words are marked, a small button comes, and the form for a comment opens beside them. */
import { length, marked } from "./selecting.js";

const SETTLE = 150;
const form = document.querySelector("[data-compose]");
const offer = document.querySelector("[data-selected]");
const button = offer?.querySelector("button");
let found = null;
let timer = 0;

/** Shows the button below what is marked, or says that it is too much. */
function look() {
  const now = marked();
  if (now || !offer.contains(document.activeElement)) found = now;
  offer.hidden = !found;
  if (!found) return;
  const count = length(found.quote.trim());
  const most = Number(offer.dataset.most);
  const words = offer.querySelector("p");
  button.hidden = count > most;
  words.textContent = count > most ? offer.dataset.long.replace("{length}", count).replace("{most}", most) : "";
  const boxes = found.range.getClientRects();
  const box = boxes[boxes.length - 1] ?? found.range.getBoundingClientRect();
  const base = offer.offsetParent.getBoundingClientRect();
  const right = Math.max(0, base.width - offer.offsetWidth);
  offer.style.insetBlockStart = `${box.bottom - base.top + 8}px`;
  offer.style.insetInlineStart = `${Math.min(Math.max(0, box.left - base.left), right)}px`;
}

/** Keeps the words lit while the comment is written: the field takes the selection away. */
function light(range) {
  if (!CSS.highlights) return;
  if (range) CSS.highlights.set("composing", new Highlight(range));
  else CSS.highlights.delete("composing");
}

function open() {
  const { range, quote, prefix, suffix, start } = found;
  const fields = form.elements;
  Object.assign(fields.quote, { value: quote });
  Object.assign(fields.prefix, { value: prefix });
  Object.assign(fields.suffix, { value: suffix });
  Object.assign(fields.start, { value: start });
  const shown = quote.trim().replace(/\s+/g, " ");
  form.querySelector("[data-quote]").textContent = length(shown) > 240 ? `${[...shown].slice(0, 239).join("")}…` : shown;
  form.querySelector(".hint:not([id])")?.remove();
  form.dataset.top = String(range.getBoundingClientRect().top + scrollY);
  form.hidden = false;
  light(range.cloneRange());
  offer.hidden = true;
  document.dispatchEvent(new CustomEvent("margin:changed"));
  fields.text.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

function close() {
  form.hidden = true;
  delete form.dataset.top;
  light(null);
  document.dispatchEvent(new CustomEvent("margin:changed"));
}

if (form && offer) {
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE);
  });
  // The button must not take away what it is about.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", open);
  form.querySelector("[data-cancel]").addEventListener("click", (event) => {
    // What the server opened is left by the link.
    if (!form.dataset.top) return;
    event.preventDefault();
    close();
  });
  if (!form.hidden) form.elements.text.focus();
}
