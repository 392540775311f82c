import { on } from "../dom.js";

/** "Add a row" of a small table of fields: a copy of the last row, empty and with the next number, without the server. */
on("click", "[data-rows] [data-more]", (event, button) => {
  const box = button.closest("[data-rows]");
  const rows = box.querySelectorAll("[data-row]");
  const last = rows[rows.length - 1];
  if (!last) return;
  event.preventDefault();
  const made = renumbered(last.cloneNode(true), box.dataset.rows, rows.length);
  last.after(made);
  made.querySelector("input:not([type=hidden])")?.focus();
});

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
  row.querySelector("label.facet.all")?.remove();
  const legend = row.querySelector("legend b");
  if (legend) legend.textContent = legend.textContent.replace(/\d+/, String(number + 1));
  return row;
}
