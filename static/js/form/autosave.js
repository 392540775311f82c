/** A form that loses no word: a draft here at every key, the server soon after, and a clear line about both. */
import { person } from "../dom.js";
import { post, renewToken } from "../http.js";
import { clockTime, say } from "../words.js";
import { Drafts } from "./drafts.js";
import { offerDraft } from "./offer.js";
import { StateLine } from "./state.js";
import { differing, labelOf, read, write } from "./values.js";
import { chooseBetween } from "./versus.js";

const PAUSE = 1500;
const RETRY = [3000, 10000, 30000, 60000];
const drafts = new Drafts(person());

class Autosave {
  #form;
  #state;
  #saved;
  #timer;
  #tries = 0;
  #busy = false;
  #signedOut = false;

  constructor(form) {
    this.#form = form;
    this.#state = new StateLine(form);
    this.#saved = read(form);
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", () => this.#keep(true));
    addEventListener("online", () => this.#save());
    addEventListener("focus", () => this.#signedOut && this.#signedInAgain());
    addEventListener("pagehide", () => this.#dirty() && this.#keep());
    offerDraft(form, drafts, (draft) => this.#take(draft));
  }

  get #record() {
    return this.#form.dataset.record;
  }

  #dirty() {
    return differing(this.#saved, read(this.#form)).length > 0;
  }

  #keep(submitted = false) {
    return drafts.put(this.#record, { at: Date.now(), version: this.#form.dataset.version ?? "", fields: read(this.#form), submitted });
  }

  /** A draft begun on an older version is a lost race like any other. */
  async #take(draft) {
    if (!draft.version || draft.version === this.#form.dataset.version) return write(this.#form, draft.fields);
    const theirs = read(this.#form);
    const chosen = await chooseBetween(this.#form, differing(draft.fields, theirs), draft.fields, theirs);
    if (chosen) write(this.#form, chosen);
  }

  #typed() {
    if (this.#keep()) this.#state.show(say("saving"));
    this.#later(PAUSE);
  }

  #later(delay) {
    clearTimeout(this.#timer);
    if (this.#form.dataset.autosave) this.#timer = setTimeout(() => this.#save(), delay);
  }

  async #save() {
    if (this.#busy || !this.#form.dataset.autosave || !this.#dirty()) return;
    this.#busy = true;
    const sent = read(this.#form);
    try {
      this.#answered(await post(this.#form.dataset.autosave, this.#body()), sent);
    } catch {
      this.#state.show(say("notSaved"), "warn");
      this.#later(RETRY[Math.min(this.#tries++, RETRY.length - 1)]);
    } finally {
      this.#busy = false;
    }
  }

  #body() {
    const data = new FormData(this.#form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    data.set("version", this.#form.dataset.version ?? "");
    return data;
  }

  #answered({ ok, status, body }, sent) {
    if (ok) this.#stored(body, sent);
    else if (status === 409 || status === 412) this.#lostRace(body, sent);
    else if (status === 422) this.#state.show(say("invalid", { fields: namesOf(this.#form, body.errors ?? []) }), "bad");
    else if (status === 400 || status === 401) this.#stopped();
    else throw new Error(`autosave answered ${status}`);
  }

  #stopped() {
    this.#signedOut = true;
    this.#state.show(say("signedOut"), "bad");
  }

  async #signedInAgain() {
    if (!(await renewToken(person()).catch(() => false))) return;
    this.#signedOut = false;
    this.#save();
  }

  #stored(body, sent) {
    this.#tries = 0;
    this.#saved = sent;
    this.#setVersion(body.version);
    if (body.autosave) this.#form.dataset.autosave = body.autosave;
    if (body.url) {
      history.replaceState(null, "", body.url);
      this.#form.action = body.url;
    }
    if (this.#dirty()) return this.#later(PAUSE);
    drafts.drop(this.#record);
    this.#state.show(say("saved", { time: clockTime(body.saved_at ? new Date(body.saved_at) : new Date()) }), "ok");
  }

  #setVersion(version) {
    this.#form.dataset.version = version ?? "";
    const kept = this.#form.elements.version;
    if (kept) kept.value = version ?? "";
  }

  async #lostRace(body, sent) {
    const theirs = { ...sent, ...Object.fromEntries(Object.entries(body.fields ?? {}).map(([name, text]) => [name, [text].flat().map(String)])) };
    const chosen = await chooseBetween(this.#form, differing(sent, theirs), sent, theirs);
    if (!chosen) return this.#state.show(say("notSaved"), "warn");
    this.#saved = theirs;
    this.#setVersion(body.version);
    write(this.#form, chosen);
    this.#later(0);
  }
}

const namesOf = (form, errors) => [...new Set(errors.map((error) => labelOf(form, error.field)))].join(", ");

for (const form of document.querySelectorAll("form[data-record]")) new Autosave(form);

for (const done of document.querySelectorAll("[data-draft-done]")) drafts.drop(done.dataset.draftDone);
