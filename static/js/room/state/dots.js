/** One's own three dots: where they lie, and how many are left. The server knows them too; these are what the page shows meanwhile. */
export class OwnDots {
  #all;
  #dots = new Map();

  constructor(all) {
    this.#all = all;
  }

  /** As the server says: target → dots. */
  reset(dots = {}) {
    this.#dots = new Map(Object.entries(dots).map(([target, count]) => [Number(target), count]));
  }

  /** Notes were put together or let go: dots on them lie on the cluster, those of a dissolved one are back. */
  moved({ seq, cluster = seq, title = "", notes = [] }) {
    if (!title && !notes.length) this.#dots.delete(cluster);
    for (const note of notes) {
      this.#dots.set(cluster, this.on(cluster) + this.on(note));
      this.#dots.delete(note);
    }
  }

  /** How many lie on a target. */
  on(target) {
    return this.#dots.get(target) ?? 0;
  }

  /** How many are still to be given. */
  get left() {
    return this.#all - [...this.#dots.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Put one more (+1) or take one back (-1): how many are to lie there now, or null when that cannot be. */
  change(target, by) {
    const next = this.on(target) + by;
    if (next < 0 || by > this.left) return null;
    this.#dots.set(target, next);
    return next;
  }
}
