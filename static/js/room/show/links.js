/** Links to this site in what people write become cards with a title and a kind. The server decides what this reader may know of each. */
import { el, link } from "../el.js";

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/gu;
const MOST = 3;

export function showLinks(room) {
  const known = new Map();
  const list = room.find("[data-entries]");
  const fill = (item) => {
    for (const paragraph of item.querySelectorAll("div > p[dir], blockquote")) anchors(paragraph);
    const own = [...item.querySelectorAll("a[data-typed]")].map((each) => new URL(each.href)).filter((url) => url.origin === location.origin);
    for (const url of own.slice(0, MOST)) show(room, known, item, url.pathname);
  };
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.nodeType === 1 && !node.dataset.linked) fill(node.closest(".ent") ?? node);
    }
  });
  watch.observe(list, { childList: true, subtree: true });
}

/** Typed addresses become links; everything else stays text. */
function anchors(box) {
  for (const node of [...box.childNodes]) {
    if (node.nodeType !== 3 || !/https?:/.test(node.data)) continue;
    const parts = [];
    let from = 0;
    for (const { 0: address, index } of node.data.matchAll(ADDRESS)) {
      const to = link(address, address.replace(/^https?:\/\//, ""));
      to.dataset.typed = "yes";
      to.rel = "noopener noreferrer nofollow";
      parts.push(node.data.slice(from, index), to);
      from = index + address.length;
    }
    if (parts.length) node.replaceWith(...parts, node.data.slice(from));
  }
}

async function show(room, known, item, path) {
  if (!known.has(path)) known.set(path, look(room, path));
  const card = await known.get(path);
  const body = item.lastElementChild;
  if (!card || !item.isConnected || body.querySelector(`[data-card="${CSS.escape(path)}"]`)) return;
  const node = el("p", "unfurl", el("span", "label", card.kind), link(path, card.title));
  node.dataset.card = path;
  node.dataset.linked = "yes";
  const actions = body.querySelector(":scope > .ea");
  if (actions) body.insertBefore(node, actions);
  else body.append(node);
}

async function look(room, path) {
  try {
    const answer = await fetch(`${room.config.addresses.links}?path=${encodeURIComponent(path)}`, { credentials: "same-origin", headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
