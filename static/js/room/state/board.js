/** Notes, their clusters and the dots on both, as the log's entries add up. A note is in the cluster that named it last. */
export class Board {
  #notes = new Map();
  #clusters = new Map();
  #dots = new Map();

  /** A note appeared. */
  note(entry) {
    this.#notes.set(entry.seq, { seq: entry.seq, entry, cluster: null });
  }

  /** Notes were put together, renamed, rearranged, or (without title and notes) let go. */
  cluster({ seq, cluster = seq, title = "", notes = [] }) {
    for (const note of this.#notes.values()) if (note.cluster === cluster) note.cluster = null;
    if (!title && !notes.length) {
      this.#dots.delete(cluster);
      this.#clusters.delete(cluster);
      return;
    }
    this.#clusters.set(cluster, { seq: cluster, title });
    for (const each of notes.filter((note) => this.#notes.has(note))) {
      this.#notes.get(each).cluster = cluster;
      this.#dots.set(cluster, this.dots(cluster) + this.dots(each)); // dots on a note lie on its cluster from then on
      this.#dots.delete(each);
    }
  }

  /** Somebody put dots on a cluster or a single note, or took some back. */
  vote({ target, change }) {
    this.#dots.set(target, this.dots(target) + change);
  }

  /** How many dots lie on a target. */
  dots(target) {
    return this.#dots.get(target) ?? 0;
  }

  /** The note of this `seq`, or undefined. */
  find(seq) {
    return this.#notes.get(seq);
  }

  /** All notes, in the order of the log. */
  get notes() {
    return [...this.#notes.values()];
  }

  /** Clusters that hold notes, in the order they were founded, each with its `notes` and `dots`. */
  get clusters() {
    const held = [...this.#clusters.values()].map((each) => {
      const notes = this.notes.filter((note) => note.cluster === each.seq);
      return { ...each, notes, dots: this.dots(each.seq) };
    });
    return held.filter(({ notes }) => notes.length).sort((a, b) => a.seq - b.seq);
  }

  /** Notes in no cluster. */
  get single() {
    const standing = new Set(this.#clusters.keys());
    return this.notes.filter((note) => !standing.has(note.cluster));
  }

  /** What counts, for a comparison of two pages. */
  summary() {
    return {
      notes: this.notes.map(({ seq, cluster, entry }) => [seq, cluster, entry.text]),
      clusters: [...this.#clusters.values()].map(({ seq, title }) => [seq, title]).sort((a, b) => a[0] - b[0]),
      dots: [...this.#dots].filter(([, dots]) => dots).sort((a, b) => a[0] - b[0]),
    };
  }
}
