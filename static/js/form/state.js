/** The one line of a form that says whether the words are safe, and where. */
export class StateLine {
  #line;

  constructor(form) {
    this.#line = form.querySelector("[data-state]") ?? document.querySelector(`[data-state="${CSS.escape(form.id)}"]`);
  }

  /** `look` is "", "ok", "warn" or "bad". */
  show(text, look = "") {
    if (!this.#line || this.#line.textContent === text) return;
    this.#line.textContent = text;
    this.#line.className = `st ${look}`.trim();
  }
}
