/** Search in the room: every entry this page has, from the newest back. */
import { find } from "../state/find.js";

export function showFind(room) {
  const form = room.find("[data-find]");
  const open = room.find("[data-find-open]");
  if (form) new Finder(room, form, open);
}

class Finder {
  #room;
  #form;
  #open;
  #words;
  #count;
  #found = [];
  #at = -1;

  constructor(room, form, open) {
    this.#room = room;
    this.#form = form;
    this.#open = open;
    this.#words = form.querySelector("input");
    this.#count = form.querySelector("[data-find-count]");
    open.addEventListener("click", () => this.#show(form.hidden));
    form.querySelector("[data-find-close]").addEventListener("click", () => this.#show(false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#step(-1);
    });
    form.addEventListener("keydown", (event) => event.key === "Escape" && this.#show(false));
    form.addEventListener("click", (event) => {
      const step = event.target.closest("[data-find-step]")?.dataset.findStep;
      if (step) this.#step(Number(step));
    });
    this.#words.addEventListener("input", () => this.#search());
  }

  #show(shown) {
    this.#form.hidden = !shown;
    this.#open.setAttribute("aria-expanded", String(shown));
    if (shown) this.#words.focus();
    else this.#open.focus();
  }

  #search() {
    this.#found = find(this.#room.conversation.lines, this.#words.value);
    this.#at = this.#found.length;
    this.#tell(0);
  }

  #step(by) {
    if (!this.#found.length) return;
    this.#at = (this.#at + by + this.#found.length) % this.#found.length;
    if (this.#at >= this.#found.length) this.#at = this.#found.length - 1;
    const seq = this.#found[this.#at];
    const focused = document.activeElement;
    this.#room.talk.show(seq);
    focused?.focus({ preventScroll: true }); // so that Enter goes on
    this.#tell(this.#found.length - this.#at);
    for (const old of document.querySelectorAll(".ent.hit-on")) old.classList.remove("hit-on");
    this.#room.talk.node(seq)?.classList.add("hit-on");
  }

  #tell(at) {
    this.#count.textContent = this.#words.value.trim() ? this.#room.say("found", { at, n: this.#found.length }) : "";
  }
}
