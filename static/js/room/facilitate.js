/** The facilitator's buttons. A phase moves by hand only; the same key goes again when an answer is late. */
const TRIES = 3;

export class Facilitator {
  #box;
  #connection;
  #phases;
  #said;

  /** @param {object} o `box` (element or null), `connection`, `phases` (names in order), `said(error)` shows a refusal */
  constructor({ box, connection, phases, said }) {
    this.#box = box;
    this.#connection = connection;
    this.#phases = phases;
    this.#said = said;
    box?.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) this.#do(button);
    });
    box?.querySelector("select")?.addEventListener("change", (event) => {
      if (event.target.value) this.#send({ to: event.target.value });
      event.target.value = "";
    });
  }

  /** Show the buttons that fit the phase; `may` is whether this person facilitates. */
  show({ may, phase, paused }) {
    if (!this.#box) return;
    this.#box.hidden = !may;
    const at = this.#phases.indexOf(phase);
    const set = (move, usable) => {
      const button = this.#box.querySelector(`[data-move=${move}]`);
      if (button) button.disabled = !usable;
    };
    set("back", at > 0);
    set("next", at < this.#phases.length - 1);
    set("extend", at >= 0);
    for (const [move, shown] of [["pause", !paused], ["resume", paused]]) {
      const button = this.#box.querySelector(`[data-move=${move}]`);
      if (button) button.hidden = !shown || at < 0;
    }
    this.#box.dataset.phase = phase ?? "";
  }

  #do(button) {
    const at = this.#phases.indexOf(this.#box.dataset.phase);
    const moves = {
      next: { to: this.#phases[at + 1] },
      back: { to: this.#phases[at - 1] },
      pause: { pause: true },
      resume: { pause: false },
      extend: { extend: Number(button.dataset.minutes) },
    };
    this.#send(moves[button.dataset.move]);
  }

  async #send(move) {
    const key = crypto.randomUUID();
    this.#box.setAttribute("aria-busy", "true");
    let answer = null;
    for (let tried = 0; !answer && tried < TRIES; tried += 1) {
      answer = await this.#connection.request("phase", { key, ...move }).catch(() => null);
    }
    this.#box.removeAttribute("aria-busy");
    if (!answer) this.#said({ code: "offline" });
    else if (!answer.ok) this.#said(answer.error);
  }
}
