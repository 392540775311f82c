/** What an entry of the log looks like in the conversation: a line, a separator, a sentence of the platform, or nothing. */

const MOVES = { start: "began", finish: "finished", pause: "paused_at", resume: "resumed", extend: "extended" };

/**
 * @param {import("../core.js").Room} room
 * @param {import("./entry.js").EntryView} view
 * @param {{kind: string, line?: object, entry: object}} change
 * @returns {?{seqs: number[], at: string, line?: object, notes?: boolean, said?: string, build: () => HTMLElement}}
 */
export function itemOf(room, view, { kind, line, entry }) {
  const seqs = [entry.seq];
  const at = entry.at;
  const system = (text) => ({ seqs, at, said: text, build: () => view.system(entry.seq, text) });
  const divider = (text, className) => ({ seqs, at, said: text, build: () => view.divider(text, at, className) });
  if (kind === "line") return { seqs, at, line, build: () => view.line(line) };
  if (kind === "note") return { seqs, at, notes: true, build: () => notes(room, view, seqs) };
  if (kind === "phase") return divider(moved(room, entry));
  if (kind === "gap") return divider(room.say(entry.on ? "off_record_began" : "off_record_ended"), "gap");
  if (entry.kind === "cluster") return system(entry.title ? room.say("cluster_made", { title: entry.title }) : room.say("cluster_let_go"));
  if (entry.kind === "floor") return floor(room, entry, system);
  return null;
}

function notes(room, view, seqs) {
  const item = view.system(seqs[0], room.say("notes_appeared", { n: seqs.length }));
  item.querySelector(".seq").textContent = seqs.length > 1 ? `${seqs[0]}–${seqs.at(-1)}` : String(seqs[0]);
  return item;
}

function moved({ say, config }, entry) {
  const name = config.phases.find((phase) => phase.name === entry.phase)?.label ?? "";
  if (entry.move === "hand_over") return say("handed_over", { name: entry.facilitator?.name ?? "" });
  return entry.move in MOVES ? say(MOVES[entry.move], { phase: name }) : name;
}

/** Hands and the floor are seen beside the clock, recommendations in their column; that somebody cannot hear belongs into the conversation. */
function floor({ say }, { move, person }, system) {
  const name = [person?.name, person?.partner?.label].filter(Boolean).join(", ");
  return move === "cannot_hear" ? system(say("cannot_hear", { name })) : null;
}
