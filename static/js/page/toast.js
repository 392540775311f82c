/** A line at the lower edge that says what was done; it goes by itself and never takes the focus. */
import { element } from "../dom.js";

const STAYS = 6000;

export function toast(text) {
  const line = element("div", { class: "toast" }, text);
  document.querySelector("[data-toasts]")?.append(line);
  setTimeout(() => line.remove(), STAYS);
}
