/**
 * The line to the server. Pushing alone loses messages, so every join, reconnect, gap and heartbeat compares `seq` and fetches
 * what is missing; the outbox is opened only after the server has said who we are.
 */
const HEARTBEAT = 10_000;
const ANSWER_WITHIN = 8_000;
const GAP_PATIENCE = 300;
const PAGE = 1_000;
const DEAD_AFTER = 2;
/** Answers after which this page has no business in the room. */
const FINAL = new Set(["not_found", "not_allowed", "unauthenticated"]);

export class Connection {
  #socket;
  #review;
  #person;
  #log;
  #outbox;
  #hooks;
  #reading;
  #beat = null;
  #unanswered = 0;
  #fetching = null;
  #gap = null;
  #stopped = false;

  /**
   * @param {object} o
   * @param {object} o.socket a Socket.IO client socket of the namespace, not yet connected
   * @param {string} o.review
   * @param {string} o.person who this page belongs to
   * @param {import("./log.js").Log} o.log
   * @param {Record<string, Function>} o.hooks `status`, `joined`, `beat`, `missing`, and one a pushed event
   * @param {() => number} o.reading the newest entry this person has seen, told with every heartbeat
   */
  constructor({ socket, review, person, log, hooks, reading = () => 0 }) {
    this.#socket = socket;
    this.#review = review;
    this.#person = person;
    this.#log = log;
    this.#hooks = hooks;
    this.#reading = reading;
  }

  /** Begin. `outbox` is opened whenever the line is good, and closed when it is not. */
  start(outbox) {
    this.#outbox = outbox;
    const on = (event, what) => this.#socket.on(event, what);
    on("connect", () => this.#join());
    on("connect_error", (error) => this.#refused(error));
    on("disconnect", (reason) => this.#lost(reason));
    on("closed", ({ reason }) => this.#closed(reason));
    on("entry", (entry) => this.#pushed(entry));
    for (const event of ["presence", "typing", "clock", "ephemeral"]) {
      on(event, (data) => data.review === this.#review && this.#hooks[event]?.(data));
    }
    this.#socket.connect();
  }

  /** Ask the server; rejects when no answer comes in time or the line is gone. */
  request(event, fields = {}) {
    return this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, { review: this.#review, ...fields });
  }

  /** Send an outbox item as it is. */
  send(event, payload) {
    if (!this.#socket.connected) return Promise.reject(new Error("offline"));
    return this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, payload);
  }

  /** The device woke up or its network came back: do not wait for a timer. */
  nudge() {
    if (this.#stopped) return;
    if (this.#socket.connected) this.#heartbeat();
    else this.#socket.connect();
  }

  async #join() {
    const asked = Date.now();
    const answer = await this.request("join").catch(() => null);
    if (!answer) return this.#again();
    if (!answer.ok) return FINAL.has(answer.error.code) ? this.#stop(answer.error.code) : this.#soon(() => this.#join());
    if (answer.you.person !== this.#person) return this.#stop("other_account");
    this.#unanswered = 0;
    this.#hooks.joined?.(answer, asked, Date.now());
    this.#log.hear(answer.last_seq);
    this.#hooks.status?.("live");
    clearInterval(this.#beat);
    this.#beat = setInterval(() => this.#heartbeat(), HEARTBEAT);
    await this.#catchUp();
    this.#outbox.open(answer.you.person);
  }

  async #heartbeat() {
    const asked = Date.now();
    const answer = await this.request("heartbeat", this.#seen()).catch(() => null);
    if (!answer) {
      this.#unanswered += 1;
      if (this.#unanswered >= DEAD_AFTER) this.#again(); // half open: a proxy forgot us without saying so
      return;
    }
    this.#unanswered = 0;
    if (!answer.ok) {
      if (FINAL.has(answer.error.code)) this.#stop(answer.error.code);
      return;
    }
    this.#hooks.beat?.(answer, asked, Date.now());
    this.#log.hear(answer.last_seq);
    await this.#catchUp();
  }

  #seen() {
    const read = Math.min(this.#reading(), this.#log.last);
    return { seq: this.#log.last, ...(read > 0 && { read }) };
  }

  #pushed(entry) {
    if (entry.review !== this.#review) return;
    this.#log.take(entry);
    if (!this.#log.missing || this.#gap) return;
    this.#gap = setTimeout(() => {
      this.#gap = null;
      this.#catchUp();
    }, GAP_PATIENCE);
  }

  /** Fetch until nothing is missing; one at a time. */
  #catchUp() {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetch() {
    while (this.#log.missing) {
      this.#hooks.missing?.(this.#log.missing);
      const answer = await this.request("sync", { after: this.#log.last, limit: PAGE }).catch(() => null);
      if (!answer?.ok || !this.#log.take(...answer.items)) break; // the next heartbeat tries again
    }
    this.#hooks.missing?.(this.#log.missing);
  }

  #again() {
    this.#socket.disconnect();
    if (!this.#stopped) this.#socket.connect();
  }

  #lost(reason) {
    this.#quiet();
    if (this.#stopped) return;
    this.#hooks.status?.("offline");
    if (reason === "io server disconnect") this.#soon(); // Socket.IO comes back by itself from everything but this
  }

  #refused(error) {
    this.#quiet();
    if (error.data?.code === "unauthenticated") this.#stop("unauthenticated");
    else {
      this.#hooks.status?.("offline");
      if (!this.#socket.active) this.#soon();
    }
  }

  #closed(reason) {
    if (reason !== "draining") this.#stop(reason);
  }

  #soon(what = () => this.#socket.connect()) {
    setTimeout(() => !this.#stopped && what(), 500 + Math.random() * 1500); // not everybody at the same moment
  }

  #quiet() {
    clearInterval(this.#beat);
    clearTimeout(this.#gap);
    this.#gap = null;
    this.#outbox?.close();
  }

  #stop(why) {
    this.#stopped = true;
    this.#quiet();
    this.#socket.disconnect();
    this.#hooks.status?.(why);
  }
}
