/** Watches the reading of a file: how far it is, and what new pages bring; what one reads stays as it is. */

const WAIT = 2000;
const RENEW = 6000;
const waiting = document.querySelector("[data-reading]");
const number = Number(waiting?.dataset.number);
const searching = new URLSearchParams(location.search).has("q");
let seen = null;
let renewed = Date.now();

/** Asks how far the reading is, and again until it is done. */
async function look() {
  const answer = await asked(waiting.dataset.reading, "json");
  // The connection is gone for now: what the page says stays true, and the next look follows.
  if (!answer) return setTimeout(look, WAIT * 2);
  const done = answer.state === "ready" || answer.state === "failed";
  const arrived = answer.pages_read >= number && "waits" in waiting.dataset;
  // Nothing was to be read here yet: the page opens anew as soon as there is something.
  if (arrived || answer.state === "failed" || (done && "waits" in waiting.dataset)) return location.reload();
  tell(answer, done);
  if (searching && (done || (answer.pages_read !== seen && Date.now() - renewed > RENEW))) {
    await renew();
    renewed = Date.now();
    seen = answer.pages_read;
  }
  if (!done) setTimeout(look, WAIT);
}

function tell(answer, done) {
  const bar = waiting.querySelector("progress");
  bar.max = answer.pages || 1;
  bar.value = done ? bar.max : answer.pages_read;
  const words = bar.nextElementSibling;
  const now = done ? waiting.dataset.done : answer.words;
  if (words.textContent !== now) words.textContent = now;
  if (done) waiting.querySelector(".meta")?.remove();
}

/** Takes the hits and the list of their pages from this very address as it answers now; not where somebody is at work. */
async function renew() {
  const html = await asked(location.href, "text");
  if (!html) return;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const old of document.querySelectorAll("[data-live]")) {
    const part = fresh.querySelector(`[data-live="${old.dataset.live}"]`);
    if (part && !old.contains(document.activeElement) && part.textContent !== old.textContent) old.replaceWith(part);
  }
}

async function asked(address, kind) {
  try {
    const response = await fetch(address, { credentials: "same-origin", headers: { Accept: kind === "json" ? "application/json" : "text/html" } });
    return response.ok ? await response[kind]() : null;
  } catch {
    return null;
  }
}

if (waiting) setTimeout(look, WAIT);
