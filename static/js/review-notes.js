/**
 * Written notes before a review. A draft stays on this device; what is sent goes through the room's outbox, so that it survives a closed tab
 * and goes out by itself when there is a connection again. Without this script the form posts as any other.
 */
import { element, on } from "./dom.js";
import { Drafts } from "./form/drafts.js";
import { post, renewToken } from "./http.js";
import { Outbox } from "./room/outbox.js";
import { OwnNotes } from "./room/state/own-notes.js";
import { openStore } from "./room/store.js";

const QUOTE_LIMIT = 300;
const NUMBERS = new Set(["importance", "question"]);

/** What the form says, as the room's `note` event has it: what was not said is left out. */
export function fieldsOf(form) {
  const fields = {};
  for (const name of ["kind", "section", "quote", "text", "importance", "question", "signed"]) {
    const value = String(form.get(name) ?? "").trim();
    if (value && !(NUMBERS.has(name) && value === "0")) fields[name] = NUMBERS.has(name) ? Number(value) : value;
  }
  return fields;
}

/** A quoted passage on one line, cut at the limit by code points. */
export function quoteOf(text) {
  return [...text.replace(/\s+/g, " ").trim()].slice(0, QUOTE_LIMIT).join("");
}

class Page {
  #place;
  #config;
  #form;
  #list;
  #drafts;
  #record;
  #own;
  #outbox;
  #marked = null;

  constructor(place) {
    this.#place = place;
    this.#config = JSON.parse(place.dataset.reviewNotes);
    this.#form = place.querySelector("[data-notes-form]");
    this.#list = document.querySelector("[data-notes-list]");
    this.#drafts = new Drafts(this.#config.person);
    this.#record = `review-notes:${this.#config.review}`;
  }

  async begin() {
    const { person, review, own } = this.#config;
    const store = await openStore();
    this.#own = new OwnNotes(store, person, review);
    this.#outbox = new Outbox({
      store,
      person,
      review,
      send: (event, payload) => this.#post(event, payload),
      hooks: {
        changed: () => this.#draw(),
        acked: (item, answer) => this.#own.named(item.key, answer.id).then(() => this.#draw()),
        refused: (item, error) => this.#takeBack(item, error),
      },
    });
    await this.#own.load();
    await this.#outbox.load();
    await this.#own.told(own, new Set(this.#outbox.items.map(({ key }) => key)));
    this.#place.querySelector("[data-notes-draft]").hidden = false;
    this.#listen();
    this.#connect();
    this.#draw();
  }

  #listen() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(fieldsOf(new FormData(this.#form)));
    });
    on("click", "[data-notes-draft]", () => this.#keep());
    on("click", "[data-note-on]", (event, link) => this.#about(event, link.dataset.noteOn));
    on("click", "[data-draft-do]", (_event, button) => this.#doDraft(button.dataset.draftDo, Number(button.dataset.at)));
    on("click", "[data-withdraw]", (_event, button) => this.#withdraw(button.dataset.withdraw));
    addEventListener("online", () => this.#connect());
    addEventListener("offline", () => this.#connect());
    document.addEventListener("selectionchange", () => this.#mark());
  }

  #connect() {
    if (navigator.onLine) {
      this.#outbox.open(this.#config.person);
      if (this.#state.textContent === this.#config.words.offline) this.#say("online");
    } else {
      this.#outbox.close();
      this.#say("offline");
    }
  }

  get #state() {
    return this.#place.querySelector("[data-notes-state]");
  }

  #say(name) {
    this.#state.textContent = this.#config.words[name] ?? name;
  }

  async #post(event, payload, again = true) {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...payload, event, person: this.#config.person })) data.set(name, value);
    const answer = await post(this.#config.url, data);
    if (answer.status === 400 && again && (await renewToken(this.#config.person))) return this.#post(event, payload, false);
    if (answer.status === 400 || answer.status === 401) {
      this.#say("unsigned");
      return { ok: false, error: { code: "unauthenticated" } };
    }
    if (!answer.ok || !("ok" in answer.body)) throw new Error(`answer ${answer.status}`);
    if (answer.body.error?.code === "unauthenticated") this.#say("unsigned");
    return answer.body;
  }

  async #send(fields) {
    if (!fields.text) return this.#say("empty");
    this.#clear();
    const key = await this.#outbox.add("note", fields);
    await this.#own.keep(key, fields);
    this.#draw();
  }

  async #takeBack(item, error) {
    await this.#own.drop(item.key);
    this.#write([...this.#read(), { at: Date.now(), fields: item.fields }]);
    this.#say(error.message || error.code);
    this.#draw();
  }

  #clear() {
    for (const name of ["text", "quote"]) this.#form.elements[name].value = "";
    this.#form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
    this.#say("");
  }

  #read() {
    return this.#drafts.get(this.#record)?.list ?? [];
  }

  #write(list) {
    if (list.length) this.#drafts.put(this.#record, { at: Date.now(), version: null, fields: {}, list });
    else this.#drafts.drop(this.#record);
  }

  #keep() {
    const fields = fieldsOf(new FormData(this.#form));
    if (!fields.text) return this.#say("empty");
    this.#write([...this.#read(), { at: Date.now(), fields }]);
    this.#clear();
    this.#say("kept");
    this.#draw();
  }

  #doDraft(what, at) {
    const draft = this.#read().find((each) => each.at === at);
    if (!draft) return;
    this.#write(this.#read().filter((each) => each.at !== at));
    if (what === "send") this.#send(draft.fields);
    if (what === "edit") this.#fill(draft.fields);
    this.#draw();
  }

  #fill(fields) {
    for (const name of ["section", "quote", "text", "importance", "question", "signed", "kind"]) {
      const control = this.#form.elements[name];
      if (control) control.value = fields[name] ?? (NUMBERS.has(name) ? "0" : control.value && name === "signed" ? control.value : "");
    }
    this.#form.elements.text.focus();
  }

  async #withdraw(key) {
    try {
      const answer = await this.#post("withdraw", { key });
      if (!answer.ok) return this.#say(answer.error.message || answer.error.code);
      await this.#own.drop(key);
      this.#say("gone");
      this.#draw();
    } catch {
      this.#say("offline");
    }
  }

  #mark() {
    const selection = document.getSelection();
    const from = selection.anchorNode?.parentElement?.closest("[data-section]");
    if (selection.isCollapsed || !from) return;
    this.#marked = { section: from.dataset.section, text: quoteOf(selection.toString()) };
  }

  #about(event, section) {
    event.preventDefault();
    this.#form.elements.section.value = section;
    if (this.#marked?.section === section) this.#form.elements.quote.value = this.#marked.text;
    this.#marked = null;
    const narrow = matchMedia("(max-width: 64rem)").matches;
    if (narrow) this.#place.scrollIntoView();
    this.#form.elements.text.focus({ preventScroll: !narrow });
  }

  #draw() {
    const waiting = new Set(this.#outbox.items.map(({ key }) => key));
    const rows = [
      ...this.#read().map(({ at, fields }) => this.#row(fields, "draft", "warn", ["edit", "send", "drop"].map((what) => this.#button(what, { "data-draft-do": what, "data-at": at })))),
      ...this.#own.list.map(({ key, fields }) =>
        waiting.has(key)
          ? this.#row(fields, "waiting", "warn", [])
          : this.#row(fields, "sent", "ok", key ? [this.#button("withdraw", { "data-withdraw": key })] : []),
      ),
    ];
    this.#list.replaceChildren(...rows);
    document.querySelector("[data-notes-none]").hidden = rows.length > 0;
  }

  #button(word, attributes) {
    return element("button", { class: "lnk", type: "button", ...attributes }, this.#config.words[word]);
  }

  #row(fields, state, look, buttons) {
    const { words } = this.#config;
    const section = fields.section_title || [...this.#form.elements.section.options].find((option) => option.value === fields.section)?.text;
    const facts = [words.kinds[fields.kind], fields.section ? section : "", words.signed[fields.signed]].filter(Boolean);
    const head = element("p", { class: "meta dots" }, ...facts.map((text) => element("span", { dir: "auto" }, text)), element("span", { class: `st ${look}` }, words[state]));
    const quote = fields.quote ? [element("blockquote", { dir: "auto" }, fields.quote)] : [];
    const acts = buttons.length ? [element("p", { class: "meta dots" }, ...buttons)] : [];
    return element("li", {}, head, ...quote, element("p", { dir: "auto" }, fields.text), ...acts);
  }
}

if (globalThis.document) {
  const place = document.querySelector("[data-review-notes]");
  if (place) new Page(place).begin();
}
