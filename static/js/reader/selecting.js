/** The words somebody marked, as the server looks for them: the words, those around them, and where they begin. */

const AROUND = 64;
const OURS = ".pin, .para-say, .meta";
const ROOTS = "[data-text], .rd-words";

/** Text nodes of the page's own words below `root`. */
function* words(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement.closest(OURS)) yield node;
}

/** How many characters a text has as the server counts them. */
export function length(text) {
  return [...text].length;
}

/** Where a place in a paragraph is in the page's text, in code points; nothing for words over a picture. */
function placeOf(node, offset) {
  const paragraph = node.parentElement.closest("[data-at]");
  if (!paragraph) return "";
  let place = Number(paragraph.dataset.at);
  for (const each of words(paragraph)) {
    if (each === node) return String(place + length(each.data.slice(0, offset)));
    place += length(each.data);
  }
  return "";
}

/** What is marked now; null when nothing of a page is. */
export function marked() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const root = [...document.querySelectorAll(ROOTS)].find((each) => range.intersectsNode(each) && each.contains(range.startContainer));
  if (!root) return null;
  let before = "", quote = "", after = "", start = null;
  for (const node of words(root)) {
    const ends = node.parentElement.closest("[data-at]") ? "" : " ";
    if (!range.intersectsNode(node)) {
      if (quote) after += node.data + ends;
      else before += node.data + ends;
      continue;
    }
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    before += node.data.slice(0, from);
    if (from < to) start ??= placeOf(node, from);
    quote += node.data.slice(from, to) + (to === node.data.length ? ends : "");
    after += node.data.slice(to) + ends;
  }
  if (!quote.trim()) return null;
  return { range, quote, prefix: [...before].slice(-AROUND).join(""), suffix: [...after].slice(0, AROUND).join(""), start: start ?? "" };
}
