/**
 * A text area and a shared text that always say the same. What is typed becomes the smallest change; what comes from others moves the
 * caret as a person expects. While a letter is being composed nothing from others goes in: `waiting` says so, `onFree` when it is over.
 */
import { UndoManager } from "yjs";

export const LOCAL = "local";

/** What changed between two texts, as one replacement: never in the midst of a surrogate pair. */
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { at: start, gone: before.length - start - tail, words: after.slice(start, after.length - tail) };
}

/** Where a caret stands after somebody else's change (a Yjs delta). */
export function moved(caret, delta) {
  let at = 0;
  let place = caret;
  for (const { retain = 0, insert = "", delete: gone = 0 } of delta) {
    if (retain) at += retain;
    if (insert) {
      if (at < place) place += insert.length;
      at += insert.length;
    }
    if (gone && at < place) place -= Math.min(gone, place - at);
  }
  return place;
}

export class Binding {
  #area;
  #text;
  #undo;
  #composing = false;
  #onFree;

  /** @param {HTMLTextAreaElement} area @param {import("yjs").Text} text @param {{onFree?: () => void}} hooks */
  constructor(area, text, { onFree = () => {} } = {}) {
    this.#area = area;
    this.#text = text;
    this.#onFree = onFree;
    this.#undo = new UndoManager(text, { trackedOrigins: new Set([LOCAL]) });
    area.value = text.toString();
    area.addEventListener("input", () => !this.#composing && this.#typed());
    area.addEventListener("compositionstart", () => (this.#composing = true));
    area.addEventListener("compositionend", () => {
      this.#composing = false;
      this.#typed();
      this.#onFree();
    });
    area.addEventListener("beforeinput", (event) => this.#undoing(event));
    area.addEventListener("keydown", (event) => this.#keyed(event));
    text.observe((event, transaction) => transaction.origin !== LOCAL && this.#heard(event.delta));
  }

  get waiting() {
    return this.#composing;
  }

  #typed() {
    const { at, gone, words } = difference(this.#text.toString(), this.#area.value);
    if (!gone && !words) return;
    this.#text.doc.transact(() => {
      if (gone) this.#text.delete(at, gone);
      if (words) this.#text.insert(at, words);
    }, LOCAL);
  }

  #heard(delta) {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = this.#area;
    this.#area.value = this.#text.toString();
    this.#area.setSelectionRange(moved(selectionStart, delta), moved(selectionEnd, delta), selectionDirection);
    this.#area.scrollTop = scrollTop;
  }

  /** The browser's own memory is of a text that others have changed since: ours takes back only what was typed here. */
  #undoing(event) {
    if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
    event.preventDefault();
    if (event.inputType === "historyUndo") this.#undo.undo();
    else this.#undo.redo();
  }

  #keyed(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.#undo.redo();
    else this.#undo.undo();
  }
}

function isHigh(code) {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code) {
  return code >= 0xdc00 && code < 0xe000;
}
