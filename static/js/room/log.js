/**
 * The log as it reaches this page: delivered in the order of `seq`, each entry once, and aware of what is missing.
 *
 * Pushes can be lost, doubled or overtaken; `seq` starts at 1 and has no gaps, so the log knows by itself.
 */
export class Log {
  #delivered = 0;
  #told = 0;
  #early = new Map();
  #deliver;

  /** @param {(entry: object) => void} deliver called once for each entry, in order */
  constructor(deliver) {
    this.#deliver = deliver;
  }

  /** The `seq` up to which everything has been delivered. */
  get last() {
    return this.#delivered;
  }

  /** How many entries the server has that were not delivered yet. */
  get missing() {
    return Math.max(0, this.#told - this.#delivered);
  }

  /** Take entries in any order; returns how many were delivered by that. */
  take(...entries) {
    const before = this.#delivered;
    for (const entry of entries) {
      this.hear(entry.seq);
      if (entry.seq > this.#delivered) this.#early.set(entry.seq, entry);
    }
    while (this.#early.has(this.#delivered + 1)) {
      const entry = this.#early.get(this.#delivered + 1);
      this.#early.delete(entry.seq);
      this.#delivered = entry.seq;
      this.#deliver(entry);
    }
    return this.#delivered - before;
  }

  /** The server says that its newest entry is `seq`. */
  hear(seq) {
    if (Number.isInteger(seq) && seq > this.#told) this.#told = seq;
  }
}
