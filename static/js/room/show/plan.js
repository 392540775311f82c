/** The plan: one chapter at a time; passages that entries quote are marked, with a pin that leads to them; words can be chosen and written about. */
import { soon } from "../core.js";
import { pin, unmark, wrap } from "./marks.js";
import { passages, plain } from "../state/quotes.js";
import { column } from "./tabs.js";

const BLOCKS = "p, li, td, th, h4, h5, h6, blockquote";

export function showPlan(room) {
  const column_ = room.find("#plan");
  if (column_) new Plan(room, column_);
}

class Plan {
  #room;
  #column;
  #select;
  #pick;
  #chosen = null;

  constructor(room, column_) {
    this.#room = room;
    this.#column = column_;
    this.#select = column_.querySelector("[data-plan-page]");
    this.#pick = column_.querySelector("[data-pick]");
    this.#select?.addEventListener("change", () => this.#chapter(this.#select.value));
    const own = column_.querySelector("[data-to-section]"); // what this person was asked to read comes first
    const first = own && document.getElementById(`s-${own.dataset.toSection}`)?.closest(".plan-t");
    if (this.#select) this.#chapter(first?.id ?? this.#select.value);
    const draw = soon(() => this.#mark());
    room.on("settled", draw);
    room.on("entry", ({ kind, entry, line }) => room.settled && (entry.section || line?.entry.section) && ["line", "note", "changed"].includes(kind) && draw());
    room.on("show", (target) => this.#reveal(target));
    document.addEventListener("selectionchange", () => this.#selected());
    this.#pick.querySelector("button").addEventListener("click", () => this.#write(this.#chosen));
    column_.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("click", (event) => {
      const key = event.target.closest?.("[data-to-section]")?.dataset.toSection;
      if (key) this.#reveal(document.getElementById(`s-${key}`));
    }, { capture: true });
  }

  #chapter(id) {
    for (const article of this.#column.querySelectorAll(".plan-t")) article.hidden = article.id !== id;
    if (this.#select.value !== id) this.#select.value = id;
  }

  /** Somebody goes to a section: its chapter comes to the front. */
  #reveal(target) {
    const article = target?.closest?.(".plan-t");
    if (article) this.#chapter(article.id);
  }

  #click(event) {
    const section = event.target.closest("[data-section]");
    if (section && event.target.closest("[data-quote-section]")) this.#write({ section: section.dataset.section, title: section.dataset.heading, quote: "" });
  }

  #write(passage) {
    if (!passage) return;
    this.#pick.hidden = true;
    getSelection().removeAllRanges();
    column("talk");
    this.#room.emit("quote", passage);
  }

  /** Words of one section were chosen. */
  #selected() {
    const selection = getSelection();
    const inside = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const section = inside && element(inside.startContainer)?.closest("[data-section]");
    const words = section && section.contains(inside.endContainer) ? plain(selection.toString()) : "";
    this.#chosen = words.length > 2 ? { section: section.dataset.section, title: section.dataset.heading, quote: [...words].slice(0, this.#room.config.limits.quote).join("") } : null;
    this.#pick.hidden = !this.#chosen;
  }

  #mark() {
    const about = new Map();
    for (const line of this.#room.conversation.lines) {
      const { section, quote } = line.entry;
      if (!section || line.removed || !line.text) continue;
      const quotes = about.get(section) ?? new Map();
      const key = plain(quote ?? "");
      quotes.set(key, [...(quotes.get(key) ?? []), line.seq]);
      about.set(section, quotes);
    }
    for (const section of this.#column.querySelectorAll("[data-section]")) this.#section(section, about.get(section.dataset.section) ?? new Map());
  }

  #section(section, quotes) {
    const words = section.querySelector("[data-words]");
    unmark(words);
    const open = new Map(quotes);
    for (const block of words.querySelectorAll(BLOCKS)) {
      if (block.querySelector(BLOCKS)) continue;
      for (const { from, to, quote } of passages(block.textContent, open.keys()).reverse()) {
        wrap(block, from, to, pin(this.#room.say, open.get(quote)));
        open.delete(quote);
      }
    }
    const rest = [...open.values()].flat().sort((a, b) => a - b);
    section.querySelector("[data-pins]").replaceChildren(...(rest.length ? [pin(this.#room.say, rest)] : [])); // of the whole section, or of words no longer there
  }
}

function element(node) {
  return node.nodeType === 1 ? node : node.parentElement;
}
