import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock, clockText } from "../../static/js/room/clock.js";
import { Conversation } from "../../static/js/room/conversation.js";
import { Log } from "../../static/js/room/log.js";
import { Presence } from "../../static/js/room/presence.js";
import { length, speaker } from "../../static/js/room/words.js";

const entry = (seq, more = {}) => ({ seq, kind: "message", text: `t${seq}`, author: { id: "a", name: "A" }, ...more });

test("the log delivers in order, once, whatever order entries come in", () => {
  const seen = [];
  const log = new Log(({ seq }) => seen.push(seq));
  log.take(entry(2), entry(1), entry(2));
  log.take(entry(5));
  log.take(entry(1));
  assert.deepEqual(seen, [1, 2]);
  assert.equal(log.missing, 3);
  log.take(entry(4), entry(3));
  assert.deepEqual(seen, [1, 2, 3, 4, 5]);
  assert.equal(log.missing, 0);
});

test("the log knows from the server's word alone that it misses something", () => {
  const log = new Log(() => {});
  log.hear(7);
  assert.equal(log.missing, 7);
  log.hear(3);
  assert.equal(log.missing, 7);
});

test("any order of arrival ends in the same conversation", () => {
  const entries = [
    entry(1),
    entry(2, { author: { id: "b", name: "B" } }),
    entry(3, { kind: "edited", target: 1, text: "better" }),
    entry(4, { kind: "reaction", target: 2, emoji: "👍", on: true }),
    entry(5, { kind: "something-new" }),
    entry(6, { kind: "removed", target: 2 }),
    entry(7, { kind: "reaction", target: 1, emoji: "👍", on: true }),
    entry(8, { kind: "reaction", target: 1, emoji: "👍", on: false }),
  ];
  for (let round = 0; round < 20; round += 1) {
    const conversation = new Conversation();
    const log = new Log((one) => conversation.apply(one));
    const shuffled = entries.map((one, i) => [(i * 7 + round * 3) % entries.length, one]).sort((a, b) => a[0] - b[0]);
    for (const [, one] of shuffled) log.take(one);
    assert.equal(conversation.line(1).text, "better");
    assert.equal(conversation.line(1).reactions.size, 0);
    assert.equal(conversation.line(2).text, "");
    assert.equal(conversation.line(2).removed.seq, 6);
    assert.equal(log.last, 8);
  }
});

test("the clock follows the server, counts up after zero and stands still in a pause", () => {
  const clock = new Clock();
  const here = Date.parse("2018-01-24T14:00:00Z");
  clock.tune("2018-01-24T14:05:00Z", here - 100, here + 100); // this device is five minutes slow
  clock.set({ phase: "round", ends_at: "2018-01-24T14:06:00Z", left: null, minutes: 20 });
  assert.equal(clock.left(here), 60);
  assert.equal(clock.used(here), 1140);
  assert.equal(clock.left(here + 75_000), -15);
  assert.equal(clockText(-75), "+01:15");
  assert.equal(clockText(522), "08:42");
  clock.set({ ends_at: null, left: 42 });
  assert.equal(clock.paused, true);
  assert.equal(clock.left(here + 1e6), 42);
});

test("presence finds out by the count that a change was missed", () => {
  const presence = new Presence();
  presence.reset([{ person: "a", name: "A" }]);
  assert.equal(presence.change({ joined: [{ person: "b", name: "B" }], here: 2 }), true);
  assert.equal(presence.change({ left: ["x"], here: 3 }), false);
  presence.typing({ person: "b", name: "B", on: true }, 0);
  assert.deepEqual(presence.writers("a", 1_000), ["B"]);
  assert.deepEqual(presence.writers("a", 10_000), []);
});

test("sentences follow the plural of their language; lengths count as the server does", () => {
  const say = speaker({ n: { one: "{n} wpis", few: "{n} wpisy", other: "{n} wpisów" } }, "pl");
  assert.deepEqual([1, 3, 12].map((n) => say("n", { n })), ["1 wpis", "3 wpisy", "12 wpisów"]);
  assert.equal(length("e\u0301 \r\n👍🏽"), 5);
});
