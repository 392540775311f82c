/** One of one's own notes that nobody else sees yet. */
import { button, el } from "../el.js";

export function ownNote({ say, config }, { key, fields }) {
  const { kind, importance, section, quote, question, signed, text } = fields;
  const facts = [
    importance ? say(`importance_${importance}`) : "",
    section ? (config.sections[section] ?? fields.section_title ?? "") : "",
    question ? say("question_n", { n: question }) : "",
    signed === "anonymous" ? say("anonymous") : "",
    say(key ? (signed === "name" ? "note_hidden" : "note_here_only") : "note_elsewhere"),
  ];
  const words = el("p", "nt", el("b", "", say(`note_${kind}`)), " ", text);
  words.dir = "auto";
  const item = el("li", "", quote ? el("p", "ref", el("mark", "", quote)) : null, words, el("p", "meta dots", ...facts.filter(Boolean).map((fact) => el("span", "", fact))));
  if (key) item.append(el("p", "own-a", button("lnk", say("note_change"), { note: "change", key }), button("lnk", say("note_withdraw"), { note: "withdraw", key })));
  return item;
}
