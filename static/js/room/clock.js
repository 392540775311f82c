/** The phase clock, in server time: it counts down to the phase's end, then up, and stands still in a pause. */
export class Clock {
  #ahead = 0;
  #state = { phase: null, ends_at: null, left: null, minutes: null };

  /** Learn the server's time: `asked` and `answered` are this device's clock before and after the question. */
  tune(serverTime, asked, answered) {
    this.#ahead = Date.parse(serverTime) - (asked + answered) / 2;
  }

  /** @param {{phase: ?string, ends_at: ?string, left: ?number, minutes: ?number}} state as the server sent it */
  set(state) {
    this.#state = { ...this.#state, ...state };
  }

  get phase() {
    return this.#state.phase;
  }

  /** How many milliseconds the server's clock is ahead of this device's. */
  get ahead() {
    return this.#ahead;
  }

  get minutes() {
    return this.#state.minutes;
  }

  get paused() {
    return this.#state.phase !== null && this.#state.ends_at === null && this.#state.left !== null;
  }

  /** Whole seconds left in the phase (negative when over), or null when no clock runs. */
  left(now = Date.now()) {
    if (this.paused) return Math.ceil(this.#state.left);
    if (this.#state.ends_at === null) return null;
    return Math.ceil((Date.parse(this.#state.ends_at) - now - this.#ahead) / 1000);
  }

  /** Seconds of the phase already used, for its bar; null when no clock runs. */
  used(now = Date.now()) {
    const left = this.left(now);
    return left === null || this.#state.minutes === null ? null : Math.max(0, this.#state.minutes * 60 - left);
  }
}

/** `522` → `08:42`; over time `-75` → `+01:15`. */
export function clockText(seconds) {
  const size = Math.abs(seconds);
  const text = `${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  return seconds < 0 ? `+${text}` : text;
}
