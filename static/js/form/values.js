/** The texts of a form by control name, and back. Files, secrets and the form's own bookkeeping are no texts. */
const NOT_TEXT = new Set(["file", "password", "submit", "button", "image", "reset", "hidden"]);

function controls(form) {
  return [...form.elements].filter((control) => control.name && !NOT_TEXT.has(control.type) && control.tagName !== "FIELDSET");
}

const ticks = (control) => control.type === "checkbox" || control.type === "radio";

/** `{ name: [texts] }`; an unticked box is there with an empty list. */
export function read(form) {
  const fields = {};
  for (const control of controls(form)) {
    fields[control.name] ??= [];
    if (control instanceof HTMLSelectElement) fields[control.name].push(...[...control.selectedOptions].map((option) => option.value));
    else if (!ticks(control) || control.checked) fields[control.name].push(control.value);
  }
  return fields;
}

/** Puts texts back; names the form does not have are passed over. */
export function write(form, fields) {
  const rest = structuredClone(fields);
  for (const control of controls(form)) {
    const texts = rest[control.name];
    if (!texts) continue;
    if (control instanceof HTMLSelectElement) for (const option of control.options) option.selected = texts.includes(option.value);
    else if (ticks(control)) control.checked = texts.includes(control.value);
    else if (texts.length) control.value = texts.shift();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** What a control is called on the page; its name where it has no label. */
export function labelOf(form, name) {
  const control = form.elements[name];
  return (control?.labels?.[0]?.firstChild?.textContent ?? name).trim();
}

/** The names whose texts differ. */
export function differing(one, other) {
  const same = (a = [], b = []) => a.length === b.length && a.every((text, index) => plain(text) === plain(b[index]));
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !same(one[name], other[name]));
}

const plain = (text) => text.replace(/\r\n?/g, "\n");
