/** What is new since this reader last looked: the mark before it, the count, and one sentence at a time for screen readers. */
import { el } from "../el.js";

const QUIET = 2_500;
const NEAR = 60;

export class Reading {
  #room;
  #list;
  #scroller;
  #jump = document.querySelector("[data-newest]");
  #voice = document.querySelector("[data-voice]");
  #unread = 0;
  #mark = null;
  #unheard = [];
  #timer = null;

  constructor(room, list, scroller) {
    this.#room = room;
    this.#list = list;
    this.#scroller = scroller;
    this.#jump.addEventListener("click", () => this.#toNewest());
    scroller.addEventListener("scroll", () => this.#seen(), { passive: true });
    document.addEventListener("visibilitychange", () => this.#seen());
  }

  /** The newest entries are drawn: mark where the last visit ended. */
  opened(items) {
    const { read, log } = this.#room;
    const first = read > 0 && read < log.last ? items.find((item) => item.seqs[0] > read) : null;
    if (first?.node) this.#list.insertBefore(this.#divider(), first.node);
    if (!document.hidden) this.#room.read = log.last;
  }

  /** Another entry arrives, before `first` of those that wait to go out. */
  arrived(item, line, first) {
    const mine = line?.entry.author?.id === this.#room.config.person;
    if (mine) return;
    if (document.hidden || !this.#atNewest()) this.#count(item, first);
    else this.#room.read = this.#room.log.last;
    const words = line ? `${(line.entry.speaker ?? line.entry.author)?.name ?? ""}: ${line.text}` : item.said;
    if (words) this.#announce(words);
  }

  #divider() {
    this.#mark?.remove();
    this.#mark = el("li", "ph-div unread", el("span", "", this.#room.say("new")));
    return this.#mark;
  }

  #atNewest() {
    return Math.abs(this.#scroller.scrollTop) < NEAR; // the column is reversed: 0 is its end
  }

  #toNewest() {
    this.#scroller.scrollTop = 0;
    this.#list.lastElementChild?.scrollIntoView({ block: "nearest" });
    this.#seen();
  }

  #count(item, first) {
    if (!this.#unread) this.#list.insertBefore(this.#divider(), first);
    this.#unread += 1;
    this.#title();
  }

  #seen() {
    if (document.hidden || !this.#atNewest()) return;
    this.#room.read = this.#room.log.last;
    if (!this.#unread) return;
    this.#unread = 0;
    this.#mark?.remove();
    this.#title();
  }

  #title() {
    const { say } = this.#room;
    this.#jump.textContent = this.#unread ? say("new_entries", { n: this.#unread }) : say("newest");
    this.#jump.classList.toggle("has-new", this.#unread > 0);
    document.title = document.title.replace(/^\(\d+\) /, "");
    if (this.#unread) document.title = `(${this.#unread}) ${document.title}`;
  }

  /** Something that has no line of its own here is told all the same. */
  tell(text) {
    this.#announce(text);
  }

  /** A burst is counted, not read out. */
  #announce(text) {
    this.#unheard.push(text);
    this.#timer ??= setTimeout(() => {
      this.#voice.textContent = this.#unheard.length === 1 ? this.#unheard[0] : this.#room.say("new_entries", { n: this.#unheard.length });
      this.#unheard = [];
      this.#timer = null;
    }, QUIET);
  }
}
