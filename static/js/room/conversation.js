/**
 * What the room's log amounts to: lines with their edits, removals and reactions, the phase, notes and clusters with their dots, the floor,
 * recommendations, and the gaps left off the record. Rebuilt from entries alone, so any two pages with the same log agree.
 */
import { Advice } from "./state/advice.js";
import { Board } from "./state/board.js";
import { digest } from "./state/digest.js";
import { Floor } from "./state/floor.js";

export class Conversation {
  #lines = new Map();
  #phase = null;
  #since = 0;
  #offRecord = false;
  #deleted = false;
  board = new Board();
  floor = new Floor();
  advice = new Advice();

  /** The phase entry in force, or null before the first. */
  get phase() {
    return this.#phase;
  }

  /** The `seq` of the entry that began the present phase; a pause or more time does not begin it. */
  get since() {
    return this.#since;
  }

  /** Whether what is said now is off the record. */
  get offRecord() {
    return this.#offRecord;
  }

  /** The line whose first entry has this `seq`, or undefined. */
  line(seq) {
    return this.#lines.get(seq);
  }

  /** All lines in the order of the log, notes among them. */
  get lines() {
    return [...this.#lines.values()];
  }

  /** What the host takes home, in order. */
  get takeaways() {
    return this.lines.filter(({ entry, removed }) => entry.takeaway && !removed);
  }

  /**
   * Apply the next entry.
   * @returns {{kind: string, line?: object, entry: object}} what there is to show: a `line`, a `changed` line, a `phase`, a `note`, the
   *   `board`, the `floor`, a recommendation (`advice`, with the line it came from), a `gap`, or `nothing`
   */
  apply(entry) {
    if (entry.deleted) return { entry, ...this.gone(entry) };
    const how = APPLY[entry.kind];
    return how ? { entry, ...how(this, entry) } : { kind: "nothing", entry }; // a kind this page does not know yet
  }

  /** A mark of the whole state: the same on every page that has the same log. */
  digest() {
    const lines = this.lines.map(({ seq, text, removed, reactions }) => [
      seq,
      text,
      Boolean(removed),
      [...reactions].map(([sign, people]) => [sign, [...people.keys()].sort()]).sort(),
    ]);
    const phase = this.#phase && [this.#phase.phase, this.#phase.state, this.#phase.ends_at, this.#phase.left];
    return digest(JSON.stringify([lines, phase, this.#offRecord, this.board.summary(), this.floor.summary(), this.advice.summary()]));
  }

  add(entry) {
    const line = { seq: entry.seq, entry, text: entry.text ?? "", edited: null, removed: null, reactions: new Map() };
    this.#lines.set(entry.seq, line);
    return line;
  }

  change(entry, how) {
    const line = this.#lines.get(entry.target);
    if (!line) return { kind: "nothing" };
    how(line);
    return { kind: "changed", line };
  }

  /** Of a deleted transcript one line is left, which says so. */
  gone(entry) {
    if (this.#deleted) return { kind: "nothing" };
    this.#deleted = true;
    return { kind: "line", line: this.add({ ...entry, kind: "withheld", text: "" }) };
  }

  moved(entry) {
    if (entry.phase !== this.#phase?.phase) {
      this.floor.clear();
      this.#since = entry.seq;
    }
    this.#phase = entry;
    return { kind: "phase" };
  }

  gap(entry) {
    this.#offRecord = entry.on;
    return { kind: "gap" };
  }
}

const line = (room, entry) => ({ kind: "line", line: room.add(entry) });

const APPLY = {
  message: line,
  spoken: line,
  withheld: line,
  edited: (room, entry) =>
    room.change(entry, (one) => {
      one.text = entry.text;
      one.edited = entry;
    }),
  removed: (room, entry) =>
    room.change(entry, (one) => {
      one.text = "";
      one.removed = entry;
    }),
  reaction: (room, entry) => room.change(entry, (one) => react(one, entry)),
  phase: (room, entry) => room.moved(entry),
  off_record: (room, entry) => room.gap(entry),
  note: (room, entry) => {
    room.board.note(entry);
    return { kind: "note", line: room.add(entry) };
  },
  cluster: (room, entry) => {
    room.board.cluster(entry);
    return { kind: "board" };
  },
  vote: (room, entry) => {
    room.board.vote(entry);
    return { kind: "board" };
  },
  floor: (room, entry) => {
    room.floor.apply(entry);
    return { kind: "floor" };
  },
  recommendation: (room, entry) => {
    room.advice.apply(entry);
    return { kind: "advice", line: room.line(entry.source) };
  },
};

function react(one, { emoji, on, author }) {
  const people = one.reactions.get(emoji) ?? new Map();
  if (on) people.set(author.id, author.name);
  else people.delete(author.id);
  if (people.size) one.reactions.set(emoji, people);
  else one.reactions.delete(emoji);
}
