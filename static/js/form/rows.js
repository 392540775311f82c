import { on } from "../dom.js";

/** "Add a row" of a small table of fields: a copy of the last row, empty and with the next number, without the server. */
on("click", "[data-rows] [data-more]", (event, button) => {
  const box = button.closest("[data-rows]");
  if (!box.querySelector("[data-row]")) return;
  event.preventDefault();
  another(box).querySelector("input:not([type=hidden])")?.focus();
});

/** "Remove": the row is emptied and gone from sight; an empty row is none to the server. */
on("click", "[data-rows] [data-less]", (event, button) => {
  const row = button.closest("[data-row]");
  const next = row.nextElementSibling?.querySelector("input") ?? row.closest("[data-rows]").querySelector("[data-more]");
  for (const field of row.querySelectorAll("input, select")) field.value = field instanceof HTMLSelectElement ? field.value : "";
  row.hidden = true;
  row.dispatchEvent(new Event("input", { bubbles: true }));
  next?.focus();
});

/** As many rows as these names of fields ask for; rows that hold something again are seen again. */
export function addRows(form, names) {
  for (const box of form.querySelectorAll("[data-rows]")) {
    const numbers = names.map((name) => new RegExp(`^${box.dataset.rows}-(\\d+)-`).exec(name)?.[1]).filter(Boolean).map(Number);
    while (numbers.length && box.querySelectorAll("[data-row]").length <= Math.min(Math.max(...numbers), MOST)) another(box);
    if (numbers.length) for (const row of box.querySelectorAll("[data-row]")) row.hidden = false;
  }
}

const MOST = 60;

function another(box) {
  const rows = box.querySelectorAll("[data-row]");
  const last = rows[rows.length - 1];
  const made = renumbered(last.cloneNode(true), box.dataset.rows, rows.length);
  last.after(made);
  return made;
}

/** Enter in a field sends the form by its first button: never by "Add a row". */
on("keydown", "[data-rows] input", (event, input) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  input.form?.requestSubmit(input.form.querySelector("button.primary"));
});

function renumbered(row, name, number) {
  const pattern = new RegExp(`\\b${name}-\\d+-`);
  for (const each of row.querySelectorAll("[id], [name], [for]")) {
    for (const attribute of ["id", "name", "for"]) {
      const value = each.getAttribute(attribute);
      if (value) each.setAttribute(attribute, value.replace(pattern, `${name}-${number}-`));
    }
    if (each.matches("input[type=checkbox]")) each.checked = false;
    else if (each.matches("input")) each.value = "";
  }
  for (const each of row.querySelectorAll(".error")) each.remove();
  for (const each of row.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  row.hidden = false;
  row.querySelector("label.facet.all")?.remove();
  const legend = row.querySelector("legend b");
  if (legend) legend.textContent = legend.textContent.replace(/\d+/, String(number + 1));
  return row;
}
