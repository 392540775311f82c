/**
 * Loads a room and prints one JSON object. Arguments: mode, url, token, review, and by mode:
 *
 * - `rate` people, messages a second, seconds: milliseconds from send to receipt (`times`) and to answer (`acked`).
 * - `capacity` people, seconds: how many deliveries a second the server manages when it always has something to do.
 * - `hold` people: everybody sits in the room until standard input ends (their server's memory is read meanwhile).
 * - `join` entries, times: milliseconds until a page has joined and holds the newest 100 of so many entries, and all of them.
 */
import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";

const [mode, url, token, review, ...numbers] = process.argv.slice(2);
const modes = { rate, capacity, hold, join };
process.stdout.write(JSON.stringify(await modes[mode](...numbers.map(Number))), () => process.exit(0));

async function rate(people, perSecond, seconds) {
  const total = perSecond * seconds;
  const sent = new Map();
  const found = { times: [], acked: [], received: 0, expected: total * people };
  const lines = await open(people, (entry) => {
    const at = sent.get(entry.text);
    if (at === undefined) return;
    found.received += 1;
    found.times.push(performance.now() - at);
  });
  const say = async (line, number) => {
    const text = `message ${number}`;
    const begun = performance.now();
    sent.set(text, begun);
    await ask(line, "say", { key: randomUUID(), text });
    found.acked.push(performance.now() - begun);
  };
  for (let number = 0; number < total; number += 1) {
    setTimeout(say, (1000 * number) / perSecond, lines[number % lines.length], number);
  }
  await until(() => found.received >= found.expected, seconds + 60);
  return found;
}

async function capacity(people, seconds) {
  const WRITERS = 40; // outside the room, so that each of our limits is far away
  let received = 0;
  let stored = 0;
  let going = true;
  await open(people, () => (received += 1));
  const writers = await open(WRITERS, null);
  const write = async (line) => {
    while (going) {
      const payload = { key: randomUUID(), text: "A message of some length, as people write them in a review." };
      const answer = await line.emitWithAck("say", { review, ...payload });
      if (answer.ok) stored += 1;
      else await pause(1000 * (answer.error.retry_after ?? 1));
    }
  };
  const all = writers.map(write);
  await pause(1000); // warm
  const before = [received, stored, performance.now()];
  await pause(1000 * seconds);
  const spent = (performance.now() - before[2]) / 1000;
  const found = { deliveries: (received - before[0]) / spent, messages: (stored - before[1]) / spent };
  going = false;
  await Promise.all(all);
  return found;
}

async function hold(people) {
  await open(people, () => {});
  process.stdout.write("ready\n");
  for await (const _ of process.stdin);
  return {};
}

async function join(entries, times) {
  const found = { first: [], all: [] };
  for (let number = 0; number < times; number += 1) {
    const [line] = await open(1, null);
    const begun = performance.now();
    const { last_seq: last } = await ask(line, "join", {});
    await ask(line, "sync", { after: Math.max(0, last - 100), limit: 100 });
    found.first.push(performance.now() - begun);
    let after = 0;
    for (let more = true; more; ) {
      const page = await ask(line, "sync", { after, limit: 500 });
      ({ more } = page);
      after = page.items.at(-1)?.seq ?? 0;
    }
    if (after < entries) throw new Error(`${after} of ${entries} entries came`);
    found.all.push(performance.now() - begun);
    line.disconnect();
  }
  return found;
}

/** Lines to the server; with `heard` they sit in the room and are told every entry. */
function open(people, heard) {
  return Promise.all(Array.from({ length: people }, () => openOne(heard)));
}

function openOne(heard) {
  return new Promise((resolve, reject) => {
    const line = io(`${url}/reviews`, { auth: { token }, transports: ["websocket"], forceNew: true, reconnection: false });
    line.on("connect_error", reject);
    if (heard) line.on("entry", heard);
    line.on("connect", () => (heard ? ask(line, "join", {}).then(() => resolve(line), reject) : resolve(line)));
  });
}

async function ask(line, event, fields) {
  const answer = await line.emitWithAck(event, { review, ...fields });
  if (!answer.ok) throw new Error(`${event}: ${JSON.stringify(answer)}`);
  return answer;
}

async function until(true_, seconds) {
  const deadline = Date.now() + 1000 * seconds;
  while (!true_() && Date.now() < deadline) await pause(100);
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
