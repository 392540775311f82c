/** The conversation on the page: lines in order, separators, what is new, and what still waits to go out. */
import { el } from "./entries.js";

const QUIET = 2_500;

export class Timeline {
  #list;
  #scroller;
  #jump;
  #voice;
  #view;
  #say;
  #me;
  #phaseName;
  #conversation;
  #lastDay = null;
  #unread = 0;
  #mark = null;
  #unheard = [];
  #timer = null;
  #settled = false;

  /**
   * @param {object} o `list` (ol), `scroller`, `jump` (button), `voice` (polite live region), `view` (EntryView), `say`, `me`,
   *   `phaseName` (phase → label), `conversation`
   */
  constructor({ list, scroller, jump, voice, view, say, me, phaseName, conversation }) {
    this.#list = list;
    this.#scroller = scroller;
    this.#jump = jump;
    this.#voice = voice;
    this.#view = view;
    this.#say = say;
    this.#me = me;
    this.#phaseName = phaseName;
    this.#conversation = conversation;
    jump.addEventListener("click", () => this.toNewest());
    scroller.addEventListener("scroll", () => this.#atNewest() && this.#read(), { passive: true });
    document.addEventListener("visibilitychange", () => !document.hidden && this.#atNewest() && this.#read());
  }

  /** The first fill is over: from here on entries are news. */
  settled() {
    this.#settled = true;
  }

  /** Show what one entry changed. */
  show({ kind, line, entry }) {
    if (kind === "phase") this.#divider(this.#moved(entry), entry);
    if (kind === "changed") this.#refresh(line);
    if (kind !== "line") return;
    this.#dayBefore(entry);
    const item = this.#view.line(line, this.#conversation.line(entry.reply_to));
    const mine = entry.author?.id === this.#me;
    if (this.#settled && !mine && (document.hidden || !this.#atNewest())) this.#count(item);
    this.#list.insertBefore(item, this.#firstWaiting());
    if (this.#settled && !mine && entry.author) this.#announce(`${(entry.speaker ?? entry.author).name}: ${line.text}`);
  }

  /** Show what still waits in the outbox, after everything else. */
  waiting(items) {
    for (const old of this.#list.querySelectorAll("[data-key]")) old.remove();
    const texts = items.filter((item) => item.event === "say" || item.event === "spoken");
    this.#list.append(...texts.map((item) => this.#view.waiting(item)));
  }

  /** Go to the newest entry. */
  toNewest() {
    this.#scroller.scrollTop = 0; // the column is reversed: 0 is its end
    this.#list.lastElementChild?.scrollIntoView({ block: "nearest" });
    this.#read();
  }

  #firstWaiting() {
    return this.#list.querySelector("[data-key]");
  }

  #dayBefore(entry) {
    const day = this.#view.day(entry);
    if (day !== this.#lastDay) this.#list.insertBefore(this.#view.divider(day), this.#firstWaiting());
    this.#lastDay = day;
  }

  #divider(text, entry) {
    this.#dayBefore(entry);
    this.#list.insertBefore(this.#view.divider(text, entry), this.#firstWaiting());
    if (this.#settled) this.#announce(text);
  }

  /** What a phase entry says. */
  #moved({ move, phase }) {
    const name = phase ? this.#phaseName(phase) : "";
    const sentences = { start: "began", finish: "finished", pause: "paused_at", resume: "resumed", extend: "extended" };
    return move in sentences ? this.#say(sentences[move], { phase: name }) : name;
  }

  #refresh(line) {
    const item = this.#list.querySelector(`#e${line.seq}`);
    if (!item || item.classList.contains("sys")) return;
    const focused = item.contains(document.activeElement) ? document.activeElement.dataset : null;
    this.#view.refresh(item, line, this.#conversation.line(line.entry.reply_to));
    if (focused?.act) item.querySelector(`[data-act="${focused.act}"]${focused.emoji ? `[data-emoji="${focused.emoji}"]` : ""}`)?.focus();
  }

  #atNewest() {
    return Math.abs(this.#scroller.scrollTop) < 60;
  }

  #count(item) {
    if (!this.#unread) {
      this.#mark = el("li", "ph-div unread", el("span", "", this.#say("new")));
      this.#list.insertBefore(this.#mark, this.#firstWaiting());
    }
    this.#unread += 1;
    item.classList.add("is-new");
    this.#tellUnread();
  }

  #read() {
    if (!this.#unread) return;
    this.#unread = 0;
    this.#mark?.remove();
    for (const item of this.#list.querySelectorAll(".is-new")) item.classList.remove("is-new");
    this.#tellUnread();
  }

  #tellUnread() {
    this.#jump.textContent = this.#unread ? this.#say("new_entries", { n: this.#unread }) : this.#say("newest");
    this.#jump.classList.toggle("has-new", this.#unread > 0);
    document.title = document.title.replace(/^\(\d+\) /, "");
    if (this.#unread) document.title = `(${this.#unread}) ${document.title}`;
  }

  /** One sentence at a time for screen readers; a burst is counted, not read out. */
  #announce(text) {
    this.#unheard.push(text);
    this.#timer ??= setTimeout(() => {
      this.#voice.textContent = this.#unheard.length === 1 ? this.#unheard[0] : this.#say("new_entries", { n: this.#unheard.length });
      this.#unheard = [];
      this.#timer = null;
    }, QUIET);
  }
}
