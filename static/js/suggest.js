/** Completions under the search box: a combobox with a grouped list, as the ARIA patterns describe it. Works without: the form is sent as it is. */
import { element } from "./dom.js";
import { marked } from "./suggest-mark.js";
import { Offers } from "./suggest-offers.js";

const PAUSE = 120;
const LEAST = 2;
const ORDER = ["search", "word", "record", "person"];

/** One search box with its list. */
class Completions {
  constructor(input) {
    this.input = input;
    this.offers = new Offers(input.dataset.suggest);
    this.list = element("div", { id: `${input.id}-list`, role: "listbox", class: "suggest", "aria-label": input.labels[0]?.textContent ?? "" });
    this.list.hidden = true;
    this.said = element("p", { class: "vh", role: "status" });
    this.options = [];
    this.at = -1;
    input.after(this.list, this.said);
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
    this.offers.drop();
    const typed = this.input.value.trim();
    if (typed.length < LEAST) this.close();
    else if (this.offers.has(typed)) this.load(typed);
    else this.timer = setTimeout(() => this.load(typed), PAUSE);
  }

  async load(typed) {
    const answer = await this.offers.of(typed);
    if (!answer) this.close(); // no connection: completions are a help, not a need
    else if (typed === this.input.value.trim()) this.show(answer, typed);
  }

  /** A newer list comes while somebody moves in the older one: what they stand on stays, where it is offered again. */
  show({ items, sections = {}, said = "" }, typed) {
    const stood = nameOf(this.options[this.at]);
    this.options = [];
    this.list.replaceChildren(...ORDER.map((kind) => this.group(kind, items, sections, typed)).filter(Boolean));
    this.stand(this.options.findIndex((option) => nameOf(option) === stood));
    const open = this.options.length > 0 && document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.said.textContent = said;
  }

  group(kind, items, sections, typed) {
    const own = items.filter((item) => item.kind === kind);
    if (!own.length) return null;
    const name = `${this.list.id}-${kind}`;
    const heading = element("p", { id: name, class: "label", role: "presentation" }, sections[kind] ?? "");
    return element("div", { role: "group", "aria-labelledby": name }, heading, ...own.map((item) => this.option(item, typed)));
  }

  option(item, typed) {
    const attributes = { id: `${this.list.id}-${this.options.length}`, role: "option", "aria-selected": "false", "data-url": item.url, "data-kind": item.kind };
    const mark = item.mark ? [element("span", { class: "city sm", "data-hue": item.hue, "aria-hidden": "true" }, item.mark)] : [];
    const detail = item.detail ? [element("span", { class: "what" }, ...mark, item.detail)] : [];
    const option = element("div", attributes, element("span", { class: "said", dir: "auto" }, ...marked(item.text, typed)), " ", ...detail);
    this.options.push(option);
    return option;
  }

  close() {
    clearTimeout(this.timer);
    this.offers.drop();
    this.list.hidden = true;
    this.stand(-1);
    this.input.setAttribute("aria-expanded", "false");
    this.said.textContent = "";
  }

  stand(at) {
    this.at = at;
    for (const [number, option] of this.options.entries()) option.setAttribute("aria-selected", String(number === at));
    if (at < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", this.options[at].id);
      this.options[at].scrollIntoView({ block: "nearest" });
    }
  }

  key(event) {
    if (this.list.hidden || event.isComposing) return;
    const count = this.options.length;
    if (event.key === "ArrowDown") this.stand(this.at + 1 < count ? this.at + 1 : -1);
    else if (event.key === "ArrowUp") this.stand(this.at < 0 ? count - 1 : this.at - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.at >= 0) this.take(this.options[this.at]);
    else return;
    event.preventDefault();
  }

  choose(event) {
    event.preventDefault(); // the box keeps the focus, whatever of the list is pressed
    const option = event.target.closest("[role=option]");
    if (option && event.button === 0) this.take(option);
  }

  /** A word is searched for as if it had been typed; everything else has a page to open. */
  take(option) {
    const words = option.querySelector(".said").textContent;
    this.close();
    if (option.dataset.kind !== "word") {
      location.assign(option.dataset.url);
      return;
    }
    this.input.value = words;
    this.input.form.requestSubmit();
  }
}

function nameOf(option) {
  return option && `${option.dataset.kind} ${option.querySelector(".said").textContent}`;
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Completions(input);
