/**
 * Drafts this computer keeps: one for each person and record, never shown or sent under another account.
 * A draft is `{ at, version, fields, submitted }`; `fields` holds the texts of each control by name.
 */
const PREFIX = "draft";

export class Drafts {
  static #closed = false;
  #store;
  #person;

  constructor(person, store = globalThis.localStorage) {
    this.#person = person;
    this.#store = store;
  }

  /** From now on this page keeps nothing: its person is signing out, and leaving the page must not write a draft again. */
  static close() {
    Drafts.#closed = true;
  }

  #key(record) {
    return `${PREFIX}:${this.#person}:${record}`;
  }

  /** The draft of a record, or null. */
  get(record) {
    try {
      return JSON.parse(this.#store.getItem(this.#key(record)));
    } catch {
      return null;
    }
  }

  /** Keeps a draft; false when this browser keeps nothing or has no room left. */
  put(record, draft) {
    if (Drafts.#closed) return false;
    try {
      this.#store.setItem(this.#key(record), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  drop(record) {
    try {
      this.#store.removeItem(this.#key(record));
    } catch {
      // Nothing was kept, so nothing has to go.
    }
  }

  /** The records this person has drafts of. */
  records() {
    const mine = this.#key("");
    try {
      return Object.keys(this.#store).filter((key) => key.startsWith(mine)).map((key) => key.slice(mine.length));
    } catch {
      return [];
    }
  }
}
