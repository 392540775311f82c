/** A form that loses no word: a draft here at every key, the server soon after, and a clear line about both. */
import { element, person } from "../dom.js";
import { post, renewToken } from "../http.js";
import { clockTime, say } from "../words.js";
import { Drafts } from "./drafts.js";
import { offerDraft } from "./offer.js";
import { StateLine } from "./state.js";
import { differing, labelOf, read, write } from "./values.js";
import { addRows } from "./rows.js";
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
  #put = "";
  #asking = false;
  #said = "";

  constructor(form) {
    this.#form = form;
    this.#state = new StateLine(form);
    this.#saved = read(form);
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", () => this.#keep(true));
    form.addEventListener("newer", () => this.#save(true));
    addEventListener("online", () => this.#save());
    addEventListener("focus", () => this.#signedOut && this.#signedInAgain());
    addEventListener("pagehide", () => this.#dirty() && this.#keep());
    // A form that puts two texts side by side holds the draft already, and saves by its button alone.
    if (!("deciding" in form.dataset)) offerDraft(form, drafts, (draft) => this.#take(draft));
  }

  get #record() {
    return this.#form.dataset.record;
  }

  #dirty() {
    return differing(this.#saved, read(this.#form)).length > 0;
  }

  #keep(submitted = false) {
    return drafts.put(this.#record, { at: Date.now(), version: this.#form.dataset.version ?? "", base: this.#form.elements.base?.value, fields: read(this.#form), submitted });
  }

  /** A draft begun on an older version is a lost race like any other; where the form says what it began from, the server joins both. */
  async #take(draft) {
    addRows(this.#form, Object.keys(draft.fields));
    if (!draft.version || draft.version === this.#form.dataset.version) return write(this.#form, draft.fields);
    if (draft.base && this.#form.elements.base) {
      this.#begunOn(draft);
      return write(this.#form, draft.fields);
    }
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

  /** `anyway`: somebody else saved, so there is something to fetch also where nothing was typed. */
  async #save(anyway = false) {
    if (this.#busy || !this.#form.dataset.autosave) return;
    if (!anyway && !this.#dirty()) return this.#nothingNew();
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

  /** What was typed was taken back: it is stored as it was said last. */
  #nothingNew() {
    if (this.#said && !this.#put) this.#state.show(this.#said, "ok");
  }

  #body() {
    const data = new FormData(this.#form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    data.set("version", this.#form.dataset.version ?? "");
    return data;
  }

  #answered({ ok, status, body }, sent) {
    if (ok) this.#stored(body, sent);
    else if (body.base && status === 409) this.#open(body, sent);
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
    this.#standsOn(body, this.#joined(body, sent));
    if (body.autosave) this.#form.dataset.autosave = body.autosave;
    if (body.url) {
      history.replaceState(null, "", body.url);
      this.#form.action = body.url;
    }
    if (this.#dirty()) return this.#later(PAUSE);
    drafts.drop(this.#record);
    this.#said = say("saved", { time: clockTime(body.saved_at ? new Date(body.saved_at) : new Date()) });
    this.#state.show(this.#said, "ok");
  }

  /** What others changed comes into the form, but for what is being changed here at this moment: its keys come back. */
  #joined({ merged = {}, by, changed }, sent) {
    const names = Object.keys(merged);
    const typing = new Set(differing(sent, read(this.#form)).filter((name) => names.includes(name)).map(keyOf));
    const free = names.filter((name) => !typing.has(keyOf(name)));
    if (free.length > 0) {
      addRows(this.#form, free);
      write(this.#form, pick(merged, free));
      tell(this.#form, say("merged", { who: by, fields: changed }));
    }
    this.#saved = { ...sent, ...pick(read(this.#form), free) };
    return typing;
  }

  /** The form stands on what is stored now, but for the fields with these keys: there both texts are still to be joined, and the version stays old. */
  #standsOn(body, keys) {
    const field = this.#form.elements.base;
    if (keys.size === 0) return this.#begunOn(body);
    if (!field?.value) return;
    const [old, now] = [JSON.parse(field.value), JSON.parse(body.base)];
    for (const key of keys.has("latitude") ? [...keys, "longitude"] : keys) now[key] = old[key];
    field.value = JSON.stringify({ ...now, at: old.at });
  }

  #begunOn({ version, base }) {
    this.#form.dataset.version = version ?? "";
    const { version: kept, base: text } = this.#form.elements;
    if (kept) kept.value = version ?? "";
    if (text && base) text.value = base;
  }

  /** Both changed a field in two ways: all else is stored. Asked once, then said in the line until it is decided. */
  async #open(body, sent) {
    const theirs = body.fields;
    const names = Object.keys(theirs);
    const labels = [...new Set(names.map((name) => labelOf(this.#form, name)))].join(", ");
    const put = JSON.stringify(theirs);
    const typing = this.#joined(body, sent);
    this.#tries = 0;
    this.#standsOn(body, new Set([...typing, ...names.map(keyOf)]));
    this.#state.show(say("undecided", { fields: labels }), "warn");
    if (put === this.#put || this.#asking) return;
    [this.#put, this.#asking] = [put, true];
    addRows(this.#form, names);
    const mine = read(this.#form);
    const chosen = await chooseBetween(this.#form, differing(pick(mine, names), theirs), mine, theirs);
    this.#asking = false;
    if (!chosen) return;
    this.#put = "";
    this.#standsOn(body, typing);
    write(this.#form, { ...theirs, ...chosen });
    this.#saved = {};
    this.#later(0);
  }

  async #lostRace(body, sent) {
    const theirs = { ...sent, ...Object.fromEntries(Object.entries(body.fields ?? {}).map(([name, text]) => [name, [text].flat().map(String)])) };
    const chosen = await chooseBetween(this.#form, differing(sent, theirs), sent, theirs);
    if (!chosen) return this.#state.show(say("notSaved"), "warn");
    this.#saved = theirs;
    this.#begunOn(body);
    write(this.#form, chosen);
    this.#later(0);
  }
}

/** Where the base of a form keeps a field: rows under their table, and some fields together. */
function keyOf(name) {
  if (name === "longitude") return "latitude";
  return name.startsWith("criterion_") ? "criteria" : name.startsWith("level_") ? "section_visibility" : name.split("-")[0];
}

const pick = (fields, names) => Object.fromEntries(names.map((name) => [name, fields[name] ?? []]));

/** A line above the form that stays until the next one. */
function tell(form, text) {
  form.querySelector("[data-merged]")?.remove();
  form.prepend(element("div", { class: "notice", role: "status", "data-merged": true }, element("div", {}, element("p", {}, text))));
}

const namesOf = (form, errors) => [...new Set(errors.map((error) => labelOf(form, error.field)))].join(", ");

for (const form of document.querySelectorAll("form[data-record]")) new Autosave(form);

for (const done of document.querySelectorAll("[data-draft-done]")) drafts.drop(done.dataset.draftDone);
