/** A comment whose passage is gone gets the words somebody marks. Without a script nothing can be marked, so nothing is offered. */
import { length, marked } from "./selecting.js";

const SETTLE = 150;
const SHOWN = 120;
const forms = [...document.querySelectorAll("[data-place]")];
const most = Number(document.querySelector("[data-selected]")?.dataset.most ?? 2000);
let found = null;
let timer = 0;

/** Keeps what was marked last, also when the focus goes to the button, and shows it in every note that can be placed. */
function look() {
  const now = marked();
  if (!now) return;
  found = now;
  const words = now.quote.trim().replace(/\s+/g, " ");
  const signs = [...words];
  const shown = signs.length > SHOWN ? `${signs.slice(0, SHOWN - 1).join("")}…` : words;
  for (const form of forms) {
    const said = form.querySelector("[role=status]");
    said.textContent = length(words) > most ? said.dataset.long.replace("{most}", most) : `“${shown}”`;
    form.classList.toggle("ready", length(words) <= most);
  }
}

function send(event) {
  const form = event.currentTarget;
  if (!found) {
    event.preventDefault();
    const said = form.querySelector("[role=status]");
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = said.dataset.none)); // said again, also to who hears the page
    return;
  }
  for (const name of ["quote", "prefix", "suffix", "start"]) form.elements[name].value = found[name];
}

for (const form of forms) {
  form.hidden = false;
  form.querySelector("button").addEventListener("pointerdown", (event) => event.preventDefault());
  form.addEventListener("submit", send);
}
if (forms.length) {
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE);
  });
  document.dispatchEvent(new CustomEvent("margin:changed"));
}
