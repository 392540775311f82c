/**
 * Puts people into a room and sends messages into it at a steady rate; prints JSON with the milliseconds from send to receipt.
 * Arguments: url, token, review, people, messages a second, seconds.
 */
import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";

const [url, token, review, people, rate, seconds] = process.argv.slice(2);
const total = Number(rate) * Number(seconds);
const sent = new Map();
const times = [];
const acked = [];
let received = 0;

const lines = await Promise.all(Array.from({ length: Number(people) }, open));
for (let number = 0; number < total; number += 1) {
  setTimeout(say, (1000 * number) / Number(rate), lines[number % lines.length], number);
}
const deadline = Date.now() + 1000 * (Number(seconds) + 15);
while (received < total * lines.length && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
const answer = JSON.stringify({ times, acked, received, expected: total * lines.length });
process.stdout.write(answer, () => process.exit(0));

function open() {
  return new Promise((resolve, reject) => {
    const line = io(`${url}/reviews`, { auth: { token }, transports: ["websocket"], forceNew: true, reconnection: false });
    line.on("connect_error", reject);
    line.on("entry", (entry) => {
      const at = sent.get(entry.text);
      if (at === undefined) return;
      received += 1;
      times.push(performance.now() - at);
    });
    line.on("connect", async () => {
      const answer = await line.emitWithAck("join", { review });
      if (answer.ok) resolve(line);
      else reject(new Error(JSON.stringify(answer)));
    });
  });
}

async function say(line, number) {
  const text = `message ${number}`;
  const begun = performance.now();
  sent.set(text, begun);
  const answer = await line.emitWithAck("say", { review, key: randomUUID(), text });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  acked.push(performance.now() - begun);
}
