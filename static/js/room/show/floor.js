/** The speakers bar: who has spoken, who speaks and since when, who is next, whose hand is up. */
import { soon } from "../core.js";
import { el, icon, mark } from "../el.js";

export function showFloor(room) {
  const list = room.find("[data-speakers]");
  if (!list) return;
  const draw = soon(() => {
    const { floor } = room.conversation;
    const done = floor.done.filter(({ id }) => !floor.queue.some((each) => each.id === id)); // who waits again stands there only
    const all = [...done, ...(floor.speaker ? [floor.speaker] : []), ...floor.queue];
    const short = (person) => shortName(person, all);
    list.replaceChildren(
      ...done.map((person) => item(room, person, "done", short)),
      ...(floor.speaker ? [item(room, floor.speaker, "now", short)] : []),
      ...floor.queue.map((person) => item(room, person, floor.isUp(person.id) ? "up" : "", short)),
    );
    list.hidden = !list.childElementCount;
    since(room, list);
  });
  room.on("settled", draw);
  room.on("entry", ({ kind }) => room.settled && ["floor", "phase"].includes(kind) && draw());
  room.on("second", () => since(room, list));
}

/** A city speaks through one person at this table as a rule: then its name is enough. */
function shortName(person, all) {
  const alone = person.partner && all.filter((each) => each.partner?.id === person.partner.id).length === 1;
  return alone ? person.partner.label : person.name;
}

function item({ say, config }, person, state, short) {
  const own = person.id === config.person;
  const name = el("span", "", short(person));
  name.title = person.name;
  if (state === "now") name.append(own ? el("em", "", `, ${say("your_turn")}`) : el("em", "vh", `, ${say("speaks")}`));
  const node = el("li", state, mark(person.partner, "sm"), name);
  if (state === "now") {
    node.setAttribute("aria-current", "true");
    node.append(el("time", "num"));
  }
  if (state === "done") node.append(icon("check"), el("span", "vh", say("has_spoken")));
  if (state === "up") node.append(el("span", "up-s", say("hand_up")));
  return node;
}

/** Minutes and seconds since the floor was given, in the server's time. */
function since({ conversation, clock }, list) {
  const face = list.querySelector(".now time");
  if (!face || !conversation.floor.since) return;
  const seconds = Math.max(0, Math.floor((Date.now() + clock.ahead - Date.parse(conversation.floor.since)) / 1000));
  face.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
