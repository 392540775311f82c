/** Who is in the room, by role; who is writing. */
import { el, mark } from "../el.js";
import { soon } from "../core.js";

const ORDER = ["facilitator", "rapporteur", "note-taker", "host", "critical-friend", "expert", "lead", "observer"];

export function showPeople(room) {
  const here = room.find("[data-here]");
  const box = room.find("[data-people]");
  const writers = room.find("[data-writers]");
  const people = soon(() => {
    const { members } = room.presence;
    if (here) here.textContent = room.say("here", { n: members.length });
    box?.replaceChildren(...ORDER.concat("").flatMap((role) => group(room, role, members.filter((each) => (ORDER.includes(each.role) ? each.role : "") === role))));
  });
  const writing = () => {
    if (!writers) return;
    const names = room.presence.writers(room.config.person);
    const words = names.length ? room.say("writes", { n: names.length, names: names.join(", ") }) : "";
    if (writers.textContent !== words) writers.textContent = words;
  };
  room.on("people", people);
  room.on("writers", writing);
  room.on("second", writing);
}

function group({ say }, role, members) {
  if (!members.length) return [];
  const list = el("ul", "ppl", ...members.map((each) => el("li", "", mark(each.partner, "sm"), el("span", "", el("b", "", each.name), " ", el("span", "meta-i", each.partner?.label ?? "")))));
  const title = el("h4", "ppl-r", role ? say(`role_${role}`) : "");
  return [title, list];
}
