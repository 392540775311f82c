/** The review room: puts the parts together on the page that `templates/reviews/room.html` draws. */
import { io } from "socket.io-client";
import { Clock } from "./clock.js";
import { Composer } from "./compose.js";
import { Connection } from "./connection.js";
import { Conversation } from "./conversation.js";
import { EntryView, el, mark } from "./entries.js";
import { Facilitator } from "./facilitate.js";
import { Log } from "./log.js";
import { Outbox } from "./outbox.js";
import { Presence } from "./presence.js";
import { Stage } from "./stage.js";
import { Status } from "./status.js";
import { openStore } from "./store.js";
import { Timeline } from "./timeline.js";
import { keepNotes, showPlan } from "./sides.js";
import { speaker } from "./words.js";

/** Open the room drawn in `root`, whose `data-room` says which, for whom and in which words. */
export async function openRoom(root) {
  const config = JSON.parse(root.dataset.room);
  const room = new Room(root, config);
  await room.open();
  return room;
}

class Room {
  #root;
  #config;
  #say;
  #find;
  #you = null;
  #state = null;

  constructor(root, config) {
    this.#root = root;
    this.#config = config;
    this.#say = speaker(config.words, config.locale);
    this.#find = (selector) => root.querySelector(selector);
    this.conversation = new Conversation();
    this.presence = new Presence();
    this.clock = new Clock();
    this.log = new Log((entry) => this.#deliver(entry));
  }

  async open() {
    const { review, person } = this.#config;
    this.#drawParts();
    const store = await openStore();
    const socket = io("/reviews", { autoConnect: false, reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
    this.connection = new Connection({ socket, review, person, log: this.log, hooks: this.#hooks() });
    this.outbox = new Outbox({
      store,
      person,
      review,
      send: (event, payload) => this.connection.send(event, payload),
      hooks: {
        changed: (items) => this.#waiting(items, store.lasting),
        acked: (item, answer) => this.log.hear(answer.seq),
        refused: (item, error) => this.#returned(item, error),
        unkept: () => this.#waiting(this.outbox.items, false),
      },
    });
    await this.outbox.load().catch(() => {});
    this.#drawControls();
    this.connection.start(this.outbox);
    addEventListener("online", () => this.connection.nudge());
    document.addEventListener("visibilitychange", () => !document.hidden && this.connection.nudge());
    setInterval(() => this.#second(), 1_000);
  }

  #drawParts() {
    const { locale, person, signs, phases } = this.#config;
    const say = this.#say;
    const voice = this.#find("[data-voice]");
    const view = new EntryView({ say, me: person, signs, locale, timeZone: this.#config.time_zone });
    const phaseName = (name) => phases.find((phase) => phase.name === name)?.label ?? name;
    this.timeline = new Timeline({
      list: this.#find("[data-entries]"),
      scroller: this.#find(".log"),
      jump: this.#find("[data-newest]"),
      voice,
      view,
      say,
      me: person,
      phaseName,
      conversation: this.conversation,
    });
    this.stage = new Stage({ root: this.#root, say, clock: this.clock, phases, voice });
    this.status = new Status({ line: this.#find("[data-status]"), strip: this.#find("[data-strip]"), say, locale, log: this.log });
  }

  #drawControls() {
    const { review, person, limit } = this.#config;
    this.composer = new Composer({
      form: this.#find("[data-compose]"),
      say: this.#say,
      limit,
      draftKey: `infocus:draft:${person}:room:${review}`,
      hooks: {
        send: (event, fields) => this.outbox.add(event, fields),
        typing: (on) => this.connection.request("typing", { on }).catch(() => {}),
      },
    });
    this.facilitator = new Facilitator({
      box: this.#find("[data-facilitate]"),
      connection: this.connection,
      phases: this.#config.phases.map((phase) => phase.name),
      said: (error) => this.#complain(error),
    });
    this.#find("[data-entries]").addEventListener("click", (event) => this.#act(event.target.closest("[data-act]")));
    keepNotes(this.#find("[data-private]"), `infocus:notes:${person}:${review}`);
    showPlan(this.#root);
  }

  #hooks() {
    return {
      status: (state) => this.status.set(state),
      missing: (count) => {
        if (!count) this.timeline.settled();
        this.status.show();
      },
      joined: (answer, asked, answered) => this.#joined(answer, asked, answered),
      beat: (answer, asked, answered) => this.#beat(answer, asked, answered),
      presence: (change) => {
        if (!this.presence.change(change)) this.connection.nudge();
        this.#people();
      },
      typing: (data) => {
        this.presence.typing(data);
        this.#writers();
      },
      clock: (state) => this.#time(state),
    };
  }

  #joined(answer, asked, answered) {
    this.#you = answer.you;
    this.presence.reset(answer.members);
    this.clock.tune(answer.server_time, asked, answered);
    this.#time(answer);
    this.#people();
  }

  async #beat(answer, asked, answered) {
    this.clock.tune(answer.server_time, asked, answered);
    this.#time(answer);
    this.status.show();
    if (!this.presence.agrees(answer.here)) await this.#rejoin();
  }

  async #rejoin() {
    const fresh = await this.connection.request("join").catch(() => null);
    if (fresh?.ok) this.#joined(fresh, Date.now(), Date.now());
  }

  #deliver(entry) {
    if (entry.key && entry.author?.id === this.#config.person) this.outbox?.settle(entry.key);
    const change = this.conversation.apply(entry);
    this.timeline.show(change);
    this.status.show();
    this.#find("[data-total]").textContent = String(this.log.last);
  }

  #time({ state, phase, ends_at = null, left = null, minutes = null }) {
    if (this.#state && state !== this.#state) this.#rejoin(); // begun or over: what one may do is told anew
    this.#state = state;
    const changed = phase !== this.clock.phase;
    this.clock.set({ phase, ends_at, left, minutes });
    if (changed) this.stage.phase();
    else this.stage.tick();
    this.#rights();
  }

  #rights() {
    if (!this.#you) return;
    const phase = this.clock.phase;
    const may = new Set(this.#you.may[phase ?? ""] ?? []);
    const label = this.#config.phases.find((one) => one.name === phase)?.label ?? "";
    this.composer?.allow({ say: may.has("say"), spoken: may.has("spoken"), why: this.#why(phase, label) });
    this.facilitator?.show({ may: may.has("phase"), phase, paused: this.clock.paused });
  }

  /** Why this person cannot write now. */
  #why(phase, label) {
    const ever = Object.values(this.#you.may).some((acts) => acts.includes("say"));
    if (!Object.keys(this.#you.may).length) return this.#say("not_now");
    if (!ever) return this.#say("may_not");
    return this.#say(phase === "round" ? "host_listens" : "not_in_phase", { phase: label });
  }

  #act(button) {
    if (!button) return;
    const seq = Number(button.closest("[data-seq]").dataset.seq);
    const line = this.conversation.line(seq);
    const name = (line.entry.speaker ?? line.entry.author).name;
    const { act, emoji } = button.dataset;
    if (act === "reply") this.composer.reply(line, name);
    if (act === "edit") this.composer.edit(line);
    if (act === "remove" && confirm(this.#say("remove_sure"))) this.outbox.add("remove", { target: seq });
    if (act === "react") {
      const on = !line.reactions.get(emoji)?.has(this.#config.person);
      this.outbox.add("react", { target: seq, emoji, on });
    }
  }

  #waiting(items, lasting) {
    this.timeline.waiting(items);
    this.status.waiting(items.length, lasting);
  }

  #returned(item, error) {
    if (item.fields.text) this.composer.giveBack(item.fields.text);
    this.#complain(error, Boolean(item.fields.text));
  }

  #complain(error, kept = false) {
    const box = this.#find("[data-refused]");
    const words = this.#say(`refused_${error.code}`);
    box.replaceChildren(el("p", "", words, kept ? ` ${this.#say("back_in_box")}` : ""));
    box.hidden = false;
    clearTimeout(this.hideComplaint);
    this.hideComplaint = setTimeout(() => (box.hidden = true), 12_000);
  }

  #people() {
    const members = this.presence.members;
    this.#find("[data-here]").textContent = this.#say("here", { n: members.length });
    const list = this.#find("[data-people]");
    list?.replaceChildren(
      ...members.map((member) => {
        const place = [member.partner?.label, this.#say(`role_${member.role}`)].filter(Boolean).join(" · ");
        return el("li", "", mark(member.partner, "sm"), el("span", "", el("b", "", member.name), ` ${place}`));
      }),
    );
  }

  #writers() {
    const names = this.presence.writers(this.#config.person);
    this.#find("[data-writers]").textContent = names.length ? this.#say("writes", { n: names.length, names: names.join(", ") }) : "";
  }

  #second() {
    this.stage.tick();
    this.#writers();
  }
}
