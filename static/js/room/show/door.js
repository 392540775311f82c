/** Guests who wait to be let in, for whoever leads, while the review is live. Nobody is told over the line, so the page asks. */
import { post } from "../../http.js";
import { toast } from "../../page/toast.js";
import { button, el, redraw } from "../el.js";
import { leads } from "../rights.js";
import { Door } from "../state/door.js";

export function showDoor(room) {
  const box = room.find("[data-door]");
  if (box) new Waiting(room, box);
}

class Waiting {
  #room;
  #count;
  #list;
  #door;

  constructor(room, box) {
    this.#room = room;
    this.#count = box.querySelector("[data-door-count]");
    this.#list = box.querySelector("[data-door-list]");
    this.#door = new Door({ ask: () => ask(room.config.addresses.waiting), told: (waiting) => this.#show(waiting) });
    room.on("rights", () => this.#door.watch(room.state === "live" && Boolean(room.you) && leads(room.you)));
    document.addEventListener("visibilitychange", () => !document.hidden && this.#door.look());
    this.#list.addEventListener("click", (event) => this.#decide(event.target.closest("button")));
  }

  #show(waiting) {
    const { say } = this.#room;
    const words = waiting.length ? say("at_the_door", { n: waiting.length }) : "";
    if (this.#count.textContent !== words) this.#count.textContent = words; // a status, read out when the page has a moment
    redraw(this.#list, ...waiting.map((guest) => line(guest, say)));
  }

  async #decide(pressed) {
    const guest = this.#door.waiting.find(({ id }) => id === pressed?.dataset.guest);
    if (!guest || pressed.disabled) return;
    const { deed } = pressed.dataset;
    pressed.disabled = true;
    const answer = await post(guest[deed], new FormData()).catch(() => null);
    pressed.disabled = false;
    if (!answer || (!answer.ok && answer.status !== 409)) return this.#room.emit("complaint", { code: answer ? "internal" : "offline" });
    toast(answer.ok ? this.#room.say(deed === "admit" ? "door_was_in" : "door_was_out", { name: guest.name }) : answer.body.message);
    const within = this.#list.contains(document.activeElement) || document.activeElement === document.body;
    this.#door.settle(guest.id);
    if (within) (this.#list.querySelector("button") ?? this.#room.root).focus();
  }
}

/** Who waits; null while nobody looks at the page, and when there is no answer. */
async function ask(address) {
  if (document.hidden) return null;
  const response = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
  return response.ok ? (await response.json()).waiting : null;
}

function line({ id, name }, say) {
  const who = el("b", "", name);
  who.title = name; // cut short on a phone
  who.dir = "auto";
  const act = (deed, words, className) => button(className, say(words), { deed, guest: id }, say(`${words}_name`, { name }));
  return el("li", "", who, act("admit", "door_in", "btn small"), act("refuse", "door_out", "lnk"));
}
