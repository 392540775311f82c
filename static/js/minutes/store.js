/** What the server has not acknowledged, on this device: one record a person and meeting, deleted at sign-out with the rest. */
export const DATABASE = "infocus-minutes";
const TABLE = "outbox";

/** Opens the store; where the browser keeps nothing it forgets with the page. */
export async function openStore(person, meeting, factory = globalThis.indexedDB) {
  try {
    return new Kept(await opened(factory), person, meeting);
  } catch {
    return { lasting: false, read: async () => null, keep: async () => {}, drop: async () => {} };
  }
}

class Kept {
  lasting = true;
  #database;
  #key;
  #person;

  constructor(database, person, meeting) {
    this.#database = database;
    this.#person = person;
    this.#key = `${person}:${meeting}`;
    database.onversionchange = () => database.close();
  }

  async read() {
    return (await this.#do("readonly", (table) => table.get(this.#key)))?.change ?? null;
  }

  async keep(change) {
    await this.#do("readwrite", (table) => table.put({ key: this.#key, person: this.#person, change }));
  }

  async drop() {
    await this.#do("readwrite", (table) => table.delete(this.#key));
  }

  #do(mode, what) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(TABLE, mode);
      const request = what(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}

function opened(factory) {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
  });
}
