/** Completions under the search box: a combobox with a list, as the ARIA patterns describe it. Works without: the form is sent as it is. */
import { element } from "./dom.js";

const PAUSE = 150;
const LEAST = 2;

/** One search box with its list. */
class Completions {
  constructor(input) {
    this.input = input;
    this.list = element("ul", { id: `${input.id}-list`, role: "listbox", class: "suggest", "aria-label": input.labels[0]?.textContent ?? "" });
    this.list.hidden = true;
    input.after(this.list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.choose(event));
  }

  ask() {
    clearTimeout(this.timer);
    this.request?.abort();
    const typed = this.input.value.trim();
    if (typed.length < LEAST) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.load(typed), PAUSE);
  }

  async load(typed) {
    this.request = new AbortController();
    const address = new URL(this.input.dataset.suggest, location.href);
    address.searchParams.set("q", typed);
    try {
      const response = await fetch(address, { credentials: "same-origin", signal: this.request.signal, headers: { Accept: "application/json" } });
      if (response.ok) this.show((await response.json()).items);
    } catch {
      this.close(); // typed on, or no connection: completions are a help, not a need
    }
  }

  show(items) {
    this.list.replaceChildren(
      ...items.map((text, number) => element("li", { id: `${this.list.id}-${number}`, role: "option", "aria-selected": "false", dir: "auto" }, text)),
    );
    this.stand(-1);
    this.list.hidden = !items.length || document.activeElement !== this.input;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.stand(-1);
    this.input.setAttribute("aria-expanded", "false");
  }

  stand(at) {
    this.at = at;
    for (const [number, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(number === at));
    if (at < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", this.list.children[at].id);
  }

  key(event) {
    if (this.list.hidden) return;
    const count = this.list.children.length;
    if (event.key === "ArrowDown") this.stand(this.at + 1 < count ? this.at + 1 : -1);
    else if (event.key === "ArrowUp") this.stand(this.at < 0 ? count - 1 : this.at - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.at >= 0) this.take(this.list.children[this.at]);
    else return;
    event.preventDefault();
  }

  choose(event) {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    this.take(option);
  }

  take(option) {
    this.input.value = option.textContent;
    this.close();
    this.input.form.requestSubmit();
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Completions(input);
