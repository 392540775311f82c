/** Entries as elements. Everything people wrote goes in by `textContent`; nothing is ever parsed as HTML. */

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

/** Builds and refreshes the elements of lines. */
export class EntryView {
  #say;
  #me;
  #signs;
  #formats;

  /**
   * @param {{say: Function, me: string, signs: [string, string][], locale: string, timeZone?: string}} o
   *   `signs`: what can be put on a line, and the word it is shown as
   */
  constructor({ say, me, signs, locale, timeZone }) {
    this.#say = say;
    this.#me = me;
    this.#signs = new Map(signs);
    this.#formats = {
      time: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }),
      day: new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone }),
    };
  }

  /** The day an entry was written on, as it is shown between days. */
  day(entry) {
    return this.#formats.day.format(new Date(entry.at));
  }

  /** A `<time>` of the entry. */
  time(entry) {
    const node = el("time", "", this.#formats.time.format(new Date(entry.at)));
    node.dateTime = entry.at;
    return node;
  }

  /** A separator: a phase or a day. */
  divider(text, entry = null) {
    return el("li", "ph-div", el("span", "", text), entry && this.time(entry));
  }

  /** The element of a new line. `answers`: the line it replies to, if it is known. */
  line(line, answers) {
    const { entry, seq } = line;
    if (entry.kind === "withheld") return this.#system(seq, this.#say("withheld"));
    const item = el("li", this.#classes(line));
    item.id = `e${seq}`;
    item.dataset.seq = String(seq);
    item.append(number(seq), mark(partnerOf(entry)), this.#body(line, answers));
    return item;
  }

  /** Show again what can change in a line: its words, its marks, its reactions. */
  refresh(item, line, answers) {
    item.className = this.#classes(line);
    item.replaceChild(this.#body(line, answers), item.lastElementChild);
  }

  /** A line for what was sent and is not acknowledged yet. */
  waiting(outboxItem) {
    const item = el("li", "ent me waiting", el("span", "seq num", "…"), el("span"), el("div"));
    item.dataset.key = outboxItem.key;
    item.lastElementChild.append(
      el("p", "hd", el("b", "", this.#say("you")), el("span", "", ` · ${this.#say("waiting")}`)),
      paragraphs(outboxItem.fields.text),
    );
    return item;
  }

  #classes({ entry, removed }) {
    const mine = entry.author.id === this.#me ? " me" : "";
    return `ent${entry.kind === "spoken" && !removed ? " spoken" : ""}${mine}`;
  }

  #body(line, answers) {
    const body = el("div", "", this.#head(line));
    if (answers) body.append(this.#reference(answers));
    if (line.removed) body.append(el("p", "meta", this.#say("removed", { name: line.removed.author.name })));
    else if (!line.text) body.append(el("p", "meta", this.#say("replaced")));
    else if (line.entry.kind === "spoken") body.append(el("blockquote", "", line.text), this.#source(line.entry));
    else body.append(paragraphs(line.text));
    if (line.reactions.size) body.append(this.#reactions(line));
    if (!line.removed) body.append(this.#actions(line));
    return body;
  }

  #head({ entry, edited, removed }) {
    const who = entry.speaker ?? entry.author;
    const partner = partnerOf(entry);
    const role = who.id === this.#me ? this.#say("you") : this.#say(`role_${who.role}`);
    const remark = entry.note ? el("span", "kind", this.#say(`note_${entry.note}`)) : null;
    const head = el("p", "hd", el("b", "", who.name), " ", el("span", "", [partner?.label, role].filter(Boolean).join(" · ")), " ", this.time(entry), remark ?? "");
    if (edited && !removed) head.append(" ", el("span", "", this.#say("edited")));
    return head;
  }

  #reference({ seq, entry, text }) {
    const link = el("a", "", el("b", "", (entry.speaker ?? entry.author).name), el("q", "", text.length > 90 ? `${text.slice(0, 88)}…` : text));
    link.href = `#e${seq}`;
    return el("p", "ref", link);
  }

  #source(entry) {
    return el("p", "src", this.#say("noted_by", { name: entry.author.name }));
  }

  #reactions(line) {
    const row = el("p", "reacts");
    for (const [emoji, people] of line.reactions) {
      const button = el("button", "react", this.#signs.get(emoji) ?? emoji, " ", el("span", "num", String(people.size)));
      button.type = "button";
      button.dataset.act = "react";
      button.dataset.emoji = emoji;
      button.setAttribute("aria-pressed", String(people.has(this.#me)));
      const names = [...people.values()].join(", ");
      button.title = names;
      row.append(button);
    }
    return row;
  }

  #actions(line) {
    const row = el("p", "ea");
    const add = (act, text) => {
      const button = el("button", "lnk", text);
      button.type = "button";
      button.dataset.act = act;
      row.append(button);
    };
    add("reply", this.#say("reply"));
    const own = line.entry.author.id === this.#me;
    for (const [emoji, word] of own ? [] : this.#signs) {
      if (line.reactions.has(emoji)) continue;
      add("react", word);
      row.lastElementChild.dataset.emoji = emoji;
    }
    if (own) {
      add("edit", this.#say("edit"));
      add("remove", this.#say("remove"));
    }
    return row;
  }

  #system(seq, text) {
    const item = el("li", "ent sys", number(seq), el("p", "", text));
    item.id = `e${seq}`;
    return item;
  }
}

/** Whose mark stands beside a line: of a spoken one, the speaker's. */
function partnerOf(entry) {
  return entry.speaker ? entry.speaker.partner : entry.partner;
}

function number(seq) {
  const node = el("span", "seq num", String(seq));
  node.setAttribute("aria-hidden", "true");
  return node;
}

function paragraphs(text) {
  const parts = document.createDocumentFragment();
  for (const part of text.split(/\n{2,}/)) {
    const lines = part.split("\n").flatMap((words, i) => (i ? [document.createElement("br"), words] : [words]));
    parts.append(el("p", "", ...lines));
  }
  return parts;
}
