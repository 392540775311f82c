/** Who speaks, who is next, whose hand is up: every entry of the floor carries all of it. Who has spoken in this phase adds up here. */
export class Floor {
  #now = { speaker: null, since: null, queue: [], hands: [] };
  #done = [];

  /** Apply one entry of the floor. */
  apply({ speaker = null, since = null, queue = [], hands = [] }) {
    const before = this.#now.speaker;
    this.#now = { speaker, since, queue, hands };
    if (before && before.id !== speaker?.id) this.#done = [...without(this.#done, before), before];
    if (speaker) this.#done = without(this.#done, speaker);
  }

  /** Another phase begins: nobody has spoken in it yet. */
  clear() {
    this.#done = [];
  }

  /** The person who has the floor, or null. */
  get speaker() {
    return this.#now.speaker;
  }

  /** When they were given it (an instant), or null. */
  get since() {
    return this.#now.since;
  }

  /** Who comes after them, in order; those who raised a hand among them. */
  get queue() {
    return [...this.#now.queue];
  }

  /** Whether somebody's hand is up. */
  isUp(id) {
    return this.#now.hands.includes(id);
  }

  /** How many hands are up. */
  get hands() {
    return this.#now.hands.length;
  }

  /** Who has spoken in this phase, in that order. */
  get done() {
    return [...this.#done];
  }

  /** What counts, for a comparison of two pages. */
  summary() {
    const { speaker, since, queue, hands } = this.#now;
    const ids = (people) => people.map(({ id }) => id);
    return { speaker: speaker?.id ?? null, since, queue: ids(queue), hands, done: ids(this.#done) };
  }
}

function without(people, person) {
  return people.filter(({ id }) => id !== person.id);
}
