/** Who waits at the door: asked every so often while it matters, one question at a time; told when it is another list. */
const EVERY = 15_000;

export class Door {
  #ask;
  #told;
  #every;
  #timer = null;
  #asking = false;
  #settled = new Set();
  waiting = [];

  /**
   * @param {object} o `ask()` resolves with who waits, `[{id, name, …}]`, or null where there is no telling; `told(waiting)` hears of another list
   */
  constructor({ ask, told, every = EVERY }) {
    this.#ask = ask;
    this.#told = told;
    this.#every = every;
  }

  /** Begin asking, or stop: whoever stops sees nobody. */
  watch(on) {
    if (on === (this.#timer !== null)) return;
    clearInterval(this.#timer);
    this.#timer = on ? setInterval(() => this.look(), this.#every) : null;
    if (on) this.look();
    else this.#show([]);
  }

  /** Ask now. */
  async look() {
    if (this.#timer === null || this.#asking) return;
    this.#asking = true;
    const found = await this.#ask().catch(() => null);
    this.#asking = false;
    if (found && this.#timer !== null) this.#show(found);
  }

  /** Decided: an answer that was on its way does not bring them back. */
  settle(id) {
    this.#settled.add(id);
    this.#show(this.waiting);
  }

  #show(found) {
    const waiting = found.filter(({ id }) => !this.#settled.has(id));
    const same = waiting.map(({ id }) => id).join() === this.waiting.map(({ id }) => id).join();
    this.waiting = waiting;
    if (!same) this.#told(waiting);
  }
}
