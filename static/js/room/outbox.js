/**
 * What this person has sent and the server has not yet acknowledged. It survives a closed tab, is sent one at a time in
 * the order it was written, under the same key on every try, and never under another account.
 */

/** Refusals that pass by themselves: the same event is sent again later. */
const PASSING = new Set(["rate_limited", "draining", "internal"]);
const LONGEST_WAIT = 15_000;

/** Milliseconds to wait before try number `tries` + 1. */
export function backOff(tries, random = Math.random) {
  return Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(tries, 10)) * (0.75 + random() / 2);
}

export class Outbox {
  #store;
  #person;
  #review;
  #send;
  #hooks;
  #items = [];
  #running = false;
  #open = false;
  #timer = null;
  #after;

  /**
   * @param {object} o
   * @param {{all: Function, put: Function, drop: Function}} o.store where items are kept
   * @param {string} o.person whose outbox this is
   * @param {string} o.review the room
   * @param {(event: string, payload: object) => Promise<object>} o.send resolves with the acknowledgement, rejects when none came
   * @param {{changed?: Function, acked?: Function, refused?: Function, unkept?: Function}} o.hooks told about items
   */
  constructor({ store, person, review, send, hooks = {}, after = (ms, what) => setTimeout(what, ms) }) {
    this.#store = store;
    this.#person = person;
    this.#review = review;
    this.#send = send;
    this.#hooks = hooks;
    this.#after = after;
  }

  /** What waits, oldest first. */
  get items() {
    return [...this.#items];
  }

  /** Read what an earlier page of the same person left behind. */
  async load() {
    const kept = await this.#store.all(this.#person, this.#review);
    const known = new Set(this.#items.map((item) => item.key));
    this.#items = [...kept.filter((item) => !known.has(item.key)), ...this.#items].sort((a, b) => a.at - b.at);
    this.#hooks.changed?.(this.items);
  }

  /** Keep an event, then try to send it. Resolves with its key once it is kept. */
  async add(event, fields) {
    const newest = this.#items.at(-1)?.at ?? 0;
    const item = {
      key: crypto.randomUUID(),
      person: this.#person,
      review: this.#review,
      event,
      fields,
      at: Math.max(Date.now(), newest + 1), // the order of writing, even when the clock is set back
      tries: 0,
    };
    this.#items.push(item);
    this.#hooks.changed?.(this.items);
    await this.#store.put(item).catch(() => this.#hooks.unkept?.(item)); // a full disk must not stop the sending
    this.#pump();
    return item.key;
  }

  /** The line is open and the server knows us as `person`; sends nothing when that is somebody else. */
  open(person) {
    this.#open = person === this.#person;
    this.#pump();
    return this.#open;
  }

  /** The line is gone: keep everything until it is open again. */
  close() {
    this.#open = false;
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** The entry with this key is in the log: it needs no sending, even if its acknowledgement was lost. */
  async settle(key) {
    const item = this.#items.find((one) => one.key === key);
    if (item) await this.#drop(item);
  }

  async #pump() {
    if (this.#running || !this.#open || this.#timer) return;
    this.#running = true;
    try {
      while (this.#open && this.#items.length && !this.#timer) await this.#sendOne(this.#items[0]);
    } finally {
      this.#running = false;
    }
  }

  async #sendOne(item) {
    let answer;
    try {
      answer = await this.#send(item.event, { review: item.review, key: item.key, ...item.fields });
    } catch {
      this.#later(item, backOff(item.tries)); // no answer: it may or may not be stored, so the same key goes again
      return;
    }
    if (answer.ok) {
      await this.#drop(item);
      this.#hooks.acked?.(item, answer);
    } else if (answer.error.code === "unauthenticated") {
      this.close();
    } else if (PASSING.has(answer.error.code)) {
      this.#later(item, Math.max(backOff(item.tries), (answer.error.retry_after ?? 0) * 1000));
    } else {
      await this.#drop(item);
      this.#hooks.refused?.(item, answer.error);
    }
  }

  #later(item, wait) {
    item.tries += 1;
    if (!this.#open) return;
    this.#timer = this.#after(wait, () => {
      this.#timer = null;
      this.#pump();
    });
  }

  async #drop(item) {
    this.#items = this.#items.filter((one) => one.key !== item.key);
    await this.#store.drop(item.key);
    this.#hooks.changed?.(this.items);
  }
}
