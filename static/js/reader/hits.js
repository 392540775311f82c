/** Brings the hit one stands on into the middle of the window, and goes to the next and previous one by Alt and an arrow. */

const FIELDS = "input, textarea, select, [contenteditable]";

function show() {
  if (location.hash && location.hash !== "#hit") return;
  document.getElementById("hit")?.scrollIntoView({ block: "center", inline: "center" });
}

/** In a long list of pages the present one comes into view; the window stays where it is. */
function showCurrent() {
  const current = document.querySelector(".pghits [aria-current]");
  const list = current?.closest(".pghits");
  if (list) list.scrollTop = current.parentElement.offsetTop - list.clientHeight / 2;
}

document.addEventListener("keydown", (event) => {
  // Not a letter alone: who speaks to the computer would turn pages by talking (WCAG 2.1.4).
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest?.(FIELDS)) return;
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  // The next and previous hit may have come while the page was open: they are looked for now.
  document.querySelector(`.rd-bar [data-key="${event.key}"]`)?.click();
});

// Once the browser itself has gone to the place in the address, which the bar on top would cover.
if (document.readyState === "complete") show();
else window.addEventListener("load", show, { once: true });
showCurrent();
