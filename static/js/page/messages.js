/** What the last action had to say, carried over to the page that is opened next by a script. */
import { element } from "../dom.js";

const KEY = "messages";

/** Keeps the messages of a page that was fetched and will be opened again. */
export function carry(page) {
  const said = [...page.querySelectorAll("[data-messages] .notice")].map((notice) => [notice.className, notice.textContent.trim()]);
  sessionStorage.setItem(KEY, JSON.stringify(said));
}

const box = document.querySelector("[data-messages]");
for (const [look, text] of JSON.parse(sessionStorage.getItem(KEY) ?? "[]")) {
  if (!box || box.textContent.includes(text)) continue;
  box.append(element("div", { class: look }, element("span"), element("p", { class: "said" }, text)));
}
sessionStorage.removeItem(KEY);
