/** The facilitator's row: phases move by hand only; one line of help a phase; only what cannot be undone asks first. */
import { ask } from "../../page/dialog.js";
import { el } from "../el.js";
import { FloorPanel } from "./floor-panel.js";

export function showLead(room) {
  const box = room.find("[data-facilitate]");
  if (box) new Lead(room, box);
}

class Lead {
  #room;
  #box;
  #names;

  constructor(room, box) {
    this.#room = room;
    this.#box = box;
    this.#names = room.config.phases.map((phase) => phase.name);
    new FloorPanel(room, box);
    box.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) this.#move(button);
    });
    box.querySelector("[data-off]").addEventListener("click", () => room.act("off_record", { on: !room.conversation.offRecord }));
    const goTo = box.querySelector("[data-go-to]");
    goTo?.addEventListener("change", () => {
      if (goTo.value) this.#send({ to: goTo.value });
      goTo.value = "";
    });
    const over = box.querySelector("[data-hand-over]");
    over.addEventListener("change", () => this.#handOver(over));
    const show = () => this.#show();
    room.on("rights", show);
    room.on("settled", show);
    room.on("entry", ({ kind }) => kind === "gap" && room.settled && show());
  }

  #show() {
    const { clock, state, say, config, conversation } = this.#room;
    const leads = this.#room.may("phase") || (state === "live" && this.#room.may("floor"));
    this.#box.hidden = !leads;
    if (!leads) return;
    const at = this.#names.indexOf(clock.phase);
    const live = state === "live";
    const shown = {
      start: state === "preparing",
      back: live && at > 0,
      next: live && at >= 0 && at < this.#names.length - 1,
      pause: live && at >= 0 && !clock.paused,
      resume: live && clock.paused,
      extend: live && at >= 0,
      finish: live,
    };
    for (const [move, yes] of Object.entries(shown)) this.#box.querySelector(`[data-move=${move}]`).hidden = !yes;
    const next = config.phases[at + 1];
    this.#box.querySelector("[data-move=next]").textContent = next ? say("next_is", { phase: next.label }) : say("next");
    const off = this.#box.querySelector("[data-off]");
    off.hidden = !live;
    off.setAttribute("aria-pressed", String(conversation.offRecord));
    off.textContent = say(conversation.offRecord ? "off_record_off" : "off_record_on");
    this.#box.querySelector("[data-lead-help]").textContent = say(`lead_${live ? (clock.phase ?? "open") : state}`);
  }

  async #move(button) {
    const at = this.#names.indexOf(this.#room.clock.phase);
    const move = button.dataset.move;
    if (move === "start") return this.#go("start");
    if (move === "finish") return (await this.#sure("finish", "finish_sure")) && this.#go("finish");
    const moves = {
      next: { to: this.#names[at + 1] },
      back: { to: this.#names[at - 1] },
      pause: { pause: true },
      resume: { pause: false },
      extend: { extend: Number(button.dataset.minutes) },
    };
    this.#send(moves[move]);
  }

  async #send(move) {
    this.#box.setAttribute("aria-busy", "true");
    await this.#room.act("phase", move);
    this.#box.removeAttribute("aria-busy");
  }

  async #handOver(select) {
    const person = this.#room.person(select.value);
    select.value = "";
    if (person && (await this.#sure("hand_over", "hand_over_sure", { name: person.name }))) this.#send({ hand_over: person.id });
  }

  async #sure(title, text, values = {}) {
    const { say } = this.#room;
    const answer = await ask(say(title), el("p", "", say(text, values)), [["", say("cancel")], ["yes", say(title), "danger"]]);
    return answer === "yes";
  }

  /** Beginning and ending have their own addresses, which work without the line as well. */
  #go(what) {
    const form = el("form");
    form.method = "post";
    form.action = this.#room.config.addresses[what];
    const token = el("input");
    Object.assign(token, { type: "hidden", name: "csrf_token", value: document.querySelector('meta[name="csrf-token"]').content });
    form.append(token);
    document.body.append(form);
    form.submit();
  }
}
