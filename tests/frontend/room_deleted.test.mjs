import assert from "node:assert/strict";
import { test } from "node:test";
import { Conversation } from "../../static/js/room/conversation.js";

/** The log of a room whose transcript was deleted: numbers, kinds and times, no words and no people. */
const LEFT = [
  { kind: "phase", move: "to", phase: "clarify", state: "live", ends_at: null, left: null, minutes: 8 },
  { kind: "message", text: "", deleted: true },
  { kind: "reaction", target: 2, emoji: "👍", on: true, deleted: true },
  { kind: "note", text: "", deleted: true },
  { kind: "cluster", cluster: 5, notes: [4], deleted: true },
  { kind: "vote", target: 5, change: 2, deleted: true },
  { kind: "floor", move: "raise", deleted: true },
  { kind: "recommendation", recommendation: "r1", number: 1, text: "Begin small.", source: 2, withdrawn: false },
  { kind: "edited", target: 2, text: "", deleted: true },
  { kind: "phase", move: "finish", phase: null, state: "finished", ends_at: null, left: null, minutes: null },
].map((entry, index) => ({ seq: index + 1, key: "", author: null, partner: null, at: "2018-01-24T14:00:00.000Z", ...entry }));

test("of a deleted transcript one line is left, and its course", () => {
  const room = new Conversation();
  const shown = LEFT.map((entry) => room.apply(entry).kind);
  assert.deepEqual(shown, ["phase", "line", ...Array(5).fill("nothing"), "advice", "nothing", "phase"]);
  assert.equal(room.lines.length, 1);
  assert.ok(room.lines[0].entry.deleted);
  assert.equal(room.phase.state, "finished");
});

test("two pages with the same deleted log agree", () => {
  const [one, other] = [new Conversation(), new Conversation()];
  for (const entry of LEFT) one.apply(entry), other.apply(entry);
  assert.equal(one.digest(), other.digest());
});
