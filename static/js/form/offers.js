/** What the server offers for the words typed so far, in the field's own list; without scripts the sent words are looked up. */
import { element } from "../dom.js";

const PAUSE = 250;

for (const field of document.querySelectorAll("[data-offers]")) attach(field);

function attach(field) {
  let timer;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => offer(field, ++asked, () => asked), PAUSE);
  });
}

async function offer(field, turn, now) {
  const words = field.value.trim();
  if (words.length < 2) return field.list.replaceChildren();
  const answer = await fetch(`${field.dataset.offers}?${new URLSearchParams({ q: words })}`, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok || turn !== now()) return;
  const { found } = await answer.json();
  field.list.replaceChildren(...found.map((each) => element("option", { value: each.title, label: each.kind })));
}
