/** Where the outbox is kept: IndexedDB, or this page's memory where the browser allows none. */

export const DATABASE = "infocus-room";
const TABLE = "outbox";

/** A store that lasts as long as the page. */
export class MemoryStore {
  lasting = false;
  #items = new Map();

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

  #do(mode, what) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(TABLE, mode, { durability: "strict" });
      const request = what(transaction.objectStore(TABLE));
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
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      const table = request.result.createObjectStore(TABLE, { keyPath: "key" });
      table.createIndex("owner", ["person", "review"]);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}
