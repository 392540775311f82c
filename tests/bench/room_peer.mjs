/**
 * The peer: Node's own Socket.IO server with the same promise as ours. A message is looked up by its key, given the room's
 * next number and committed to SQLite (WAL, synchronous=FULL) before anybody is told. No rights, phases or people: those it
 * has not. Argument: the database file. Prints its port.
 */
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { Server } from "socket.io";

const base = new DatabaseSync(process.argv[2]);
base.exec(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE rooms (review TEXT PRIMARY KEY, last INTEGER NOT NULL);
  CREATE TABLE log (review TEXT, seq INTEGER, key TEXT, text TEXT, at TEXT, PRIMARY KEY (review, seq), UNIQUE (review, key));
`);
const known = base.prepare("SELECT seq FROM log WHERE review = ? AND key = ?");
const next = base.prepare("INSERT INTO rooms VALUES (?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last");
const keep = base.prepare("INSERT INTO log VALUES (?, ?, ?, ?, ?)");
const page = base.prepare("SELECT * FROM log WHERE review = ? AND seq > ? ORDER BY seq LIMIT ?");
const last = base.prepare("SELECT last FROM rooms WHERE review = ?");

const http = createServer();
const io = new Server(http, { transports: ["websocket"] });
io.of("/reviews").on("connection", (socket) => {
  socket.on("join", ({ review }, answer) => {
    socket.join(review);
    answer({ ok: true, last_seq: last.get(review)?.last ?? 0 });
  });
  socket.on("sync", ({ review, after, limit }, answer) => {
    const items = page.all(review, after, limit);
    answer({ ok: true, items, more: items.length === limit });
  });
  socket.on("say", ({ review, key, text }, answer) => {
    const stored = known.get(review, key);
    if (stored) return answer({ ok: true, seq: stored.seq });
    const at = new Date().toISOString();
    base.exec("BEGIN IMMEDIATE");
    const seq = next.get(review).last;
    keep.run(review, seq, key, text, at);
    base.exec("COMMIT");
    answer({ ok: true, seq });
    io.of("/reviews").to(review).emit("entry", { review, seq, kind: "message", key, at, text });
  });
});
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
