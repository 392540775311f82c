/** The page's sentences, translated by the server: `say("have_all", { n: 214 })`. A sentence is a text, or one a plural category. */
export function speaker(sentences, locale) {
  const plural = new Intl.PluralRules(locale);
  return function say(name, values = {}) {
    const found = sentences[name] ?? name;
    const sentence = typeof found === "string" ? found : (found[plural.select(values.n)] ?? found.other);
    return sentence.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  };
}

/** How many code points a text has once the server has normalised it: what its limits count. */
export function length(text) {
  return [...text.replace(/\r\n?/g, "\n").trim().normalize("NFC")].length;
}
