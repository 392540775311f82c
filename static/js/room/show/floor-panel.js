/** For who leads: raised hands, who speaks next and in which order, the floor given and taken, a hand raised for somebody in the hall. */
import { soon } from "../core.js";
import { button, el, mark, redraw } from "../el.js";

export class FloorPanel {
  #room;
  #box;
  #who;

  constructor(room, box) {
    this.#room = room;
    this.#box = box;
    this.#who = box.querySelector("[data-floor-who]");
    const draw = soon(() => this.#draw());
    room.on("settled", draw);
    room.on("entry", ({ kind }) => room.settled && ["floor", "phase"].includes(kind) && draw());
    box.addEventListener("click", (event) => this.#act(event.target.closest("[data-floor]")));
    box.addEventListener("keydown", (event) => {
      const panel = event.target.closest("[data-floor-panel][open]");
      if (event.key !== "Escape" || !panel) return;
      panel.open = false;
      panel.querySelector("summary").focus();
    });
  }

  #draw() {
    const { floor } = this.#room.conversation;
    const { say } = this.#room;
    const rows = floor.queue.map((person, i) => this.#row(person, "give", ...(floor.isUp(person.id) ? ["lower"] : []), ...(i ? ["sooner"] : []), "drop"));
    if (floor.speaker) rows.unshift(this.#row(floor.speaker, "end"));
    redraw(this.#box.querySelector("[data-queue]"), ...(rows.length ? rows : [el("li", "meta", say("no_hands"))]));
    const total = this.#box.querySelector("[data-hands-total]");
    total.replaceChildren(...(floor.hands ? [String(floor.hands), el("span", "vh", ` ${say("hands_up", { n: floor.hands })}`)] : []));
  }

  #row(person, ...acts) {
    const { say } = this.#room;
    const { name } = person;
    const up = this.#room.conversation.floor.isUp(person.id);
    const names = { give: say("give_to", { name }), lower: say("lower_of", { name }), sooner: say("sooner_of", { name }), drop: say("drop_of", { name }), end: say("end_floor", { name }) };
    const words = { give: say("give"), lower: say("lower_hand"), sooner: say("sooner"), drop: say("drop"), end: names.end };
    const buttons = acts.map((act) => button("lnk", words[act], { floor: act, person: person.id }, names[act]));
    return el("li", "", mark(person.partner, "sm"), el("span", "", name, up ? el("span", "up-s", ` ${say("hand_up")}`) : null), ...buttons);
  }

  #act(control) {
    if (!control) return;
    const { floor: act } = control.dataset;
    const person = control.dataset.person ?? this.#who.value;
    const queue = this.#room.conversation.floor.queue.map(({ id }) => id);
    if (act === "end") return this.#room.act("floor", { end: true });
    if (act === "give") return this.#room.act("floor", { give: person });
    if (act === "raise") return this.#room.act("hand", { up: true, person });
    if (act === "lower") return this.#room.act("hand", { up: false, person });
    if (act === "queue") return queue.includes(person) ? null : this.#room.act("floor", { queue: [...queue, person] });
    const at = queue.indexOf(person);
    queue.splice(at, 1);
    if (act === "sooner") queue.splice(at - 1, 0, person);
    return this.#room.act("floor", { queue });
  }
}
