/** Whose turn it is in this phase, in words; and whether what is said now is off the record. */
import { beginsAt } from "../state/schedule.js";

export function showTurn(room) {
  const title = room.find("[data-turn-title]");
  const text = room.find("[data-turn-text]");
  const off = room.find("[data-off-record]");
  const time = new Intl.DateTimeFormat(room.config.locale, { hour: "2-digit", minute: "2-digit", timeZone: room.config.time_zone });
  const when = new Intl.DateTimeFormat(room.config.locale, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: room.config.time_zone });
  const show = () => {
    const [head, words] = turn(room, time, when);
    if (title.textContent !== head) title.textContent = head;
    if (text.textContent !== words) text.textContent = words;
    const box = title.closest("[data-turn], .stg-l");
    box.hidden = !head;
    box.classList.toggle("listens", room.clock.phase === "round"); // the ear stands there while the host listens, and no longer
  };
  const record = () => {
    const now = room.conversation.offRecord && room.state === "live";
    if (off) off.hidden = !now;
    document.body.classList.toggle("is-off", now);
  };
  room.on("clock", show);
  room.on("clock", record);
  room.on("second", show);
  room.on("settled", record);
  room.on("entry", ({ kind }) => kind === "gap" && room.settled && record());
}

function turn({ state, clock, config, begins, say }, time, when) {
  const name = state === "live" ? clock.phase : state;
  if (!name) return ["", ""];
  if (name === "preparing" && begins) return [say("turn_begins", { when: when.format(new Date(begins)) }), say("turn_preparing_text")];
  const words = { host: config.host, time: "" };
  if (name === "round") {
    const begins = beginsAt(config.phases, "round", "reflect", clock.left(), Date.now() + clock.ahead);
    if (begins === null) return [say("turn_round"), say("turn_round_untimed", words)];
    words.time = time.format(new Date(begins));
  }
  return [say(`turn_${name}`), say(`turn_${name}_text`, words)];
}
