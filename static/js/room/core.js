/**
 * The room without a face: its log and what it amounts to, the clock, who is here, the line, the outbox. What is shown subscribes with `on`:
 * `joined`, `entry` (a change of the conversation), `settled` (the first fill is over), `clock`, `rights`, `people`, `writers`, `waiting`,
 * `acked`, `returned`, `complaint`, `ephemeral`, `status`, `second`.
 */
import { io } from "socket.io-client";
import { Clock } from "./clock.js";
import { Connection } from "./connection.js";
import { Conversation } from "./conversation.js";
import { Log } from "./log.js";
import { Outbox } from "./outbox.js";
import { Presence } from "./presence.js";
import { mayNow } from "./rights.js";
import { speaker } from "./words.js";

const TRIES = 3;

export class Room {
  #heard = new Map();
  #settled = false;
  #reads = false;
  you = null;
  state = null;
  begins = null;
  read = 0;

  constructor(root, config) {
    this.root = root;
    this.config = config;
    this.say = speaker(config.words, config.locale);
    this.conversation = new Conversation();
    this.presence = new Presence();
    this.clock = new Clock();
    this.log = new Log((entry) => this.#deliver(entry));
  }

  /** Be told of something. */
  on(name, what) {
    this.#heard.set(name, [...(this.#heard.get(name) ?? []), what]);
  }

  /** Tell everybody who asked. */
  emit(name, ...values) {
    for (const what of this.#heard.get(name) ?? []) what(...values);
  }

  /** An element of the page. */
  find(selector) {
    return document.querySelector(selector);
  }

  /** Whether the first fill is over: from then on entries are news. */
  get settled() {
    return this.#settled;
  }

  /** The label of a phase. */
  phaseLabel(name) {
    return this.config.phases.find((phase) => phase.name === name)?.label ?? name ?? "";
  }

  /** Whether this person may do `act` now. */
  may(act) {
    return Boolean(this.you) && mayNow(this.you, this.state, this.clock.phase, act);
  }

  /** Open the line; what was typed and not acknowledged comes from `store`. */
  async open(store) {
    const { review, person } = this.config;
    const socket = io("/reviews", { autoConnect: false, reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
    this.connection = new Connection({ socket, review, person, log: this.log, hooks: this.#hooks(), reading: () => (this.#reads ? this.read : 0) });
    this.store = store;
    this.outbox = new Outbox({
      store,
      person,
      review,
      send: (event, payload) => this.connection.send(event, payload),
      hooks: {
        changed: (items) => this.emit("waiting", items, store.lasting),
        acked: (item, answer) => {
          this.log.hear(answer.seq);
          this.emit("acked", item, answer);
        },
        refused: (item, error) => this.emit("returned", item, error),
        unkept: () => this.emit("waiting", this.outbox.items, false),
      },
    });
    await this.outbox.load().catch(() => {});
    this.connection.start(this.outbox);
    addEventListener("online", () => this.connection.nudge());
    document.addEventListener("visibilitychange", () => !document.hidden && this.connection.nudge());
    setInterval(() => this.emit("second"), 1_000);
  }

  /** Write something down for good: kept on this device until the server has it. Resolves with its key. */
  write(event, fields) {
    return this.outbox.add(event, fields);
  }

  /** Do something that only counts now, under one key however often it is sent; the answer, or null after a complaint. */
  async act(event, fields) {
    const key = crypto.randomUUID();
    let answer = null;
    for (let tried = 0; !answer && tried < TRIES; tried += 1) answer = await this.connection.request(event, { key, ...fields }).catch(() => null);
    if (answer?.ok) {
      if (answer.seq) this.log.hear(answer.seq);
      return answer;
    }
    this.emit("complaint", answer?.error ?? { code: "offline" });
    return null;
  }

  /** Somebody of the table by id: `{id, name, role, partner}`. */
  person(id) {
    return this.config.table.find((each) => each.id === id);
  }

  #hooks() {
    return {
      status: (state) => this.emit("status", state),
      missing: (count) => {
        if (!count && !this.#settled) {
          this.#settled = true;
          this.emit("settled");
        }
        this.emit("missing", count);
      },
      joined: (answer, asked, answered) => this.#joined(answer, asked, answered),
      beat: (answer, asked, answered) => this.#beat(answer, asked, answered),
      presence: (change) => {
        if (!this.presence.change(change)) this.connection.nudge();
        this.emit("people");
      },
      typing: (data) => {
        this.presence.typing(data);
        this.emit("writers");
      },
      clock: (state) => this.#time(state),
      ephemeral: (aside) => this.emit("ephemeral", aside),
    };
  }

  #joined(answer, asked, answered) {
    this.you = answer.you;
    this.#reads = answer.you.read !== undefined;
    this.read = Math.max(this.read, answer.you.read ?? 0);
    this.presence.reset(answer.members);
    this.clock.tune(answer.server_time, asked, answered);
    this.emit("joined", answer);
    this.#time(answer);
    this.emit("people");
  }

  async #beat(answer, asked, answered) {
    this.clock.tune(answer.server_time, asked, answered);
    this.#time(answer);
    this.emit("missing", this.log.missing);
    if (!this.presence.agrees(answer.here)) await this.#rejoin();
  }

  async #rejoin() {
    const asked = Date.now();
    const fresh = await this.connection.request("join").catch(() => null);
    if (fresh?.ok) this.#joined(fresh, asked, Date.now());
  }

  #deliver(entry) {
    if (entry.key && entry.author?.id === this.config.person) this.outbox?.settle(entry.key);
    this.emit("entry", this.conversation.apply(entry));
    if (entry.kind === "phase" && entry.move === "hand_over" && this.#settled) this.#rejoin(); // one's own rights may be others now
  }

  #time({ state, phase, ends_at = null, left = null, minutes = null, begins }) {
    if (begins !== undefined) this.begins = begins;
    if (this.state && state !== this.state) this.#rejoin(); // begun or over: what one may do is told anew
    this.state = state;
    const changed = phase !== this.clock.phase;
    this.clock.set({ phase, ends_at, left, minutes });
    this.emit("clock", changed);
    this.emit("rights");
  }
}

/** Draw once for a burst of changes: the function that asks for it. */
export function soon(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      draw();
    }, 0);
  };
}
