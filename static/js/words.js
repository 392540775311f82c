/** The page's sentences in the reader's language, written by templates/layout/words.html: `say("saved", { time: "14:02" })`. */
export function say(name, values = {}) {
  const sentence = document.getElementById("words")?.dataset[name] ?? name;
  return sentence.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

/** An hour and minute, with the day where it is not today, as the reader writes them. */
export function clockTime(instant) {
  const today = new Date(instant).toDateString() === new Date().toDateString();
  const parts = { hour: "2-digit", minute: "2-digit", ...(today ? {} : { day: "numeric", month: "short" }) };
  return new Intl.DateTimeFormat(document.documentElement.lang, parts).format(instant);
}

/** How many code points a text has as the server counts them: NFC, a line end as one. */
export function codePoints(text) {
  return [...text.replace(/\r\n?/g, "\n").normalize("NFC")].length;
}
