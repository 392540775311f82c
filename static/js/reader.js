/** The reader: watches the reading of a file, and brings the hit one stands on into view. */

const WAIT = 2000;
const waiting = document.querySelector("[data-reading]");

/** Asks how far the reading is; the page opens anew when there is something to read. */
async function look() {
  let answer;
  try {
    const response = await fetch(waiting.dataset.reading, { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!response.ok) return;
    answer = await response.json();
  } catch {
    // The connection is gone for now: what the page says stays true, and the next look follows.
    setTimeout(look, WAIT * 2);
    return;
  }
  if (answer.state === "ready" || answer.state === "failed") {
    location.reload();
    return;
  }
  const bar = waiting.querySelector("progress");
  bar.max = answer.pages || 1;
  bar.value = answer.pages_read;
  const words = bar.nextElementSibling;
  if (words.textContent !== answer.words) words.textContent = answer.words;
  setTimeout(look, WAIT);
}

if (waiting) setTimeout(look, WAIT);

const hit = document.querySelector("#hit");
if (hit && !location.hash) hit.scrollIntoView({ block: "center" });
