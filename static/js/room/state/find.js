/** Search in the room: over the whole log on this page, without accents and capitals. */

const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ħ: "h", ı: "i" };

/** Words as they are compared. */
export function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđßæœħı]/g, (letter) => LETTERS[letter])
    .replace(/[\s"“”„«»‘’']+/g, " ")
    .trim();
}

/** The `seq` of every line that has all words (in its text or its name), oldest first. */
export function find(lines, words) {
  const wanted = folded(words).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  return lines.filter((line) => line.text && has(line, wanted)).map(({ seq }) => seq);
}

function has({ text, entry }, wanted) {
  const who = entry.speaker ?? entry.author;
  const whole = folded(`${text} ${who?.name ?? ""} ${(entry.speaker ? who.partner : entry.partner)?.label ?? ""}`);
  return wanted.every((word) => whole.includes(word));
}
