/** Titles that go on from what is typed, in the browser's own list. Works without: the form finds the practice by some words of its title. */
import { element } from "../dom.js";
import { Offers } from "../suggest-offers.js";

const PAUSE = 150;
const LEAST = 2;

for (const input of document.querySelectorAll("input[data-titles]")) {
  const offers = new Offers(input.dataset.titles);
  const said = document.querySelector("[data-titles-said]");
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    offers.drop();
    const typed = input.value.trim();
    if (typed.length < LEAST) return;
    timer = setTimeout(async () => {
      const answer = await offers.of(typed);
      if (!answer || typed !== input.value.trim()) return;
      input.list.replaceChildren(...answer.items.map(({ text, detail }) => element("option", { value: text }, detail)));
      if (said) said.textContent = answer.said;
    }, PAUSE);
  });
}
