/** Recommendations as the log adds up: a later entry with the same id replaces the earlier one. */
export class Advice {
  #all = new Map();

  /** A recommendation was made, changed or withdrawn. */
  apply(entry) {
    this.#all.set(entry.recommendation, { ...entry, maker: this.#all.get(entry.recommendation)?.maker ?? entry.author?.id ?? null });
  }

  /** Those that stand, in their own order. */
  get list() {
    return [...this.#all.values()].filter((each) => !each.withdrawn).sort((a, b) => a.number - b.number);
  }

  /** The recommendation with this id, also a withdrawn one. */
  find(id) {
    return this.#all.get(id);
  }

  /** What an entry became. */
  from(seq) {
    return this.list.filter((each) => each.source === seq);
  }

  /** What counts, for a comparison of two pages. */
  summary() {
    return [...this.#all.values()].map(({ number, text, source = null, withdrawn = false }) => [number, text, source, Boolean(withdrawn)]).sort((a, b) => a[0] - b[0]);
  }
}
