/** What was said off the record: in this page's memory only, gone when it is closed or loaded again; nothing here is ever stored. */
export class Asides {
  #said = [];

  /** Somebody said something off the record, after entry `after`. */
  add(aside, after) {
    this.#said.push({ ...aside, after, id: this.#said.length + 1 });
    return this.#said.at(-1);
  }

  get all() {
    return [...this.#said];
  }
}
