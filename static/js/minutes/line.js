/**
 * The line to the server. Whatever the server has not seen is sent as one change and kept on this device until it is acknowledged; a change
 * may come twice and in any order, so after a cut both sides only compare what they have seen.
 */
import * as Y from "yjs";

const HEARTBEAT = 10_000;
const ANSWER_WITHIN = 8_000;
const PAUSE = 350;
const FINAL = new Set(["not_found", "not_allowed", "unauthenticated", "network_closed"]);
const SERVER = "server";

export class Line {
  #socket;
  #doc;
  #config;
  #hooks;
  #store;
  #seen = null;
  #seq = 0;
  #dirty = false;
  #timer = null;
  #sending = false;
  #beat = null;
  #stopped = false;
  #held = [];

  /**
   * @param {object} o
   * @param {object} o.socket a Socket.IO client socket of the namespace, not yet connected
   * @param {import("yjs").Doc} o.doc
   * @param {{meeting: string, person: string}} o.config
   * @param {object} o.store where what was not acknowledged is kept: `read`, `keep`, `drop`
   * @param {Record<string, Function>} o.hooks `status(name, why)`, `people(list)`, `at(told)`, `marked(section)`, `mayHear()`
   */
  constructor({ socket, doc, config, store, hooks }) {
    this.#socket = socket;
    this.#doc = doc;
    this.#config = config;
    this.#store = store;
    this.#hooks = hooks;
  }

  async start() {
    const kept = await this.#store.read();
    if (kept) {
      Y.applyUpdate(this.#doc, kept, SERVER);
      this.#dirty = true;
    }
    this.#doc.on("update", (_change, origin) => origin !== SERVER && this.#changed());
    const on = (event, what) => this.#socket.on(event, (data) => data.meeting === this.#config.meeting && what(data));
    on("written", (told) => this.#heard(told));
    on("people", ({ people }) => this.#hooks.people(people));
    on("at", (told) => this.#hooks.at(told));
    on("marked", ({ section }) => this.#hooks.marked(section));
    this.#socket.on("connect", () => this.#open());
    this.#socket.on("connect_error", (error) => this.#refused(error));
    this.#socket.on("disconnect", (reason) => this.#lost(reason));
    this.#socket.on("closed", ({ reason }) => reason !== "draining" && this.#stop(reason));
    this.#socket.connect();
  }

  /** Whether something was written that the server has not said it keeps. */
  get unsent() {
    return this.#dirty;
  }

  /** Where the caret stands. */
  at(section) {
    if (this.#socket.connected) this.#ask("at", { section }).catch(() => {});
  }

  /** The device woke up, or its network came back. */
  nudge() {
    if (this.#stopped) return;
    if (this.#socket.connected) this.#heartbeat();
    else this.#socket.connect();
  }

  /** What came while nobody wanted to hear it. */
  flush() {
    for (const change of this.#held.splice(0)) Y.applyUpdate(this.#doc, change, SERVER);
  }

  #ask(event, fields = {}) {
    return this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, { meeting: this.#config.meeting, ...fields });
  }

  async #open() {
    const answer = await this.#ask("open", { vector: Y.encodeStateVector(this.#doc) }).catch(() => null);
    if (!answer) return this.#again();
    if (!answer.ok) return this.#said(answer.error, () => this.#open());
    if (answer.you !== this.#config.person) return this.#stop("signed_out");
    this.#take(answer.change);
    this.#seen = bytes(answer.vector);
    this.#seq = answer.seq;
    clearInterval(this.#beat);
    this.#beat = setInterval(() => this.#heartbeat(), HEARTBEAT);
    this.#dirty ||= this.#hasNews();
    this.#say();
    if (this.#dirty) this.#send();
  }

  /** A change that the server's vector does not hold; an empty one has two bytes. Deletions alone have no clock: `dirty` remembers those. */
  #hasNews() {
    return !equal(Y.encodeStateVector(this.#doc), this.#seen);
  }

  #changed() {
    this.#dirty = true;
    this.#say();
    this.#keep();
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#send();
    }, PAUSE);
  }

  #keep() {
    this.#store.keep(Y.encodeStateAsUpdate(this.#doc, this.#seen ?? undefined)).catch(() => {});
  }

  async #send() {
    if (this.#sending || !this.#dirty || !this.#seen || !this.#socket.connected) return;
    this.#sending = true;
    const change = Y.encodeStateAsUpdate(this.#doc, this.#seen);
    this.#dirty = false;
    const answer = await this.#ask("write", { change }).catch(() => null);
    this.#sending = false;
    if (answer?.ok) return this.#acknowledged(answer);
    this.#dirty = true;
    if (!answer) return this.#again();
    this.#said(answer.error, () => this.#send());
  }

  #acknowledged(answer) {
    this.#seen = bytes(answer.vector);
    if (answer.seq > this.#seq + 1) this.#open(); // somebody's change came before ours, and we have not heard it
    else this.#seq = Math.max(this.#seq, answer.seq);
    if (this.#dirty) {
      this.#keep();
      this.#send();
    } else this.#store.drop().catch(() => {});
    this.#say();
  }

  #heard({ seq, change }) {
    if (seq > this.#seq + 1) return this.#open();
    if (seq === this.#seq + 1) this.#seq = seq;
    this.#take(change);
  }

  #take(change) {
    if (this.#hooks.mayHear()) Y.applyUpdate(this.#doc, bytes(change), SERVER);
    else this.#held.push(bytes(change));
  }

  async #heartbeat() {
    const answer = await this.#ask("heartbeat", { seq: this.#seq }).catch(() => null);
    if (!answer) return this.#again();
    if (!answer.ok) return this.#said(answer.error, () => {});
    if (answer.seq > this.#seq) await this.#open();
    if (this.#dirty) this.#send();
  }

  #said(error, again) {
    if (FINAL.has(error.code)) return this.#stop(error.code);
    if (error.code === "too_long") return this.#hooks.status("full");
    if (error.code === "invalid") return this.#hooks.status("refused", error.message);
    setTimeout(() => !this.#stopped && again(), (error.retry_after ?? 1) * 1000);
  }

  #say() {
    if (this.#stopped) return;
    if (!this.#socket.connected) this.#hooks.status("offline");
    else this.#hooks.status(this.#dirty || this.#sending ? "saving" : "live");
  }

  #again() {
    this.#socket.disconnect();
    if (!this.#stopped) this.#socket.connect();
  }

  #lost(reason) {
    clearInterval(this.#beat);
    if (this.#stopped) return;
    this.#hooks.status("offline");
    if (reason === "io server disconnect") setTimeout(() => !this.#stopped && this.#socket.connect(), 500 + Math.random() * 1500);
  }

  #refused(error) {
    if (error.data?.code === "unauthenticated") return this.#stop("signed_out");
    this.#hooks.status("offline");
    if (!this.#socket.active) setTimeout(() => !this.#stopped && this.#socket.connect(), 1000);
  }

  #stop(why) {
    this.#stopped = true;
    clearInterval(this.#beat);
    this.#socket.disconnect();
    this.#hooks.status(why === "unauthenticated" || why === "signed_out" ? "signed_out" : "rights_lost");
  }
}

function bytes(data) {
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}

function equal(one, other) {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
