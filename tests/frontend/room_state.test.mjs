import assert from "node:assert/strict";
import { test } from "node:test";
import { Conversation } from "../../static/js/room/conversation.js";
import { Log } from "../../static/js/room/log.js";
import { OwnDots } from "../../static/js/room/state/dots.js";
import { find, folded } from "../../static/js/room/state/find.js";
import { complete, offers, typed } from "../../static/js/room/state/mentions.js";
import { OwnNotes } from "../../static/js/room/state/own-notes.js";
import { passages } from "../../static/js/room/state/quotes.js";
import { beginsAt } from "../../static/js/room/state/schedule.js";
import { MemoryStore } from "../../static/js/room/store.js";
import { leads, mayNow } from "../../static/js/room/rights.js";

const author = { id: "a", name: "Ana", role: "facilitator" };
const jana = { id: "j", name: "Jana Kovářová", role: "critical-friend", partner: { id: "os", label: "Ostrava" } };
const rui = { id: "r", name: "Rui Tavares", role: "critical-friend", partner: { id: "po", label: "Porto" } };
const floor = (move, speaker, queue, hands, at = "2018-01-24T14:31:00.000Z") => ({ kind: "floor", move, speaker, since: speaker && at, queue, hands, person: speaker ?? jana });

/** A whole review in small: every kind there is. */
function review() {
  const list = [
    { kind: "phase", move: "to", phase: "notes", state: "live", ends_at: "2018-01-24T14:30:00.000Z", left: null, minutes: 7 },
    { kind: "message", text: "first" },
    { kind: "edited", target: 2, text: "better" },
    { kind: "phase", move: "to", phase: "cluster", state: "live", ends_at: null, left: 30, minutes: 4 },
    { kind: "note", id: "n1", note: "concern", text: "money", signed: "anonymous", author: null },
    { kind: "note", id: "n2", note: "question", text: "who pays", signed: "city", author: null },
    { kind: "note", id: "n3", note: "strength", text: "land", signed: "name" },
    { kind: "cluster", cluster: 8, title: "Money", notes: [5, 6] },
    { kind: "vote", target: 8, change: 3 },
    { kind: "vote", target: 7, change: 2 },
    { kind: "cluster", cluster: 11, title: "Land", notes: [6, 7] },
    { kind: "vote", target: 8, change: -1 },
    { kind: "phase", move: "to", phase: "round", state: "live", ends_at: "2018-01-24T15:00:00.000Z", left: null, minutes: 20 },
    floor("queue", null, [jana, rui], []),
    floor("give", jana, [rui], []),
    { kind: "spoken", text: "a name beside each euro", speaker: jana, note: "suggestion" },
    floor("give", rui, [], ["x"]),
    { kind: "recommendation", recommendation: "R", number: 1, text: "Name it.", source: 16, withdrawn: false },
    { kind: "recommendation", recommendation: "R", number: 1, text: "Name each euro.", source: 16, withdrawn: false },
    { kind: "recommendation", recommendation: "S", number: 2, text: "Never mind.", source: null, withdrawn: true },
    { kind: "off_record", on: true },
    { kind: "off_record", on: false },
    { kind: "message", text: "We start with land.", takeaway: true },
    { kind: "reaction", target: 2, emoji: "👍", on: true },
    { kind: "something-new" },
    { kind: "removed", target: 2 },
  ];
  return list.map((entry, i) => ({ seq: i + 1, at: "2018-01-24T14:31:00.000Z", author, partner: null, ...entry }));
}

function rebuilt(entries) {
  const conversation = new Conversation();
  const log = new Log((entry) => conversation.apply(entry));
  for (const entry of entries) log.take(entry);
  assert.equal(log.missing, 0);
  return conversation;
}

test("the room is rebuilt from the log alone: notes, clusters, dots, floor, advice, gaps", () => {
  const room = rebuilt(review());
  assert.deepEqual(room.board.clusters.map(({ title, dots, notes }) => [title, dots, notes.map(({ seq }) => seq)]), [
    ["Money", 2, [5]],
    ["Land", 2, [6, 7]], // two dots lay on note 7
  ]);
  assert.deepEqual(room.board.single, []);
  assert.equal(room.floor.speaker.id, "r");
  assert.deepEqual(room.floor.done.map(({ id }) => id), ["j"]);
  assert.ok(room.floor.isUp("x"));
  assert.deepEqual(room.advice.list.map(({ number, text }) => [number, text]), [[1, "Name each euro."]]);
  assert.equal(room.advice.from(16)[0].number, 1);
  assert.equal(room.offRecord, false);
  assert.deepEqual(room.takeaways.map(({ text }) => text), ["We start with land."]);
  assert.equal(room.line(2).text, "");
});

test("every order of arrival, with repeats, ends in the same digest; another log in another", () => {
  const entries = review();
  const wanted = rebuilt(entries).digest();
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 50; round += 1) {
    const mixed = [...entries, ...entries.slice(round % 9)].map((entry) => [random(), entry]).sort((a, b) => a[0] - b[0]);
    assert.equal(rebuilt(mixed.map(([, entry]) => entry)).digest(), wanted);
  }
  for (const [at, change] of [[8, { change: 2 }], [10, { notes: [7] }], [16, { hands: [] }], [18, { text: "Other." }]]) {
    assert.notEqual(rebuilt(entries.map((entry, i) => (i === at ? { ...entry, ...change } : entry))).digest(), wanted, JSON.stringify(change));
  }
  assert.notEqual(rebuilt(entries.slice(0, 21)).digest(), rebuilt(entries.slice(0, 22)).digest());
});

test("a dissolved cluster lets its notes go, and a note is in the cluster that named it last", () => {
  const entries = [...review(), { seq: 27, kind: "cluster", cluster: 11, title: "", notes: [] }];
  const { board } = rebuilt(entries);
  assert.deepEqual(board.clusters.map(({ title }) => title), ["Money"]);
  assert.deepEqual(board.single.map(({ seq }) => seq), [6, 7]);
  assert.deepEqual([7, 11].map((target) => board.dots(target)), [0, 0]);
});

test("an entry says what it changed, so that a page draws that only", () => {
  const conversation = new Conversation();
  const kinds = review().map((entry) => conversation.apply(entry).kind);
  assert.deepEqual(kinds.slice(0, 9), ["phase", "line", "changed", "phase", "note", "note", "note", "board", "board"]);
  assert.deepEqual(kinds.slice(13, 22), ["floor", "floor", "line", "floor", "advice", "advice", "advice", "gap", "gap"]);
  assert.deepEqual(kinds.slice(22), ["line", "changed", "nothing", "changed"]);
});

test("passages are found however a text breaks its lines, and none inside another", () => {
  const text = "Running costs after 2020\n are to be met (from rents). The group meets.";
  assert.deepEqual(passages(text, ["after 2020 are to be met (from rents).", "to be met", "nowhere", ""]), [
    { from: 14, to: 53, quote: "after 2020 are to be met (from rents)." },
  ]);
  const [hit] = passages(text, ["The group"]);
  assert.equal(text.slice(hit.from, hit.to), "The group");
});

test("searching in the room knows no accents and no capitals, and looks at names too", () => {
  const room = rebuilt(review());
  assert.equal(folded("„Kovářová” ŁÓDŹ"), "kovarova lodz");
  assert.deepEqual(find(room.lines, "EURO kovarova"), [16]);
  assert.deepEqual(find(room.lines, "ostrava"), [16]);
  assert.deepEqual(find(room.lines, "first"), []);
  assert.deepEqual(find(room.lines, "  "), []);
});

test("three dots and no more; each can be taken back", () => {
  const dots = new OwnDots(3);
  dots.reset({ 8: 2 });
  assert.equal(dots.left, 1);
  assert.equal(dots.change(9, 1), 1);
  assert.equal(dots.change(9, 1), null);
  assert.equal(dots.change(8, -1), 1);
  assert.equal(dots.change(7, -1), null);
  assert.equal(dots.left, 1);
  dots.moved({ seq: 12, cluster: 12, title: "Both", notes: [8, 9] });
  assert.deepEqual([dots.on(8), dots.on(9), dots.on(12)], [0, 0, 2]);
  dots.moved({ seq: 13, cluster: 12, title: "", notes: [] });
  assert.equal(dots.left, 3);
});

test("when the host will answer is reckoned from the clock and the phases between", () => {
  const phases = [["round", 20], ["experience", 6], ["reflect", 7]].map(([name, minutes]) => ({ name, minutes }));
  assert.equal(beginsAt(phases, "round", "reflect", 522, 1_000_000), 1_000_000 + 522_000 + 360_000);
  assert.equal(beginsAt(phases, "round", "reflect", -60, 1_000_000), 1_360_000);
  assert.equal(beginsAt(phases, "reflect", "round", 10, 0), null);
  assert.equal(beginsAt(phases, "round", "reflect", null, 0), null);
});

test("a name after an @ is offered and completed where it stands", () => {
  assert.equal(typed("Ask @Jana K", 11), "Jana K");
  assert.equal(typed("mail a@b", 8), null);
  assert.deepEqual(offers([jana, rui], "kovar").map(({ id }) => id), ["j"]);
  assert.deepEqual(complete("Ask @ja, please", 7, "Jana Kovářová"), ["Ask @Jana Kovářová , please", 19]);
});

test("before and after the live part the seat says what may be done", () => {
  const friend = { seats: ["critical-friend"], may: {} };
  assert.ok(mayNow(friend, "preparing", null, "note"));
  assert.ok(!mayNow({ seats: ["host"], may: {} }, "preparing", null, "note"));
  assert.ok(mayNow({ seats: ["rapporteur"], may: {} }, "finished", null, "recommend"));
  assert.ok(!mayNow(friend, "finished", null, "recommend"));
  assert.ok(mayNow({ seats: [], may: { notes: ["note"] } }, "live", "notes", "note"));
  assert.ok(!mayNow({ seats: ["facilitator"], may: {} }, "cancelled", null, "phase"));
});

test("an anonymous note is known to its device until it appears; one signed by name also from elsewhere", async () => {
  const store = new MemoryStore();
  const notes = new OwnNotes(store, "p", "r");
  await notes.keep("k1", { kind: "concern", text: "money", signed: "anonymous" });
  await notes.keep("k2", { kind: "strength", text: "land", signed: "name" });
  await notes.named("k1", "n1");
  await notes.named("k2", "n2");
  const later = new OwnNotes(store, "p", "r");
  await later.load();
  await later.told([{ id: "n2", note: "strength", text: "land", signed: "name" }, { id: "n9", note: "question", text: "who", signed: "name" }], new Set());
  assert.deepEqual(later.list.map(({ key, fields }) => [key, fields.kind]), [[null, "question"], ["k1", "concern"], ["k2", "strength"]]);
  await later.shown("n1");
  await later.told([], new Set());
  assert.deepEqual(later.list, []);
  const other = new OwnNotes(store, "somebody else", "r");
  await other.load();
  assert.deepEqual(other.list, []);
});

test("the facilitator and the lead partner lead, whatever else they are; nobody else does", () => {
  for (const seats of [["facilitator"], ["lead"], ["host", "facilitator"]]) assert.ok(leads({ seats }));
  for (const seats of [[], ["host"], ["expert", "observer"], ["rapporteur"], ["critical-friend"]]) assert.ok(!leads({ seats }));
});
