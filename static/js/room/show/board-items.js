/** A cluster, and a note, as elements. Clusters stand in the order of the conversation; dots are drawn, never sorted by. */
import { button, el, icon, link, mark } from "../el.js";
import { passage } from "./entry.js";

const SHOWN = 2;

/** @param {object} context `room`, `own` (OwnDots), `votes`, `clusters` (may one put together), `selected`, `open` */
export function clusterItem(context, cluster) {
  const { room } = context;
  const { say } = room;
  const kinds = [...new Set(cluster.notes.map(({ entry }) => say(`note_${entry.note}`)))];
  const item = el("li", "", el("h4", "", cluster.title), dots(context, cluster.dots));
  item.id = `c${cluster.seq}`;
  item.querySelector("h4").dir = "auto";
  item.append(el("p", "meta dots", el("span", "", say("notes_of", { n: cluster.notes.length })), el("span", "", kinds.join(", "))));
  if (context.votes) item.append(votes(context, cluster.seq, cluster.title));
  item.append(...cluster.notes.slice(0, SHOWN).map((note) => noteWords(context, note)));
  const rest = cluster.notes.slice(SHOWN);
  if (rest.length) {
    const more = el("details", "nt-more", el("summary", "", `${say("all_shown")} (${cluster.notes.length})`), ...rest.map((note) => noteWords(context, note)));
    more.dataset.fold = String(cluster.seq);
    more.open = context.open.has(cluster.seq);
    item.append(more);
  }
  if (context.clusters) {
    item.append(el("p", "own-a", button("lnk", say("cluster_rename"), { board: "rename", target: cluster.seq }), button("lnk", say("cluster_dissolve"), { board: "dissolve", target: cluster.seq })));
  }
  return item;
}

/** A note in no cluster. */
export function singleItem(context, note) {
  const item = el("li", "", noteWords(context, note));
  const count = context.room.conversation.board.dots(note.seq);
  if (count) item.append(dots(context, count));
  if (context.votes) item.append(votes(context, note.seq, note.entry.text.slice(0, 60)));
  return item;
}

function noteWords({ room, clusters, selected }, { seq, entry }) {
  const { say } = room;
  const { text, removed } = room.conversation.line(seq);
  const words = el("p", "nt", el("b", "", say(`note_${entry.note}`)), " ", removed ? say("removed", { name: removed.author.name }) : text);
  words.dir = "auto";
  const facts = [
    entry.importance ? el("span", "", say(`importance_${entry.importance}`)) : "",
    entry.question ? el("span", "", say("question_n", { n: entry.question })) : "",
    signature(room, entry),
  ];
  const box = el("div", "nt-b", !removed && (entry.section || entry.quote) ? passage(entry) : null, words, el("p", "meta dots nt-m", ...facts.filter(Boolean)));
  box.id = `n${seq}`;
  if (clusters) box.prepend(tick(say, seq, entry, selected));
  for (const each of room.conversation.advice.from(seq)) box.append(el("p", "became", icon("arrow"), link(`#r${each.number}`, say("became", { n: each.number }))));
  const own = entry.author?.id === room.config.person;
  const acts = [
    room.may("recommend") && button("lnk", say("recommend"), { board: "recommend", target: seq }),
    room.may("remove") && (own || room.you.seats.includes("facilitator")) && button("lnk", say("remove"), { board: "remove", target: seq }),
  ].filter(Boolean);
  if (acts.length && !removed) box.append(el("p", "own-a", ...acts));
  return box;
}

function tick(say, seq, entry, selected) {
  const input = el("input", "nt-tick");
  input.type = "checkbox";
  input.checked = selected.has(seq);
  input.dataset.select = String(seq);
  input.setAttribute("aria-label", say("select_note", { text: entry.text.slice(0, 80) }));
  return input;
}

function signature({ say }, { signed, author, partner }) {
  if (signed === "anonymous") return el("span", "", say("anonymous"));
  return el("span", "by-s", partner ? mark(partner, "sm") : null, [author?.name, partner?.label].filter(Boolean).join(", "));
}

function dots({ room }, count) {
  const row = el("p", "dots-v", ...Array.from({ length: Math.min(count, 24) }, () => el("i")), el("span", "num", String(count)));
  row.append(el("span", "vh", ` ${room.say("dots_on", { n: count })}`));
  for (const each of row.querySelectorAll("i")) each.setAttribute("aria-hidden", "true");
  row.querySelector(".num").setAttribute("aria-hidden", "true");
  return row;
}

function votes({ room: { say }, own }, target, title) {
  const less = button("btn small", "−", { board: "fewer", target }, say("fewer_dots", { title }));
  const more = button("btn small", "+", { board: "more", target }, say("more_dots", { title }));
  less.disabled = !own.on(target);
  more.disabled = !own.left;
  return el("p", "dot-b", less, el("span", "num", String(own.on(target))), more);
}
