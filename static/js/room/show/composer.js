/** The box: a message, a spoken line, or off the record a word that nobody keeps; what it may be, and what it asks for, by phase. */
import { Composer } from "./compose.js";
import { Quote } from "./quote.js";

export function showComposer(room) {
  const form = room.find("[data-compose]");
  const { review, person, limits } = room.config;
  const quote = new Quote(form.querySelector("[data-quote]"));
  const composer = new Composer({
    form,
    say: room.say,
    limit: limits.text,
    draftKey: `infocus:draft:${person}:room:${review}`,
    hooks: {
      send: (event, fields) => room.write(event, fields),
      typing: (on) => room.connection.request("typing", { on }).catch(() => {}),
      aside: (text) => aside(room, text),
      extra: () => ({ ...quote.fields(), ...(room.attached?.() ?? {}) }),
      sent: () => {
        quote.clear();
        room.emit("sent");
      },
    },
  });
  room.composer = composer;
  const box = room.find("[data-box]");
  const sentence = room.find("[data-over]");
  const rights = () => {
    const over = overIn(room);
    composer.allow(allowed(room));
    box.hidden = Boolean(over) && !composer.holdsWords; // what was typed and never sent can still be copied
    sentence.hidden = !box.hidden;
    document.body.classList.toggle("is-over", Boolean(over)); // nothing on the page offers to write then
    sentence.textContent = over;
  };
  room.on("rights", rights);
  room.on("entry", ({ kind }) => room.settled && ["gap", "floor"].includes(kind) && rights());
  room.on("settled", rights);
  room.on("returned", (item) => {
    if (!["say", "spoken", "edit"].includes(item.event)) return;
    composer.giveBack(item.fields.text);
    rights();
  });
  room.on("quote", (passage) => {
    if (room.noting) return;
    quote.set(passage);
    composer.focus();
  });
}

async function aside(room, text) {
  const answer = await room.connection.request("aside", { text }).catch(() => null);
  if (answer?.ok) return true;
  room.emit("complaint", answer?.error ?? { code: "offline" });
  return false;
}

function allowed(room) {
  const off = room.conversation.offRecord && room.state === "live";
  const say = room.may(off ? "aside" : "say");
  return { say, spoken: room.may("spoken"), off, why: why(room), ask: asks(room, say, off) };
}

/** What stands in place of the box when nobody writes any more; "" while there is a box. */
function overIn({ state, say }) {
  if (state === "finished") return say("finished_read");
  return state === "cancelled" ? say("turn_cancelled") : "";
}

/** What the empty box says. */
function asks({ conversation, clock, config, say }, may, off) {
  if (off) return say("aside_ask");
  if (conversation.floor.speaker?.id === config.person && may) return say("write_turn");
  if (!may) return say("write_read");
  return say(clock.phase === "takeaways" ? "write_takeaway" : "write");
}

/** Why this person cannot write now. */
function why({ you, state, clock, say, config }) {
  if (state === "preparing") return say("not_begun");
  if (state !== "live") return overIn({ state, say });
  if (!you || !Object.keys(you.may).length) return say("not_now");
  if (!Object.values(you.may).some((acts) => acts.includes("say"))) return say("may_not");
  const label = config.phases.find((phase) => phase.name === clock.phase)?.label ?? "";
  const own = { round: "host_listens", notes: "not_in_notes", cluster: "not_in_cluster" };
  return say(own[clock.phase] ?? "not_in_phase", { phase: label });
}
