/** What the page says about itself: whole, fetching, offline, or not to stay. */
import { el } from "../el.js";

const CLOSED = new Set(["unauthenticated", "signed_out", "rights_lost", "not_found", "not_allowed", "other_account"]);

export class Status {
  #line;
  #strip;
  #say;
  #locale;
  #state = "connecting";
  #since = new Date();
  #log;
  #waiting = 0;
  #wasOffline = false;
  #lasting = true;
  #whole;

  /** @param {object} o `line` (short state), `strip` (what needs telling), `say`, `locale`, `log`, `whole` (the sentence when nothing is missing) */
  constructor({ line, strip, say, locale, log, whole = "have_all" }) {
    this.#whole = whole;
    this.#line = line;
    this.#strip = strip;
    this.#say = say;
    this.#locale = locale;
    this.#log = log;
  }

  /** The line to the server is `live`, `offline` or closed for a reason. */
  set(state) {
    if (state !== this.#state) this.#since = new Date();
    if (state === "offline" && this.#state === "live") this.#wasOffline = true;
    this.#state = state;
    this.show();
  }

  /** How much waits in the outbox, and whether the browser can keep it. */
  waiting(count, lasting) {
    this.#waiting = count;
    this.#lasting = lasting;
    if (count && !lasting) document.body.dataset.unsent = String(count); // signing out asks about these
    else delete document.body.dataset.unsent;
    this.show();
  }

  /** Put the present state on the page. */
  show() {
    const { last, missing } = this.#log;
    const whole = this.#state === "live" && !missing;
    this.#write(...this.#short(whole, last, missing));
    const at = new Intl.DateTimeFormat(this.#locale, { hour: "2-digit", minute: "2-digit" }).format(this.#since);
    if (CLOSED.has(this.#state)) this.#tell("", this.#say(`closed_${this.#state}`), this.#kept());
    else if (this.#state === "offline") this.#tell("", this.#say("dropped_at", { time: at }), this.#kept());
    else if (this.#wasOffline && whole && !this.#waiting) this.#back(last);
    else if (whole || this.#state === "connecting") this.#strip.hidden = true;
  }

  #short(whole, last, missing) {
    if (whole) return ["st ok", this.#say(this.#whole, { n: last })];
    if (missing && this.#state === "live") return ["st warn", this.#say("fetching", { n: missing })];
    if (this.#state === "connecting") return ["st", this.#say("connecting")];
    return ["st warn", this.#say(CLOSED.has(this.#state) ? "not_connected" : "offline")];
  }

  #kept() {
    if (!this.#lasting) return this.#say("kept_in_page");
    return this.#waiting ? this.#say("kept_waiting", { n: this.#waiting }) : this.#say("kept");
  }

  #back(last) {
    this.#wasOffline = false;
    this.#tell("whole", this.#say("back"), this.#say("have_all", { n: last }));
    setTimeout(() => {
      if (this.#state === "live") this.#strip.hidden = true;
    }, 6_000);
  }

  #write(className, text) {
    this.#line.className = className;
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }

  #tell(className, title, text) {
    this.#strip.className = `offl ${className}`.trim();
    this.#strip.replaceChildren(el("b", "", title), el("span", "", text));
    this.#strip.hidden = false;
  }
}
