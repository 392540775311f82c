/** The phase as it is seen: the clock, the rail of phases, and whose turn it is. */
import { clockText } from "./clock.js";
import { el } from "./entries.js";

export class Stage {
  #root;
  #say;
  #clock;
  #phases;
  #listening;
  #warned = null;

  /**
   * @param {object} o `root`, `say`, `clock`, `phases` ([{name, label, minutes}]), `voice` (polite live region)
   */
  constructor({ root, say, clock, phases, voice }) {
    this.#root = root;
    this.#say = say;
    this.#clock = clock;
    this.#phases = phases;
    this.voice = voice;
    this.#listening = root.querySelector("[data-turn]");
  }

  /** Show the phase in force. */
  phase() {
    const at = this.#phases.findIndex((phase) => phase.name === this.#clock.phase);
    const items = this.#root.querySelectorAll("[data-phase-name]");
    items.forEach((item, i) => {
      item.classList.toggle("done", i < at);
      item.classList.toggle("now", i === at);
      if (i === at) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      item.querySelector(".bar").replaceWith(i === at ? this.#bar() : el("span", "bar"));
    });
    this.#warned = null;
    const phase = this.#phases[at];
    this.#text("[data-phase-label]", phase ? this.#say("phase_of", { phase: phase.label, n: at + 1, all: this.#phases.length }) : "");
    if (this.#listening) this.#listening.hidden = phase?.name !== "round";
    this.tick();
  }

  /** Once a second. */
  tick() {
    const left = this.#clock.left();
    const face = this.#root.querySelector("[data-clock]");
    if (!face) return;
    face.closest("[role=timer]").hidden = left === null;
    if (left === null) return;
    face.textContent = clockText(left);
    face.classList.toggle("over", left < 0);
    this.#text("[data-clock-of]", this.#of(left));
    const bar = this.#root.querySelector(".phases .now progress");
    if (bar) {
      bar.max = Math.max(1, (this.#clock.minutes ?? 0) * 60);
      bar.value = Math.min(this.#clock.used() ?? 0, bar.max);
    }
    this.#notice(left);
  }

  #bar() {
    const bar = el("progress", "bar");
    bar.setAttribute("aria-label", this.#say("time_used"));
    return bar;
  }

  #of(left) {
    if (this.#clock.paused) return this.#say("paused");
    return this.#say(left < 0 ? "over_time" : "left_of", { n: this.#clock.minutes ?? 0 });
  }

  /** Two minutes before the end, and at the end, once. */
  #notice(left) {
    const notice = left <= 0 ? "ended" : left <= 120 && (this.#clock.minutes ?? 0) > 2 ? "two_minutes" : null;
    if (!notice || this.#warned === notice || this.#clock.paused) return;
    const first = this.#warned === null && left < -5; // came in late: nothing to announce
    this.#warned = notice;
    if (!first) this.voice.textContent = this.#say(notice);
  }

  #text(selector, text) {
    const node = this.#root.querySelector(selector);
    if (node && node.textContent !== text) node.textContent = text;
  }
}
