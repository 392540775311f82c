/** One file's line in the list: what is said of it, how far it is, what became of it. */
import { element } from "../dom.js";

const MEGABYTE = 1_000_000;
let count = 0;

/** A size as people say it. */
export function size(bytes) {
  const unit = bytes < MEGABYTE ? ["kilobyte", 1000] : ["megabyte", MEGABYTE];
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: unit[0], maximumFractionDigits: bytes < MEGABYTE ? 0 : 1 });
  return format.format(Math.max(bytes / unit[1], bytes < MEGABYTE ? 1 : 0));
}

/** The words of a form's own data-w- attributes: `wordsOf(form)("sending", { percent: 40 })`. */
export function wordsOf(form) {
  return (name, values = {}) => {
    const key = `w${name[0].toUpperCase()}${name.slice(1)}`;
    return (form.dataset[key] ?? name).replace(/\{(\w+)\}/g, (whole, each) => (each in values ? String(values[each]) : whole));
  };
}

function chooser(id, name, label, template) {
  const select = element("select", { class: "input", id, "data-said": name });
  select.append(template.content.cloneNode(true));
  return element("div", {}, element("label", { for: id }, label), select);
}

/** Makes the line of a file; `say` are the form's words. */
export function lineOf(file, form, say) {
  const id = `arriving-${(count += 1)}`;
  const bar = element("progress", { max: "100", value: "0", "aria-label": say("progress", { name: file.name }) });
  const words = element("span", {}, say("waits"));
  const acts = element("span", { class: "acts" });
  const line = element(
    "li",
    { "data-file": file.name },
    element("div", { class: "head" }, element("b", { dir: "auto" }, file.name), element("span", { class: "meta num" }, size(file.size)), acts),
  );
  const kinds = form.querySelector("[data-kinds]");
  if (kinds) {
    const title = element("input", { class: "input", id: `${id}-title`, "data-said": "title", maxlength: "200", placeholder: file.name.replace(/\.[^.]+$/, "") });
    line.append(
      element(
        "div",
        { class: "say" },
        element("div", {}, element("label", { for: `${id}-title` }, say("title")), title),
        chooser(`${id}-kind`, "kind", say("kind"), kinds),
        chooser(`${id}-language`, "language", say("language"), form.querySelector("[data-languages]")),
      ),
    );
  }
  const progress = element("div", { class: "prog", hidden: true }, bar, words);
  line.append(progress);
  return {
    line,
    /** What is typed in the line. */
    said: () => Object.fromEntries([...line.querySelectorAll("[data-said]")].map((each) => [each.dataset.said, each.value])),
    /** Once it is on its way, what was said of it stands. */
    fix: () => line.querySelectorAll("[data-said]").forEach((each) => (each.disabled = true)),
    show: (percent, text) => {
      progress.hidden = false;
      bar.value = percent;
      if (words.textContent !== text) words.textContent = text;
    },
    /** `link`: where the file became something. */
    end: (text, { href = "", bad = false } = {}) => {
      progress.hidden = false;
      words.replaceChildren(href ? element("a", { href }, text) : text);
      words.className = bad ? "error" : "";
      if (bad) bar.hidden = true;
    },
    offer: (label, act) => {
      const button = element("button", { class: "lnk", type: "button" }, label);
      button.addEventListener("click", act);
      acts.replaceChildren(button);
    },
    offerNothing: () => acts.replaceChildren(),
  };
}
