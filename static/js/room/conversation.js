/**
 * What the room's log amounts to: lines with their edits, removals and reactions, and the phase. Rebuilt from entries alone.
 */
export class Conversation {
  #lines = new Map();
  #phase = null;

  /** The phase entry in force, or null before the first. */
  get phase() {
    return this.#phase;
  }

  /** The line whose first entry has this `seq`, or undefined. */
  line(seq) {
    return this.#lines.get(seq);
  }

  /**
   * Apply the next entry.
   * @returns {{kind: "line" | "changed" | "phase" | "nothing", line?: object, entry: object}} what there is to show
   */
  apply(entry) {
    switch (entry.kind) {
      case "message":
      case "spoken":
      case "withheld":
        return { kind: "line", line: this.#add(entry), entry };
      case "edited":
        return this.#change(entry, (line) => {
          line.text = entry.text;
          line.edited = entry;
        });
      case "removed":
        return this.#change(entry, (line) => {
          line.text = "";
          line.removed = entry;
        });
      case "reaction":
        return this.#change(entry, (line) => react(line, entry));
      case "phase":
        this.#phase = entry;
        return { kind: "phase", entry };
      default:
        return { kind: "nothing", entry }; // a kind this page does not know yet
    }
  }

  #add(entry) {
    const line = { seq: entry.seq, entry, text: entry.text ?? "", edited: null, removed: null, reactions: new Map() };
    this.#lines.set(entry.seq, line);
    return line;
  }

  #change(entry, how) {
    const line = this.#lines.get(entry.target);
    if (!line) return { kind: "nothing", entry };
    how(line);
    return { kind: "changed", line, entry };
  }
}

function react(line, { emoji, on, author }) {
  const people = line.reactions.get(emoji) ?? new Map();
  if (on) people.set(author.id, author.name);
  else people.delete(author.id);
  if (people.size) line.reactions.set(emoji, people);
  else line.reactions.delete(emoji);
}
