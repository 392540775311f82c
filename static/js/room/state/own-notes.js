/**
 * One's own notes that nobody has seen yet. The server tells those signed by name; those signed by city or by nobody are known to the device they
 * were written on only. A note is changed under its key, which only its device knows.
 */
export class OwnNotes {
  #store;
  #person;
  #review;
  #here = new Map();
  #told = new Map();

  /** @param {{notes: Function, keepNote: Function, dropNote: Function}} store */
  constructor(store, person, review) {
    this.#store = store;
    this.#person = person;
    this.#review = review;
  }

  /** Read what this device knows. */
  async load() {
    for (const note of await this.#store.notes(this.#person, this.#review)) this.#here.set(note.key, note);
  }

  /** What the server told on coming in; `waiting` are the keys still in the outbox, which it cannot know. */
  async told(notes, waiting) {
    this.#told = new Map(notes.map((note) => [note.id, note]));
    for (const note of this.#here.values()) {
      if (note.fields.signed === "name" && note.id && !this.#told.has(note.id) && !waiting.has(note.key)) await this.drop(note.key); // withdrawn elsewhere
    }
  }

  /** Keep a note this device sends. */
  async keep(key, fields) {
    const note = { key, person: this.#person, review: this.#review, fields, id: this.#here.get(key)?.id ?? null };
    this.#here.set(key, note);
    await this.#store.keepNote(note).catch(() => {});
  }

  /** The server has it under this id. */
  async named(key, id) {
    const note = this.#here.get(key);
    if (!note) return;
    note.id = id;
    await this.#store.keepNote(note).catch(() => {});
  }

  /** It was withdrawn. */
  async drop(key) {
    const note = this.#here.get(key);
    this.#here.delete(key);
    if (note?.id) this.#told.delete(note.id);
    await this.#store.dropNote(key).catch(() => {});
  }

  /** It appeared for everybody. */
  async shown(id) {
    this.#told.delete(id);
    const note = [...this.#here.values()].find((each) => each.id === id);
    if (note) await this.drop(note.key);
  }

  /** The note of a key, or undefined. */
  find(key) {
    return this.#here.get(key);
  }

  /** All of them: `{key, fields}`; `key` is null for those of another device. */
  get list() {
    const ids = new Set([...this.#here.values()].map(({ id }) => id));
    const elsewhere = [...this.#told.values()].filter(({ id }) => !ids.has(id)).map(({ note: kind, ...fields }) => ({ key: null, fields: { ...fields, kind } }));
    return [...elsewhere, ...this.#here.values()];
  }
}
