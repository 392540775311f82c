/** The beginnings of words that were typed, marked in what is offered; accents and capitals do not matter. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LETTERS = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d", ı: "i" };

/** Lower case, without accents. */
export function plain(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return bare.replace(/[ßłøæœđı]/g, (letter) => LETTERS[letter]);
}

/** How many characters of a word cover a typed beginning; 0 when the word does not begin so. */
export function covered(word, beginnings) {
  const longest = Math.max(0, ...beginnings.filter((each) => plain(word).startsWith(each)).map((each) => each.length));
  if (!longest) return 0;
  let end = 0;
  for (const character of word) {
    if (plain(word.slice(0, end)).length >= longest) break;
    end += character.length;
  }
  while (/^\p{M}/u.test(word.slice(end))) end += 1; // an accent goes with its letter
  return end;
}

/** A text as nodes: plain text, and `<mark>` round what was typed. */
export function marked(text, typed) {
  const beginnings = (typed.match(WORD) ?? []).map(plain).filter(Boolean);
  const nodes = [];
  let place = 0;
  for (const match of text.matchAll(WORD)) {
    const length = covered(match[0], beginnings);
    if (!length) continue;
    nodes.push(text.slice(place, match.index));
    const mark = document.createElement("mark");
    mark.textContent = match[0].slice(0, length);
    nodes.push(mark);
    place = match.index + length;
  }
  return [...nodes, text.slice(place)];
}
