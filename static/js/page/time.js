/** Shows instants in the zone of the reader's computer, date and time on hover; without scripts the zone is that of their profile. */
const language = document.documentElement.lang;
const full = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" });
const time = new Intl.DateTimeFormat(language, { timeStyle: "short" });
const day = { day: "numeric", month: "short" };

/** A day; the year only where it is not this one. */
function date(instant) {
  const thisYear = instant.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(language, thisYear ? day : { ...day, year: "numeric" }).format(instant);
}

const WRITE = { date, time: time.format, "": (instant) => `${date(instant)}, ${time.format(instant)}` };

/** Write every `<time data-local datetime>` below a root anew. */
export function localise(root) {
  for (const mark of root.querySelectorAll("time[data-local][datetime]")) {
    const instant = new Date(mark.dateTime);
    if (Number.isNaN(instant.getTime())) continue;
    mark.textContent = (WRITE[mark.dataset.local] ?? WRITE[""])(instant);
    mark.title = full.format(instant);
    mark.removeAttribute("data-local");
  }
}

localise(document);
document.addEventListener("htmx:after:swap", () => localise(document));
