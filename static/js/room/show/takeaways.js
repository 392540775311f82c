/** What the host takes home: at most three things, in its own words. */
import { soon } from "../core.js";
import { el, link, redraw } from "../el.js";

export function showTakeaways(room) {
  const part = room.find("[data-takeaways-part]");
  if (!part) return;
  const draw = soon(() => {
    const lines = room.conversation.takeaways;
    part.hidden = !lines.length;
    redraw(part.querySelector("[data-takeaways]"), ...lines.map(({ seq, text }) => el("li", "", el("p", "", text), el("p", "meta", link(`#e${seq}`, room.say("from_seq", { n: seq }))))));
  });
  room.on("settled", draw);
  room.on("entry", ({ kind, line }) => room.settled && ["line", "changed"].includes(kind) && line?.entry.takeaway && draw());
}
