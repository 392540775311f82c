/** What the page says about itself: connected or not, whole or fetching, how much waits. */
import { Status } from "./status-line.js";

const NOWHERE = document.createElement("div");

export function showStatus(room) {
  const { say, log } = room;
  const status = new Status({
    line: room.find("[data-status]") ?? NOWHERE,
    strip: room.find("[data-strip]") ?? NOWHERE,
    say,
    locale: room.config.locale,
    log,
    whole: room.config.view === "stage" ? "entries_kept" : "have_all",
  });
  const total = room.find("[data-total]");
  room.on("status", (state) => status.set(state));
  room.on("missing", () => status.show());
  room.on("waiting", (items, lasting) => status.waiting(items.length, lasting));
  room.on("entry", () => {
    if (room.settled) status.show();
    if (total) total.textContent = String(log.last);
  });
}
