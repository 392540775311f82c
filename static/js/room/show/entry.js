/** Entries as elements: lines of the conversation, what the platform says in it, and what waits to go out. */
import { el, icon, link, mark, paragraphs } from "../el.js";
import { actionsOf } from "./entry-actions.js";

const SHOWN = 46;

export class EntryView {
  #room;
  #say;
  #me;
  #signs;
  #formats;

  /** @param {import("../core.js").Room} room */
  constructor(room) {
    const { locale, time_zone: timeZone, person, signs } = room.config;
    this.#room = room;
    this.#say = room.say;
    this.#me = person;
    this.#signs = new Map(signs);
    this.#formats = {
      time: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }),
      size: new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte" }),
      day: new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone }),
    };
  }

  /** The day an instant lies on, as it is shown between days. */
  day(at) {
    return this.#formats.day.format(new Date(at));
  }

  /** A `<time>`. */
  time(at) {
    const node = el("time", "", this.#formats.time.format(new Date(at)));
    node.dateTime = at;
    return node;
  }

  /** A separator: a phase or a day, or a gap left on purpose. */
  divider(text, at = null, className = "") {
    return el("li", `ph-div ${className}`.trim(), el("span", "", text), at && this.time(at));
  }

  /** What the platform says, with the entry's number. */
  system(seq, ...children) {
    const item = el("li", "ent sys", number(seq), el("p", "", ...children));
    item.id = `e${seq}`;
    return item;
  }

  /** The element of a line. */
  line(line) {
    const { entry, seq } = line;
    if (entry.kind === "withheld") return this.system(seq, this.#say(entry.deleted ? "deleted" : "withheld"));
    const item = el("li", this.#classes(line));
    item.id = `e${seq}`;
    item.dataset.seq = String(seq);
    item.append(number(seq), mark(partnerOf(entry)), this.#body(line));
    return item;
  }

  /** Show again what can change in a line: its words, its marks, its reactions, what it became. */
  refresh(item, line) {
    item.className = this.#classes(line);
    item.replaceChild(this.#body(line), item.lastElementChild);
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

  /** Something said off the record: no number, dashed, in this page only. */
  aside({ author, partner, at, text, id }) {
    const body = el("div", "", el("p", "hd", el("b", "", author.name), " ", el("span", "", [partner?.label, this.#say("off_record_said")].filter(Boolean).join(" · ")), " ", this.time(at)), paragraphs(text));
    const item = el("li", "ent aside", el("span", "seq"), mark(partner), body);
    item.dataset.aside = String(id);
    return item;
  }

  #classes({ entry, removed }) {
    const mine = entry.author?.id === this.#me ? " me" : "";
    return `ent${entry.kind === "spoken" && !removed ? " spoken" : ""}${mine}`;
  }

  #body(line) {
    const { entry } = line;
    const answers = this.#room.conversation.line(entry.reply_to);
    const body = el("div", "", this.#head(line));
    if (answers) body.append(this.#reference(answers));
    if (line.removed) body.append(el("p", "meta", this.#say("removed", { name: line.removed.author.name })));
    else if (!line.text && !filesOf(entry).length) body.append(el("p", "meta", this.#say("replaced")));
    else {
      if (entry.section || entry.quote) body.append(passage(entry));
      if (line.text) body.append(...this.#words(line));
    }
    if (!line.removed) body.append(...filesOf(entry).map((file) => this.#file(file)));
    for (const each of this.#room.conversation.advice.from(line.seq)) {
      body.append(el("p", "became", icon("arrow"), link(`#r${each.number}`, this.#say("became", { n: each.number }))));
    }
    if (line.reactions.size) body.append(this.#reactions(line));
    if (!line.removed) body.append(actionsOf(this.#room, line, this.#signs));
    return body;
  }

  #words({ entry, text }) {
    if (entry.kind !== "spoken") return [paragraphs(text)];
    const quote = el("blockquote", "", text);
    quote.dir = "auto";
    return [quote, el("p", "src", icon("microphone"), this.#say("noted_by", { name: entry.author.name }))];
  }

  #head({ entry, edited, removed }) {
    const who = entry.speaker ?? entry.author;
    const partner = partnerOf(entry);
    const role = who.id === this.#me ? this.#say("you") : this.#say(`role_${who.role}`);
    const remark = entry.note ? this.#say(`note_${entry.note}`) : entry.takeaway ? this.#say("takeaway") : "";
    const head = el("p", "hd", el("b", "", who.name), " ", el("span", "", [partner?.label, role].filter(Boolean).join(" · ")), " ", this.time(entry.at));
    if (remark) head.append(el("span", "kind", remark));
    if (edited && !removed) head.append(" ", el("span", "", this.#say("edited")));
    return head;
  }

  #reference({ seq, entry, text }) {
    const who = (entry.speaker ?? entry.author)?.name ?? "";
    return el("p", "ref", link(`#e${seq}`, el("b", "", who), el("q", "", text.length > 90 ? `${text.slice(0, 88)}…` : text)));
  }

  #file({ title, kind, media_type: type, size, url }) {
    if (type?.startsWith("image/")) return picture(url, title);
    return el("p", "ent-file", icon("file"), link(url, title), el("span", "meta", `${kind.toUpperCase()}, ${this.#formats.size.format(Math.max(1, Math.round(size / 1000)))}`));
  }

  #reactions(line) {
    const row = el("p", "reacts");
    for (const [emoji, people] of line.reactions) {
      const button = el("button", "react", this.#signs.get(emoji) ?? emoji, " ", el("span", "num", String(people.size)));
      button.type = "button";
      Object.assign(button.dataset, { act: "react", emoji });
      button.setAttribute("aria-pressed", String(people.has(this.#me)));
      button.title = [...people.values()].join(", ");
      row.append(button);
    }
    return row;
  }
}

/** The section and the words of the plan that an entry is about, leading there. */
export function passage({ section, section_title: title, quote }) {
  const to = link(section ? `#s-${section}` : "#plan", title ? el("b", "", title) : null, quote ? el("mark", "", shortened(quote)) : null);
  if (section) to.dataset.toSection = section;
  return el("p", "ref", to);
}

/** A picture in the conversation, smaller; its height is known before it comes, so that nothing moves. */
function picture(url, title) {
  const image = el("img", "ent-img");
  Object.assign(image, { loading: "lazy", alt: title, src: url });
  return el("p", "ent-pic", link(url, image));
}

/** The files a message carries. */
function filesOf({ file, files }) {
  return files ?? (file ? [file] : []);
}

function shortened(quote) {
  const words = [...quote];
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join("").replace(/\s+\S*$/u, "")}…` : quote;
}

/** Whose mark stands beside a line: of a spoken one, the speaker's. */
export function partnerOf(entry) {
  return entry.speaker ? entry.speaker.partner : entry.partner;
}

function number(seq) {
  const node = el("span", "seq num", String(seq));
  node.setAttribute("aria-hidden", "true");
  return node;
}
