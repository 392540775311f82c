/** What a reader can do with a line: answer it, put a sign on it, make a recommendation of it, change or remove it. */
import { button, el } from "../el.js";

/** The row of buttons of a line, for what this person may do now. */
export function actionsOf(room, line, signs) {
  const { say } = room;
  const row = el("p", "ea");
  const add = (act, text, data = {}) => row.append(button("lnk", text, { act, ...data }));
  const own = line.entry.author?.id === room.config.person;
  if (room.may("say")) add("reply", say("reply"));
  if (room.may("recommend") && line.text && room.find("[data-advice-form]")) add("recommend", say("recommend"));
  if (!own && room.may("react")) {
    for (const [emoji, word] of signs) if (!line.reactions.has(emoji)) add("react", word, { emoji });
  }
  if (own && room.may(line.entry.kind === "spoken" ? "spoken" : "edit")) add("edit", say("edit"));
  if (room.may("remove") && (own || room.you.seats.includes("facilitator"))) add("remove", say("remove"));
  return row;
}
