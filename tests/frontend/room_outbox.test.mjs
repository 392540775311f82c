import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { Outbox, backOff } from "../../static/js/room/outbox.js";
import { MemoryStore } from "../../static/js/room/store.js";

/** An outbox whose timers run when the test says so. */
function made({ store = new MemoryStore(), person = "ana", send, hooks = {} }) {
  const timers = [];
  const after = (ms, what) => timers.push({ ms, what });
  const outbox = new Outbox({ store, person, review: "r", send, hooks, after });
  return { outbox, store, timers, fire: () => timers.splice(0).forEach(({ what }) => what()) };
}

test("events go one at a time, in the order they were written", async () => {
  const log = [];
  const send = async (event, payload) => {
    log.push(`> ${payload.text}`);
    await turn();
    log.push(`< ${payload.text}`);
    return { ok: true, seq: 1 };
  };
  const { outbox } = made({ send });
  await outbox.add("say", { text: "a" });
  await outbox.add("say", { text: "b" });
  assert.deepEqual(log, []); // closed: nothing goes
  outbox.open("ana");
  for (let i = 0; i < 8; i += 1) await turn();
  assert.deepEqual(log, ["> a", "< a", "> b", "< b"]);
  assert.deepEqual(outbox.items, []);
});

test("without an answer the same key goes again until there is one", async () => {
  const keys = [];
  const send = async (event, { key }) => {
    keys.push(key);
    if (keys.length < 4) throw new Error("timeout");
    return { ok: true, seq: 9 };
  };
  const acked = [];
  const { outbox, fire } = made({ send, hooks: { acked: (item, answer) => acked.push(answer.seq) } });
  outbox.open("ana");
  await outbox.add("say", { text: "a" });
  for (let i = 0; i < 5; i += 1) {
    await turn();
    fire();
  }
  await turn();
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys).size, 1);
  assert.deepEqual(acked, [9]);
});

test("a closed tab loses nothing, and another account sends nothing of it", async () => {
  const store = new MemoryStore();
  const never = async () => assert.fail("sent");
  const first = made({ store, send: never });
  const key = await first.outbox.add("say", { text: "kept" });

  const stranger = made({ store, person: "rui", send: never });
  await stranger.outbox.load();
  stranger.outbox.open("rui");
  assert.deepEqual(stranger.outbox.items, []);

  const sent = [];
  const later = made({ store, send: async (event, payload) => (sent.push(payload), { ok: true, seq: 1 }) });
  await later.outbox.load();
  assert.equal(later.outbox.open("rui"), false); // the cookie belongs to somebody else by now
  await turn();
  assert.deepEqual(sent, []);
  later.outbox.open("ana");
  await turn();
  await turn();
  assert.deepEqual(sent, [{ review: "r", key, text: "kept" }]);
  assert.deepEqual(await store.all("ana", "r"), []);
});

test("what passes is tried again after the time the server named; what does not comes back", async () => {
  const answers = [
    { ok: false, error: { code: "rate_limited", retry_after: 30 } },
    { ok: false, error: { code: "phase_closed" } },
  ];
  const back = [];
  const { outbox, timers, fire } = made({ send: async () => answers.shift(), hooks: { refused: (item, error) => back.push([item.fields.text, error.code]) } });
  outbox.open("ana");
  await outbox.add("say", { text: "late" });
  await turn();
  assert.equal(timers[0].ms >= 30_000, true);
  fire();
  await turn();
  await turn();
  assert.deepEqual(back, [["late", "phase_closed"]]);
  assert.deepEqual(outbox.items, []);
});

test("an expired sign-in keeps everything; an entry seen in the log needs no sending", async () => {
  const { outbox } = made({ send: async () => ({ ok: false, error: { code: "unauthenticated" } }) });
  outbox.open("ana");
  const key = await outbox.add("say", { text: "kept" });
  await turn();
  assert.equal(outbox.items.length, 1);
  await outbox.settle(key);
  assert.deepEqual(outbox.items, []);
});

test("a store that cannot write does not stop the sending", async () => {
  class Full extends MemoryStore {
    async put() {
      throw new Error("quota");
    }
  }
  const unkept = [];
  const sent = [];
  const { outbox } = made({
    store: new Full(),
    send: async (event, payload) => (sent.push(payload.text), { ok: true, seq: 1 }),
    hooks: { unkept: (item) => unkept.push(item.fields.text) },
  });
  outbox.open("ana");
  await outbox.add("say", { text: "a" });
  await turn();
  assert.deepEqual([unkept, sent], [["a"], ["a"]]);
});

test("waits grow to a limit and are not the same for everybody", () => {
  assert.equal(backOff(0, () => 0.5), 500);
  assert.equal(backOff(3, () => 0.5), 4_000);
  assert.equal(backOff(40, () => 1) <= 15_000 * 1.25, true);
  assert.notEqual(backOff(2, () => 0), backOff(2, () => 1));
});
