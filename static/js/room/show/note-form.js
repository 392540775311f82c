/** The form of a note: kind, weight, section, guiding question, passage, signature, words. What is typed survives a closed tab. */
import { length } from "../words.js";
import { Quote } from "./quote.js";

const NUMBERS = ["importance", "question"];

export class NoteForm {
  #room;
  #form;
  #send;
  #quote;
  #key = null;
  #draftKey;

  /** @param {(fields: object, key: ?string) => Promise<void>} send with the key of the note that is changed, or null for a new one */
  constructor(room, form, send) {
    this.#room = room;
    this.#form = form;
    this.#send = send;
    this.#quote = new Quote(form.querySelector("[data-note-quote]"));
    this.#draftKey = `infocus:draft:${room.config.person}:note:${room.config.review}`;
    this.#text.value = read(this.#draftKey);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#text.addEventListener("input", () => this.#typed());
    this.#text.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#key) this.#leave();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#submit();
    });
    form.querySelector("[data-note-leave]").addEventListener("click", () => this.#leave());
    this.#typed();
  }

  /** Whether notes are written now. */
  show(shown) {
    this.#form.hidden = !shown;
    const allowed = this.#room.you?.signatures;
    const signed = this.#form.elements.signed;
    if (allowed) for (const option of [...signed.options]) if (!allowed.includes(option.value)) option.remove();
  }

  /** The note is about a passage. */
  quote(passage) {
    if (passage.quote) this.#quote.set(passage);
    else this.#quote.clear();
    if (passage.section && this.#form.elements.section) this.#form.elements.section.value = passage.section;
    this.#text.focus();
  }

  /** Change an own note. */
  change({ key, fields }) {
    this.#fill(fields);
    this.#key = key;
    this.#context(this.#room.say("note_changing"), "note_save");
    this.#text.focus();
  }

  /** What was refused comes back; what stands in the form stays below it. */
  giveBack(fields) {
    const now = this.#text.value;
    this.#fill(fields);
    this.#text.value = [fields.text, now].filter(Boolean).join("\n\n");
    this.#typed();
  }

  get #text() {
    return this.#form.elements.text;
  }

  #fill(fields) {
    for (const name of ["kind", "importance", "section", "question", "signed"]) {
      if (this.#form.elements[name]) this.#form.elements[name].value = fields[name] || (name === "kind" ? "strength" : (this.#form.elements[name].options[0]?.value ?? ""));
    }
    this.#text.value = fields.text;
    if (fields.quote) this.#quote.set({ section: fields.section, title: this.#room.config.sections[fields.section] ?? "", quote: fields.quote });
    else this.#quote.clear();
    this.#typed();
  }

  async #submit() {
    const text = this.#text.value.trim();
    if (!text || length(text) > this.#room.config.limits.note) return;
    const fields = { text };
    for (const name of ["kind", "importance", "section", "question", "signed"]) {
      const value = this.#form.elements[name]?.value;
      if (value) fields[name] = NUMBERS.includes(name) ? Number(value) : value;
    }
    const quote = this.#quote.passage?.quote;
    if (quote) fields.quote = quote;
    const key = this.#key;
    this.#leave();
    await this.#send(fields, key);
    this.#text.focus();
  }

  #leave() {
    this.#key = null;
    this.#text.value = "";
    this.#quote.clear();
    this.#context("", "note_put");
    this.#typed();
  }

  #context(text, button) {
    const box = this.#form.querySelector("[data-note-context]");
    box.hidden = !text;
    box.querySelector("[data-what]").textContent = text || "-";
    this.#form.querySelector("[data-note-send]").textContent = this.#room.say(button);
  }

  #typed() {
    const limit = this.#room.config.limits.note;
    const size = length(this.#text.value);
    const counter = this.#form.querySelector("[data-note-size]");
    counter.textContent = this.#room.say("counter", { size: size.toLocaleString(), limit: limit.toLocaleString() });
    counter.classList.toggle("over", size > limit);
    this.#form.querySelector("[data-note-send]").disabled = !size || size > limit;
    if (!this.#key) keep(this.#draftKey, this.#text.value);
  }
}

function read(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function keep(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // no storage: the words are still in the form
  }
}
