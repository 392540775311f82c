/** Where the outbox and one's own hidden notes are kept: IndexedDB, or this page's memory where the browser allows none. Signing out deletes it. */

export const DATABASE = "infocus-room";
const TABLE = "outbox";
const NOTES = "notes";

/** A store that lasts as long as the page. */
export class MemoryStore {
  lasting = false;
  #items = new Map();
  #notes = new Map();

  async notes(person, review) {
    return [...this.#notes.values()].filter((note) => note.person === person && note.review === review);
  }

  async keepNote(note) {
    this.#notes.set(note.key, note);
  }

  async dropNote(key) {
    this.#notes.delete(key);
  }

  async all(person, review) {
    return [...this.#items.values()].filter((item) => item.person === person && item.review === review);
  }

  async put(item) {
    this.#items.set(item.key, item);
  }

  async drop(key) {
    this.#items.delete(key);
  }
}

/** A store that survives closed tabs and restarts. */
export class IndexedStore {
  lasting = true;
  #database;

  constructor(database) {
    this.#database = database;
    database.onversionchange = () => database.close(); // signing out deletes it
  }

  async all(person, review) {
    return this.#do("readonly", (table) => table.index("owner").getAll([person, review]));
  }

  async put(item) {
    await this.#do("readwrite", (table) => table.put(item));
  }

  async drop(key) {
    await this.#do("readwrite", (table) => table.delete(key));
  }

  /** Own notes that nobody has seen yet; anonymous ones are known nowhere else. */
  async notes(person, review) {
    return this.#do("readonly", (table) => table.index("owner").getAll([person, review]), NOTES);
  }

  async keepNote(note) {
    await this.#do("readwrite", (table) => table.put(note), NOTES);
  }

  async dropNote(key) {
    await this.#do("readwrite", (table) => table.delete(key), NOTES);
  }

  #do(mode, what, name = TABLE) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(name, mode, { durability: "strict" });
      const request = what(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}

/** The best store this browser gives us. */
export async function openStore(factory = globalThis.indexedDB) {
  try {
    return new IndexedStore(await openDatabase(factory));
  } catch {
    return new MemoryStore();
  }
}

function openDatabase(factory) {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 2);
    request.onupgradeneeded = () => {
      for (const name of [TABLE, NOTES].filter((each) => !request.result.objectStoreNames.contains(each))) {
        request.result.createObjectStore(name, { keyPath: "key" }).createIndex("owner", ["person", "review"]);
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}
