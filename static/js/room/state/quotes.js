/** Passages of the plan that entries quote: where they stand in a text, however its spaces are broken. */

/** The sentence as it is compared: single spaces, no line ends. */
export function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * Where quoted passages stand in a text.
 * @param {string} text
 * @param {Iterable<string>} quotes
 * @returns {{from: number, to: number, quote: string}[]} in order, without overlaps (the first to begin wins)
 */
export function passages(text, quotes) {
  const found = [];
  for (const quote of new Set([...quotes].map(plain))) {
    if (!quote) continue;
    const pattern = quote.split(" ").map(escaped).join("\\s+");
    const match = new RegExp(pattern, "u").exec(text);
    if (match) found.push({ from: match.index, to: match.index + match[0].length, quote });
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart = [];
  for (const each of found) if (!apart.length || apart.at(-1).to <= each.from) apart.push(each);
  return apart;
}

function escaped(word) {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
