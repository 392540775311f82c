/** Who is in the room, and who is writing. The server tells the changes; a wrong count means one was missed. */
const TYPING_LASTS = 6_000;

export class Presence {
  #members = new Map();
  #typing = new Map();

  /** Everybody, as `join` answered. */
  reset(members) {
    this.#members = new Map(members.map((member) => [member.person, member]));
  }

  /** One change. Returns false when the count shows that another change was missed. */
  change({ joined = [], left = [], here }) {
    for (const member of joined) this.#members.set(member.person, member);
    for (const person of left) this.#members.delete(person);
    return this.agrees(here);
  }

  /** Whether we know as many people as the server counts. */
  agrees(here) {
    return here === undefined || here === this.#members.size;
  }

  /** The people here, by name. */
  get members() {
    return [...this.#members.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Somebody writes, or has stopped. */
  typing({ person, name, on }, now = Date.now()) {
    if (on) this.#typing.set(person, { name, until: now + TYPING_LASTS });
    else this.#typing.delete(person);
  }

  /** The names of those who write now, but for `me`. */
  writers(me, now = Date.now()) {
    for (const [person, { until }] of this.#typing) if (until < now) this.#typing.delete(person);
    return [...this.#typing].filter(([person]) => person !== me).map(([, { name }]) => name);
  }
}
