/** The peer: a Socket.IO server that stores nothing and sends every message to everybody. Prints its port. */
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket"] });
let seq = 0;
io.of("/reviews").on("connection", (socket) => {
  socket.on("join", (data, answer) => {
    socket.join(data.review);
    answer({ ok: true, last_seq: seq });
  });
  socket.on("say", (data, answer) => {
    seq += 1;
    io.of("/reviews").to(data.review).emit("entry", { seq, text: data.text });
    answer({ ok: true, seq });
  });
});
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
