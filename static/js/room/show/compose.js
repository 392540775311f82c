/** Writing: the draft is kept at every key, the counter counts as the server does, and what was refused comes back as a draft. */
import { length } from "../words.js";

const TYPING_EVERY = 3_000;

export class Composer {
  #form;
  #text;
  #counter;
  #context;
  #why;
  #speaker;
  #remark;
  #send;
  #say;
  #limit;
  #hooks;
  #draftKey;
  #mode = { kind: "say" };
  #put = "";
  #typedAt = 0;
  #allowed = { say: true, why: "" };

  /**
   * @param {object} o `form`, `say`, `limit` (code points), `draftKey`, `hooks`: `send(event, fields)`, `typing(on)`, `extra()` (fields that go
   *   with a message), `sent()`
   */
  constructor({ form, say, limit, draftKey, hooks }) {
    this.#form = form;
    this.#text = form.querySelector("textarea");
    this.#counter = form.querySelector("[data-size]");
    this.#context = form.querySelector("[data-context]");
    this.#why = form.querySelector("[data-why]");
    this.#speaker = form.querySelector("[data-speaker]");
    this.#remark = form.querySelector("[data-remark]");
    this.#send = form.querySelector("[type=submit]");
    this.#say = say;
    this.#limit = limit;
    this.#hooks = hooks;
    this.#draftKey = draftKey;
    this.#text.value = kept(draftKey);
    this.#listen();
    this.refresh();
  }

  /** Answer a line. */
  reply(line, name) {
    this.#leave();
    this.#enter({ kind: "say", reply_to: line.seq }, this.#say("replying_to", { name, seq: line.seq }));
  }

  /** Change a line; the draft is put aside meanwhile. */
  edit(line) {
    this.#leave();
    this.#put = this.#text.value;
    this.#text.value = line.text;
    this.#enter({ kind: "edit", target: line.seq }, this.#say("editing", { seq: line.seq }));
  }

  /** A refused text comes back: before what is in the box now, so that neither is lost. */
  giveBack(text) {
    this.#text.value = [text, this.#text.value].filter(Boolean).join("\n\n");
    this.#keep();
    this.refresh();
  }

  /** What this person may do now; `ask` is what the box says while it is empty, `why` explains to those who may not write. */
  allow({ say, spoken, why, ask, off }) {
    this.#allowed = { say, spoken, why, off };
    this.#text.placeholder = ask;
    this.#form.classList.toggle("off", off);
    this.#speaker.closest("[data-spoken]").hidden = !spoken || off;
    if (!spoken || off) this.#speaker.value = "";
    this.refresh();
  }

  /** Whether words stand in the box. */
  get holdsWords() {
    return Boolean(this.#text.value);
  }

  /** To the box. */
  focus() {
    this.#text.focus();
  }

  #listen() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    this.#text.addEventListener("input", () => this.#input());
    this.#speaker.addEventListener("change", () => this.refresh());
    this.#context.addEventListener("click", (event) => event.target.closest("button") && this.#leave());
  }

  #key(event) {
    if (event.defaultPrevented) return; // a name was chosen
    if (event.key === "Escape" && !this.#context.hidden) return this.#leave();
    if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return;
    const onPhone = matchMedia("(pointer: coarse)").matches;
    if (onPhone && !event.ctrlKey && !event.metaKey) return; // there Enter is the only way to a new line
    event.preventDefault();
    this.#submit();
  }

  #input() {
    this.#keep();
    this.refresh();
    const now = Date.now();
    if (this.#text.value && !this.#allowed.off && now - this.#typedAt > TYPING_EVERY) {
      this.#typedAt = now;
      this.#hooks.typing(true);
    }
  }

  async #submit() {
    const text = this.#text.value.trim();
    if ((!text && !this.#carries()) || !this.#may() || length(text) > this.#limit) return;
    const { kind, ...fields } = this.#mode;
    if (kind !== "edit" && this.#allowed.off) {
      if (!(await this.#hooks.aside(text))) return; // kept nowhere, so it stays in the box until it was said
    } else if (this.#speaker.value) this.#hooks.send("spoken", { speaker: this.#speaker.value, text, note: this.#remark.value || null });
    else this.#hooks.send(kind, { ...fields, text, ...(kind === "say" && this.#hooks.extra()) });
    if (kind === "say") this.#hooks.sent();
    this.#text.value = kind === "edit" ? this.#put : "";
    this.#put = "";
    this.#mode = { kind: "say" };
    this.#context.hidden = true;
    this.#typedAt = 0;
    this.#hooks.typing(false);
    this.#keep();
    this.refresh();
    this.#text.focus();
  }

  #may() {
    if (this.#mode.kind === "edit") return true; // the server decides by the line's age and phase
    return this.#speaker.value ? this.#allowed.spoken : this.#allowed.say;
  }

  /** Whether a file goes out: then words are not needed. */
  #carries() {
    return this.#mode.kind === "say" && !this.#speaker.value && !this.#allowed.off && Boolean(this.#hooks.extra().file);
  }

  #enter(mode, text) {
    this.#mode = mode;
    this.#context.hidden = false;
    this.#context.querySelector("[data-what]").textContent = text;
    this.refresh();
    this.#text.focus();
  }

  #leave() {
    if (this.#mode.kind === "edit") this.#text.value = this.#put;
    this.#put = "";
    this.#mode = { kind: "say" };
    this.#context.hidden = true;
    this.refresh();
  }

  /** Something beside the words changed: what may be sent is another now. */
  refresh() {
    this.#remark.hidden = !this.#speaker.value;
    const size = length(this.#text.value);
    const over = size > this.#limit;
    this.#counter.textContent = this.#say("counter", { size: size.toLocaleString(), limit: this.#limit.toLocaleString() });
    this.#counter.classList.toggle("over", over);
    this.#text.setAttribute("aria-invalid", String(over));
    this.#send.disabled = over || (!size && !this.#carries()) || !this.#may();
    this.#why.textContent = this.#may() ? "" : this.#allowed.why;
    this.#why.hidden = this.#may();
  }

  #keep() {
    if (this.#mode.kind === "edit" || this.#allowed.off) return; // the draft put aside is the one kept; off the record nothing is
    try {
      if (this.#text.value) localStorage.setItem(this.#draftKey, this.#text.value);
      else localStorage.removeItem(this.#draftKey);
    } catch {
      // a browser without storage: the text is still in the box
    }
  }
}

function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
