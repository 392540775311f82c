import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "../../static/js/room/connection.js";
import { Log } from "../../static/js/room/log.js";

/** A socket whose server is a function (event, payload) → answer. */
class FakeSocket {
  connected = false;
  active = true;
  #listeners = new Map();
  constructor(server) {
    this.server = server;
    this.asked = [];
  }
  on(event, what) {
    this.#listeners.set(event, what);
  }
  fire(event, data) {
    return this.#listeners.get(event)?.(data);
  }
  connect() {
    this.connected = true;
    queueMicrotask(() => this.fire("connect"));
  }
  disconnect() {
    this.connected = false;
    this.fire("disconnect", "io client disconnect");
  }
  timeout() {
    return {
      emitWithAck: async (event, payload) => {
        this.asked.push([event, payload]);
        return this.server(event, payload);
      },
    };
  }
}

const ENTRIES = Array.from({ length: 7 }, (_, i) => ({ review: "r", seq: i + 1, kind: "message" }));
const joined = { ok: true, last_seq: 5, phase: null, ends_at: null, server_time: "2018-01-24T14:00:00Z", members: [], you: { person: "ana", may: {} } };

function serve(event, { after, limit }) {
  if (event === "join") return joined;
  if (event === "sync") return { ok: true, items: ENTRIES.slice(after, after + Math.min(limit, 2)), more: after + 2 < 7 };
  return { ok: true, last_seq: 7 };
}

function made(server, person = "ana") {
  const seen = [];
  const states = [];
  const log = new Log(({ seq }) => seen.push(seq));
  const socket = new FakeSocket(server);
  const outbox = { opened: [], open: (who) => outbox.opened.push(who), close: () => outbox.opened.push("closed") };
  const connection = new Connection({ socket, review: "r", person, log, hooks: { status: (state) => states.push(state) } });
  connection.start(outbox);
  return { socket, connection, outbox, seen, states, log };
}

test("joining fetches everything before the outbox opens", async () => {
  const { outbox, seen, states, connection, socket } = made(serve);
  await pause(20);
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6]); // two a page: the page that holds the fifth holds the sixth
  assert.deepEqual(outbox.opened, ["ana"]);
  assert.deepEqual(states, ["live"]);
  socket.fire("closed", { reason: "signed_out" });
  assert.deepEqual(states.at(-1), "signed_out");
  assert.equal(outbox.opened.at(-1), "closed");
  connection.nudge();
  assert.equal(socket.connected, false);
});

test("a gap in what is pushed is fetched", async () => {
  const { socket, seen } = made(serve);
  await pause(20);
  socket.fire("entry", { ...ENTRIES[6], seq: 7 });
  assert.deepEqual(seen.at(-1), 7);
  socket.fire("entry", { review: "other", seq: 8, kind: "message" });
  assert.deepEqual(seen.at(-1), 7);
  socket.fire("closed", { reason: "rights_lost" });
});

test("a heartbeat finds what no push brought", async () => {
  const { connection, socket, log } = made(serve);
  await pause(20);
  connection.nudge();
  await pause(20);
  assert.equal(log.last, 7);
  socket.fire("closed", { reason: "rights_lost" });
});

test("another account in the same browser neither joins nor sends", async () => {
  const { outbox, states, seen } = made(serve, "rui");
  await pause(20);
  assert.deepEqual(states.at(-1), "other_account");
  assert.deepEqual(seen, []);
  assert.equal(outbox.opened.includes("ana"), false);
});

test("a draining server is left and found again", async () => {
  const { socket, states } = made(serve);
  await pause(20);
  socket.fire("closed", { reason: "draining" });
  socket.connected = false;
  socket.fire("disconnect", "io server disconnect");
  assert.equal(states.at(-1), "offline");
  await pause(2_100);
  assert.equal(states.at(-1), "live");
  socket.fire("closed", { reason: "signed_out" });
});
