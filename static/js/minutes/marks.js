/** Decisions and actions marked in a section: the small forms take the selected words, and post without leaving the page. */
import { on } from "../dom.js";
import { csrfToken } from "../http.js";

const PART = { "X-Part": "1" };
const FIRST = { decision: "text", action: "what" };

export class Marks {
  #config;
  #words;

  constructor(config) {
    this.#config = config;
    this.#words = config.words;
    on("click", "details[data-mark] > summary", (_event, summary) => this.#fill(summary.parentElement));
    on("submit", "details[data-mark] form", (event, form) => this.#post(event, form));
  }

  /** Read what is marked in a section anew. */
  async renew(section) {
    const place = document.querySelector(`[data-minutes-section="${CSS.escape(section)}"] [data-minutes-marked]`);
    if (!place) return;
    const answer = await fetch(`${this.#config.marked}?section=${encodeURIComponent(section)}`, { credentials: "same-origin" });
    if (answer.ok) place.innerHTML = await answer.text();
  }

  #fill(details) {
    if (details.open) return;
    const area = details.closest("[data-minutes-section]")?.querySelector("textarea");
    const chosen = area ? area.value.slice(area.selectionStart, area.selectionEnd).replace(/\s+/g, " ").trim() : "";
    const field = details.querySelector(`[name="${FIRST[details.dataset.mark]}"]`);
    if (chosen && !field.value) field.value = chosen;
    setTimeout(() => field.focus());
  }

  async #post(event, form) {
    event.preventDefault();
    const error = form.querySelector("[data-mark-error]");
    error.hidden = true;
    try {
      const headers = { ...PART, "X-CSRFToken": csrfToken() };
      const answer = await fetch(form.action, { method: "POST", credentials: "same-origin", headers, body: new FormData(form) });
      if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message ?? String(answer.status));
      form.closest("[data-minutes-section]").querySelector("[data-minutes-marked]").innerHTML = await answer.text();
      form.reset();
      form.parentElement.open = false;
      form.parentElement.querySelector("summary").focus();
    } catch (problem) {
      error.textContent = this.#words.not_kept.replace("{why}", problem.message);
      error.hidden = false;
    }
  }
}
