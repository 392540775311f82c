/** Elements. Everything people wrote goes in by `textContent`; nothing is ever parsed as HTML. */

/** Make an element: `el("p", "meta", "text", child, …)`. */
export function el(tag, className = "", ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** The mark of a partner: two letters on its hue; the name stands near. */
export function mark(partner, size = "") {
  const node = el("span", `city ${size}`.trim(), partner?.mark ?? "··");
  node.dataset.hue = partner?.hue ?? "none";
  node.setAttribute("aria-hidden", "true");
  return node;
}

/** A button that says what it does: `data` become data- attributes, `name` is read out where the text alone says too little. */
export function button(className, text, data = {}, name = "") {
  const node = el("button", className, text);
  node.type = "button";
  Object.assign(node.dataset, data);
  if (name) node.setAttribute("aria-label", name);
  return node;
}

/** A link. */
export function link(href, ...children) {
  const node = el("a", "", ...children);
  node.href = href;
  return node;
}

/** Words as paragraphs, with the breaks they were written with. */
export function paragraphs(text) {
  const parts = document.createDocumentFragment();
  for (const part of text.split(/\n{2,}/)) {
    const lines = part.split("\n").flatMap((words, i) => (i ? [document.createElement("br"), words] : [words]));
    parts.append(el("p", "", ...lines));
  }
  for (const each of parts.children) each.dir = "auto";
  return parts;
}

const DRAWINGS = {
  arrow: ["M5 12h14m-5-5 5 5-5 5"],
  check: ["m4.5 12.5 5 5 10-11"],
  file: ["M6 3.5h8l4 4v13H6z", "M14 3.5v4h4"],
  microphone: ["M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z", "M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"],
};

/** A drawing beside a word. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "ic");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of DRAWINGS[name]) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

const held = new WeakMap();
const PRESSED = 60;

/**
 * Put children in, and keep the focus where it was when the focused control is still there (found by its data- attributes). While something inside
 * is pressed it waits: a button that is replaced under the finger loses the press.
 */
export function redraw(box, ...children) {
  if (box.matches(":active")) {
    held.set(box, children);
    setTimeout(() => held.get(box) === children && redraw(box, ...children), PRESSED); // only the newest
    return;
  }
  held.delete(box);
  const focused = box.contains(document.activeElement) ? nameOf(document.activeElement) : "";
  box.replaceChildren(...children);
  if (focused) box.querySelector(focused)?.focus();
}

function nameOf(control) {
  const data = Object.entries(control.dataset).map(([name, value]) => `[data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}="${CSS.escape(value)}"]`);
  return data.length ? data.join("") : "";
}
