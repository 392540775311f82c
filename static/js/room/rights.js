/** What a person may do now. In the live part the server has told it by phase; before and after it, a seat decides (docs/realtime.md). */
const FACILITATORS = ["facilitator", "lead"];
const SCRIBES = ["facilitator", "rapporteur", "note-taker"];
const PANEL = [...SCRIBES, "critical-friend", "expert", "lead"];

const OUTSIDE = {
  preparing: { phase: FACILITATORS, note: PANEL },
  finished: { remove: [...PANEL, "host"], recommend: SCRIBES },
};

/**
 * @param {{seats: string[], may: Record<string, string[]>}} you as `join` answered
 * @param {string} state of the review
 * @param {?string} phase in force
 * @param {string} act
 */
export function mayNow(you, state, phase, act) {
  if (state === "live") return (you.may[phase ?? ""] ?? []).includes(act);
  return (OUTSIDE[state]?.[act] ?? []).some((seat) => you.seats.includes(seat));
}

/** Whether this person leads the table, in a guided review or an open one. */
export function leads(you) {
  return FACILITATORS.some((seat) => you.seats.includes(seat));
}

/** Whether this person is a scribe, who writes down what others say. */
export function isScribe(you) {
  return SCRIBES.some((seat) => you.seats.includes(seat));
}
