/** Counts what is typed in code points, as the server does. Nothing is cut off: a text that is too long turns the counter red. */
import { codePoints } from "../words.js";

function count(control) {
  const counter = document.querySelector(`[data-counter="${CSS.escape(control.id)}"]`);
  if (!counter) return;
  const length = codePoints(control.value);
  const limit = Number(control.dataset.limit);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  counter.textContent = `${number.format(length)} / ${number.format(limit)}`;
  counter.classList.toggle("over", length > limit);
}

document.addEventListener("input", (event) => {
  if (event.target.dataset?.limit) count(event.target);
});
for (const control of document.querySelectorAll("[data-limit]")) count(control);
