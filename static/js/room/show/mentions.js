/** Names after an @: people of the table to choose from, with the arrow keys or by pointing. */
import { el, mark } from "../el.js";
import { complete, offers, typed } from "../state/mentions.js";

export function showMentions(room) {
  const list = room.find("[data-mentions]");
  const text = list && list.parentElement.querySelector("textarea");
  if (text) new Mentions(room, text, list);
}

class Mentions {
  #room;
  #text;
  #list;
  #at = 0;
  #found = [];

  constructor(room, text, list) {
    this.#room = room;
    this.#text = text;
    this.#list = list;
    text.setAttribute("aria-controls", list.id);
    text.addEventListener("input", () => this.#offer());
    text.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    text.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
    list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the box keeps the focus
      const item = event.target.closest("[role=option]");
      if (item) this.#take(Number(item.dataset.n));
    });
  }

  #offer() {
    const begun = typed(this.#text.value, this.#text.selectionStart);
    this.#found = begun === null ? [] : offers(this.#room.config.table, begun);
    if (begun && this.#found.some(({ name }) => name === begun.trim())) this.#found = [];
    if (!this.#found.length) return this.#close();
    const opened = this.#list.hidden;
    this.#at = 0;
    this.#draw();
    if (opened) this.#room.find("[data-voice]").textContent = this.#room.say("mentions_offered");
  }

  #draw() {
    const items = this.#found.map((person, i) => {
      const item = el("li", i === this.#at ? "on" : "", mark(person.partner, "sm"), el("span", "", person.name), el("span", "meta", person.partner?.label ?? ""));
      item.id = `mention-${i}`;
      item.dataset.n = String(i);
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(i === this.#at));
      return item;
    });
    this.#list.replaceChildren(...items);
    this.#list.hidden = false;
    this.#text.setAttribute("aria-activedescendant", `mention-${this.#at}`);
  }

  #key(event) {
    if (this.#list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#at = (this.#at + step + this.#found.length) % this.#found.length;
      this.#draw();
    } else if (event.key === "Enter" || event.key === "Tab") this.#take(this.#at);
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #take(at) {
    const [value, cursor] = complete(this.#text.value, this.#text.selectionStart, this.#found[at].name);
    this.#text.value = value;
    this.#text.setSelectionRange(cursor, cursor);
    this.#close();
    this.#text.dispatchEvent(new Event("input", { bubbles: true }));
    this.#close();
  }

  #close() {
    this.#list.hidden = true;
    this.#text.removeAttribute("aria-activedescendant");
  }
}
