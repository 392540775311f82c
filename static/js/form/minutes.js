/** The minutes of a review's phases: a preset fills them, and typing one of them says that they count as typed. */
import { on } from "../dom.js";

const OWN = "own";

function fields() {
  return [...document.querySelectorAll("[data-minutes]")];
}

function sayTotal() {
  const place = document.querySelector("[data-presets-total]");
  if (!place) return;
  const total = fields().reduce((sum, each) => sum + (Number(each.value) || 0), 0);
  place.textContent = total ? place.dataset.presetsTotal.replace("{n}", total) : "";
}

function fill(select) {
  const preset = JSON.parse(select.dataset.presets)[select.value];
  if (preset) for (const each of fields()) each.value = preset[each.dataset.minutes.replace("minutes_", "")];
  sayTotal();
}

on("change", "[data-presets]", (_event, select) => fill(select));
on("input", "[data-minutes]", () => {
  document.querySelector("[data-presets]").value = OWN;
  sayTotal();
});
for (const select of document.querySelectorAll("[data-presets]")) {
  if (select.value !== OWN) fill(select);
  else sayTotal();
}
