/** The projector: one note or what was just said, large. It reads along by itself. */
import { soon } from "../core.js";
import { el, mark } from "../el.js";

const LONGEST = 220;

export function showStage(room) {
  const parts = { phase: room.find("[data-stage-phase]"), of: room.find("[data-stage-of]"), words: room.find("[data-stage-words]"), source: room.find("[data-stage-source]") };
  const draw = soon(() => {
    heading(room, parts);
    words(room, parts);
  });
  for (const event of ["clock", "settled"]) room.on(event, draw);
  room.on("second", () => of(room, parts.of));
  room.on("entry", () => room.settled && draw());
}

function heading(room, { phase, of: line }) {
  const label = room.config.phases.find((each) => each.name === room.clock.phase)?.label;
  if (label) phase.textContent = label;
  of(room, line);
}

function of({ clock, config, say }, node) {
  const at = config.phases.findIndex((phase) => phase.name === clock.phase);
  const left = clock.left();
  if (at < 0 || left === null) return (node.textContent = "");
  const time = clock.paused ? say("paused") : say(left < 0 ? "over_time" : "left_of", { n: clock.minutes ?? 0 });
  const then = config.phases[at + 1]?.label;
  const text = [time, say("stage_phase", { n: at + 1, all: config.phases.length }), then && say("stage_then", { phase: then })].filter(Boolean).join(" · ");
  if (node.textContent !== text) node.textContent = text;
}

/** What stands on the wall: nothing while notes are written or off the record; else the newest line of this phase. */
function words(room, { words: quote, source }) {
  const { conversation, clock, say } = room;
  const silent = clock.phase === "notes" || conversation.offRecord;
  const line = silent ? null : conversation.lines.findLast((each) => each.text && !each.removed && each.seq > conversation.since);
  const text = line ? ([...line.text].length > LONGEST ? `${[...line.text].slice(0, LONGEST).join("")}…` : line.text) : "";
  if (quote.textContent !== text) quote.textContent = text;
  quote.hidden = !text;
  source.replaceChildren(...(line ? credits(line, say) : []));
}

function credits({ entry }, say) {
  const who = entry.speaker ?? entry.author;
  const partner = entry.speaker ? entry.speaker.partner : entry.partner;
  const name = entry.signed === "anonymous" ? say("anonymous") : [who?.name, partner?.label].filter(Boolean).join(", ");
  const noted = entry.speaker ? say("stage_noted", { name: entry.author.name }) : entry.note ? say(`note_${entry.note}`) : "";
  return [partner ? mark(partner) : "", el("span", "", [name, noted].filter(Boolean).join(" · "))];
}
