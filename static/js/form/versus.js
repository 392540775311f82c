/** A lost race: both texts of each field side by side, and nothing thrown away. */
import { element } from "../dom.js";
import { ask } from "../page/dialog.js";
import { say } from "../words.js";
import { labelOf } from "./values.js";

function choice(name, value, label, checked) {
  return element("label", { class: "facet" }, element("input", { type: "radio", name, value, checked }), element("span", {}, label));
}

function row(form, name, mine, theirs) {
  const column = (title, texts) => element("div", {}, element("p", { class: "label" }, title), element("p", { dir: "auto" }, texts.join(", ") || "–"));
  const ways = [choice(name, "mine", say("keepMine"), true), choice(name, "theirs", say("keepTheirs"), false)];
  if (form.elements[name]?.tagName === "TEXTAREA") ways.push(choice(name, "both", say("keepBoth"), false));
  return element(
    "fieldset", { class: "versus" },
    element("legend", { class: "vh" }, labelOf(form, name)),
    element("header", {}, element("b", {}, labelOf(form, name))),
    element("div", { class: "versus-g" }, column(say("versusMine"), mine), column(say("versusTheirs"), theirs)),
    element("div", { class: "versus-f checks" }, ...ways),
  );
}

const together = { mine: (mine) => mine, theirs: (_mine, theirs) => theirs, both: (mine, theirs) => [[...theirs, ...mine].join("\n\n")] };

/** Shows `names` of both versions; resolves to the chosen texts, or null when the reader shut the dialog to think. */
export async function chooseBetween(form, names, mine, theirs) {
  const rows = names.map((name) => row(form, name, mine[name] ?? [], theirs[name] ?? []));
  const content = element("div", { class: "stack-v" }, element("p", {}, say("versusText")), ...rows);
  const answer = await ask(say("versusTitle"), content, [["", say("cancel")], ["take", say("versusTake"), "primary"]]);
  if (answer !== "take") return null;
  const way = (name) => content.querySelector(`input[name="${CSS.escape(name)}"]:checked`).value;
  return Object.fromEntries(names.map((name) => [name, together[way(name)](mine[name] ?? [], theirs[name] ?? [])]));
}
