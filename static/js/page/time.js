/** Shows instants in the zone of the reader's computer; the server's text, in the zone of their profile, stays as the title. */
const FORMATS = {
  "": { dateStyle: "medium", timeStyle: "short" },
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
};

/** Write every `<time data-local datetime>` below a root anew. */
export function localise(root) {
  for (const time of root.querySelectorAll("time[data-local][datetime]")) {
    const instant = new Date(time.dateTime);
    if (Number.isNaN(instant.getTime())) continue;
    time.title = time.textContent.trim();
    const format = FORMATS[time.dataset.local] ?? FORMATS[""];
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, format).format(instant);
    time.removeAttribute("data-local");
  }
}

localise(document);
document.addEventListener("htmx:after:swap", () => localise(document));
