/** The clock of the phase and the rail of phases; a notice two minutes before the end, and at the end. */
import { toast } from "../../page/toast.js";
import { clockText } from "../clock.js";
import { el } from "../el.js";

export function showClock(room) {
  const face = new Face(room);
  room.on("clock", (changed) => (changed ? face.phase() : face.tick()));
  room.on("second", () => face.tick());
}

class Face {
  #room;
  #warned = null;

  constructor(room) {
    this.#room = room;
  }

  /** Show the phase in force. */
  phase() {
    const { clock, config, say } = this.#room;
    const at = config.phases.findIndex((phase) => phase.name === clock.phase);
    document.querySelectorAll("[data-phase-name]").forEach((item, i) => {
      item.classList.toggle("done", i < at);
      item.classList.toggle("now", i === at);
      if (i === at) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      item.querySelector(".bar").replaceWith(i === at ? this.#bar() : el("span", "bar"));
    });
    this.#warned = null;
    const phase = config.phases[at];
    write("[data-phase-label]", phase ? say("phase_of", { phase: phase.label, n: at + 1, all: config.phases.length }) : "");
    this.tick();
  }

  /** Once a second. */
  tick() {
    const { clock } = this.#room;
    const left = clock.left();
    const face = document.querySelector("[data-clock]");
    if (!face) return;
    face.closest("[role=timer]").hidden = left === null;
    if (left === null) return;
    face.textContent = clockText(left);
    face.classList.toggle("over", left < 0);
    write("[data-clock-of]", this.#of(left));
    const bar = document.querySelector(".phases .now progress");
    if (bar) {
      bar.max = Math.max(1, (clock.minutes ?? 0) * 60);
      bar.value = Math.min(clock.used() ?? 0, bar.max);
    }
    this.#notice(left);
  }

  #bar() {
    const bar = el("progress", "bar");
    bar.setAttribute("aria-label", this.#room.say("time_used"));
    return bar;
  }

  #of(left) {
    const { clock, say } = this.#room;
    if (clock.paused) return say("paused");
    return say(left < 0 ? "over_time" : "left_of", { n: clock.minutes ?? 0 });
  }

  #notice(left) {
    const { clock, config, say } = this.#room;
    const notice = left <= 0 ? "ended" : left <= 120 && (clock.minutes ?? 0) > 2 ? "two_minutes" : null;
    if (!notice || this.#warned === notice || clock.paused) return;
    const first = this.#warned === null && left < -5; // came in late: nothing to announce
    this.#warned = notice;
    if (first || config.view === "stage") return;
    toast(say(`${notice}_toast`, { phase: this.#room.phaseLabel(clock.phase) })); // in a polite live region: read out as well
  }
}

function write(selector, text) {
  const node = document.querySelector(selector);
  if (node && node.textContent !== text) node.textContent = text;
}
