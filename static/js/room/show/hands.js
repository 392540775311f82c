/** One's own hand, and "I cannot hear", which everybody has, also who listens. */
import { toast } from "../../page/toast.js";

export function showHands(room) {
  const hand = room.find("[data-hand]");
  const hear = room.find("[data-hear]");
  if (!hand) return;
  const up = () => room.conversation.floor.isUp(room.config.person);
  const show = () => {
    hand.hidden = !room.may("hand");
    hear.hidden = !room.may("cannot_hear");
    hand.setAttribute("aria-pressed", String(up()));
    hand.textContent = room.say(up() ? "lower" : "raise");
  };
  hand.addEventListener("click", () => room.act("hand", { up: !up() }));
  hear.addEventListener("click", async () => {
    if (await room.act("hand", { hear: true })) toast(room.say("cannot_hear_sent"));
  });
  room.on("rights", show);
  room.on("settled", show);
  room.on("entry", ({ kind }) => room.settled && kind === "floor" && show());
}
