/** What a button of a line does. */
import { ask } from "../../page/dialog.js";
import { el } from "../el.js";

export async function actOn(room, button) {
  const seq = Number(button?.closest("[data-seq]")?.dataset.seq);
  const line = room.conversation.line(seq);
  if (!line) return;
  const { act, emoji } = button.dataset;
  if (act === "reply") room.composer?.reply(line, (line.entry.speaker ?? line.entry.author).name);
  if (act === "edit") room.composer?.edit(line);
  if (act === "recommend") room.emit("recommend", line);
  if (act === "remove" && (await sureToRemove(room))) room.write("remove", { target: seq });
  if (act === "react") room.write("react", { target: seq, emoji, on: !line.reactions.get(emoji)?.has(room.config.person) });
}

/** Asks, since removed words do not come back. */
export async function sureToRemove({ say }) {
  const answer = await ask(say("remove"), el("p", "", say("remove_sure")), [["", say("cancel")], ["yes", say("remove"), "danger"]]);
  return answer === "yes";
}
