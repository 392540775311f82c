/** The conversation on the page. The state comes from the whole log; of the lines only the newest are drawn, earlier ones when somebody goes there. */
import { Asides } from "../state/asides.js";
import { soon } from "../core.js";
import { actOn } from "./line-acts.js";
import { EntryView } from "./entry.js";
import { itemOf } from "./items.js";
import { Reading } from "./reading.js";

const FIRST = 120;
const MORE = 200;

export function showTalk(room) {
  room.talk = new Talk(room);
}

class Talk {
  #room;
  #list = document.querySelector("[data-entries]");
  #scroller = document.querySelector(".log");
  #more = document.querySelector("[data-earlier-part]");
  #view;
  #reading;
  #items = [];
  #from = 0;
  #drawn = false;
  asides = new Asides();

  constructor(room) {
    this.#room = room;
    this.#view = new EntryView(room);
    this.#reading = new Reading(room, this.#list, this.#scroller);
    const redraw = soon(() => this.#redraw());
    room.on("entry", (change) => this.#change(change));
    room.on("settled", () => this.#open());
    room.on("clock", (changed) => changed && redraw());
    room.on("joined", redraw);
    room.on("waiting", (items) => this.#waiting(items));
    this.#more.querySelector("button").addEventListener("click", () => this.#earlier(MORE));
    this.#list.addEventListener("click", (event) => actOn(room, event.target.closest("[data-act]")));
    addEventListener("hashchange", () => this.#toHash());
  }

  /** Bring an entry onto the page and go to it; false when the conversation does not have it. */
  show(seq) {
    const at = this.#items.findIndex((item) => item.seqs.includes(seq));
    if (at < 0) return false;
    if (at < this.#from) this.#earlier(this.#from - at + 20);
    document.body.dataset.tab = "talk";
    const node = this.#items[at].node;
    node.scrollIntoView({ block: "center" });
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    return true;
  }

  /** Something said off the record, after what is there now. */
  aside(data) {
    const aside = this.asides.add(data, this.#room.log.last);
    this.#put({ seqs: [], at: aside.at, build: () => this.#view.aside(aside) });
  }

  /** The elements of entries drawn now, by `seq`. */
  node(seq) {
    return this.#items.find((item) => item.seqs.includes(seq))?.node ?? null;
  }

  #change(change) {
    const { kind, line, entry } = change;
    if (kind === "changed" || (kind === "advice" && line)) this.#refresh(line);
    const last = this.#items.at(-1);
    if (kind === "note" && last?.notes) { // notes that appear together are one line here; they stand in their own column
      last.seqs.push(entry.seq);
      if (last.node) this.#replace(last);
      return;
    }
    const item = itemOf(this.#room, this.#view, change);
    if (item) this.#put(item, line);
    else if (this.#drawn) this.#told(change);
  }

  #told({ kind, entry }) {
    const { say } = this.#room;
    if (kind === "advice") this.#reading.tell(say(entry.withdrawn ? "advice_withdrawn" : "advice_entry", { n: entry.number, text: entry.text }));
    if (kind === "floor" && entry.move === "give") this.#reading.tell(say("gave", { name: entry.person.name }));
  }

  #put(item, line = null) {
    const day = this.#view.day(item.at);
    const item_ = { ...item, day };
    this.#items.push(item_);
    if (!this.#drawn) return;
    const before = this.#items.at(-2);
    const first = this.#list.querySelector("[data-key]");
    if (before?.day !== day) this.#list.insertBefore(this.#view.divider(day), first);
    item_.node = item.build();
    this.#reading.arrived(item_, line, first);
    this.#list.insertBefore(item_.node, first);
  }

  #open() {
    this.#drawn = true;
    this.#from = this.#items.length;
    this.#earlier(FIRST);
    this.#reading.opened(this.#items.slice(this.#from));
    this.#toHash();
  }

  /** Draw some entries before those that are drawn; the column is reversed, so nothing moves under the reader. */
  #earlier(count) {
    const to = this.#from;
    this.#from = Math.max(0, to - count);
    const nodes = document.createDocumentFragment();
    let day = this.#items[this.#from - 1]?.day;
    for (const item of this.#items.slice(this.#from, to)) {
      if (item.day !== day) nodes.append(this.#view.divider(item.day));
      day = item.day;
      item.node = item.build();
      nodes.append(item.node);
    }
    this.#list.prepend(nodes);
    this.#more.hidden = this.#from === 0;
  }

  #refresh(line) {
    const item = this.#drawn ? this.#items.findLast((each) => each.line === line) : null;
    if (!item?.node) return;
    if (item.node.matches(":active")) return setTimeout(() => this.#refresh(line), 60); // a button replaced under the finger loses the press
    const focused = item.node.contains(document.activeElement) ? document.activeElement.dataset : null;
    this.#view.refresh(item.node, line);
    if (focused?.act) item.node.querySelector(`[data-act="${focused.act}"]${focused.emoji ? `[data-emoji="${focused.emoji}"]` : ""}`)?.focus();
  }

  #replace(item) {
    const fresh = item.build();
    item.node.replaceWith(fresh);
    item.node = fresh;
  }

  /** Another phase or other rights: the buttons of the drawn lines are others. */
  #redraw() {
    if (!this.#drawn) return;
    for (const item of this.#items.slice(this.#from)) if (item.line && item.line.entry.kind !== "withheld") this.#refresh(item.line);
  }

  #waiting(items) {
    for (const old of this.#list.querySelectorAll("[data-key]")) old.remove();
    const texts = items.filter((item) => item.event === "say" || item.event === "spoken");
    this.#list.append(...texts.map((item) => this.#view.waiting(item)));
  }

  #toHash() {
    const seq = /^#e(\d+)$/.exec(location.hash)?.[1];
    if (seq) this.show(Number(seq));
  }
}
