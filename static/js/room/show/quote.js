/** The passage of the plan that what is being written is about: shown above the box, left out by a button. */
export class Quote {
  #box;
  #passage = null;

  constructor(box) {
    this.#box = box;
    box.querySelector("[data-unquote]").addEventListener("click", () => {
      this.clear();
      box.closest("form").querySelector("textarea").focus();
    });
  }

  /** @param {{section: string, title: string, quote: string}} passage */
  set(passage) {
    this.#passage = passage;
    this.#box.querySelector("[data-quote-section]").textContent = passage.title;
    const words = this.#box.querySelector("[data-quote-words]");
    words.textContent = passage.quote;
    words.hidden = !passage.quote;
    this.#box.hidden = false;
  }

  clear() {
    this.#passage = null;
    this.#box.hidden = true;
  }

  /** What goes with a message; nothing is sent that is empty. */
  fields() {
    if (!this.#passage) return {};
    const { section, quote } = this.#passage;
    return { ...(section && { section }), ...(quote && { quote }) };
  }

  get passage() {
    return this.#passage;
  }
}
