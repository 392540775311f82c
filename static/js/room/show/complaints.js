/** What the server refused, beside the box; words that came back are in it again. */
import { el } from "../el.js";

const STAYS = 12_000;

export function showComplaints(room) {
  const box = room.find("[data-refused]");
  let timer = null;
  const complain = ({ code, message }, kept = false) => {
    const known = room.say(`refused_${code}`);
    const words = known.startsWith("refused_") ? (message ?? known) : known;
    const more = message && ["invalid", "conflict", "too_long", "full"].includes(code) ? ` ${message}` : "";
    box.replaceChildren(el("p", "", words, more, kept ? ` ${room.say("back_in_box")}` : ""));
    box.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (box.hidden = true), STAYS);
  };
  room.on("complaint", (error) => complain(error));
  room.on("returned", (item, error) => complain(error, Boolean(item.fields.text)));
}
