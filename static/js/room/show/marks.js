/** Marks on a passage of a text, across whatever elements it runs through, and the pin that leads to the entries on it. */
import { el, link } from "../el.js";

/** A pin with how many entries there are, leading to the first. */
export function pin(say, seqs) {
  const node = link(`#e${seqs[0]}`, String(seqs.length));
  node.className = "pin";
  node.setAttribute("aria-label", `${say("quoting", { n: seqs.length })}: ${seqs.join(", ")}`);
  return node;
}

/** Mark the characters `from` to `to` of a block's text, and put `after` behind them. */
export function wrap(block, from, to, after) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const parts = [];
  let at = 0;
  while (walker.nextNode()) {
    const { length } = walker.currentNode;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    if (start < end) parts.push([walker.currentNode, start, end]);
    at += length;
  }
  let last = null;
  for (const [node, start, end] of parts) {
    const chosen = node.splitText(start);
    chosen.splitText(end - start);
    last = el("mark", "");
    chosen.replaceWith(last);
    last.append(chosen);
  }
  last?.after(after);
}

/** Take all marks and pins out again. */
export function unmark(box) {
  for (const each of box.querySelectorAll(".pin")) each.remove();
  for (const each of box.querySelectorAll("mark")) each.replaceWith(...each.childNodes);
  box.normalize();
}
