/** Recommendations, in the order of the conversation; any message, note or spoken line becomes one, keeping where it came from. */
import { ask } from "../../page/dialog.js";
import { toast } from "../../page/toast.js";
import { soon } from "../core.js";
import { button, el, link, mark, redraw } from "../el.js";
import { isScribe } from "../rights.js";
import { length } from "../words.js";
import { column } from "./tabs.js";

export function showAdvice(room) {
  const part = room.find("[data-advice-part]");
  if (part) new AdviceView(room, part);
}

class AdviceView {
  #room;
  #part;
  #form;
  #text;
  #about = {};
  #draw = soon(() => this.#show());

  constructor(room, part) {
    this.#room = room;
    this.#part = part;
    this.#form = part.querySelector("[data-advice-form]");
    this.#text = this.#form.querySelector("textarea");
    room.on("recommend", (line) => this.#recommend(line));
    room.on("entry", ({ kind }) => kind === "advice" && room.settled && this.#draw());
    room.on("settled", this.#draw);
    room.on("rights", this.#draw);
    part.querySelector("[data-advice-add]").addEventListener("click", () => this.#open({}, "", "", room.say("advice_new")));
    part.querySelector("[data-advice-leave]").addEventListener("click", () => this.#close());
    part.addEventListener("click", (event) => this.#act(event.target.closest("[data-advise]")));
    this.#text.addEventListener("input", () => this.#count());
    this.#form.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
  }

  #recommend(line) {
    const { say, config } = this.#room;
    const text = [...line.text.replace(/\s+/g, " ")].slice(0, config.limits.advice).join("");
    this.#open({ source: line.seq }, text, line.entry.section ?? "", say("advice_from", { n: line.seq }));
  }

  #open(about, text, section, title) {
    this.#about = about;
    this.#text.value = text;
    const select = this.#select;
    if (select) select.value = section;
    this.#form.querySelector("[data-advice-about]").textContent = title;
    this.#form.hidden = false;
    this.#count();
    column("notes");
    this.#text.focus();
    this.#text.scrollIntoView({ block: "nearest" });
  }

  #close() {
    this.#form.hidden = true;
    this.#about = {};
    this.#part.querySelector("[data-advice-add]").focus();
  }

  get #select() {
    return this.#form.querySelector("select");
  }

  async #save() {
    const text = this.#text.value.trim();
    if (!text || length(text) > this.#room.config.limits.advice) return this.#text.focus();
    const section = this.#select?.value;
    const answer = await this.#room.act("recommend", { ...this.#about, text, ...(section && !this.#about.target && { section }) });
    if (!answer) return;
    this.#close();
    toast(this.#room.say("advice_saved", { n: answer.number }));
  }

  async #act(control) {
    if (!control) return;
    const { say, conversation } = this.#room;
    const advice = conversation.advice.find(control.dataset.id);
    if (control.dataset.advise === "change") {
      return this.#open({ target: advice.recommendation }, advice.text, advice.section ?? "", say("advice_changing", { n: advice.number }));
    }
    const answer = await ask(say("withdraw"), el("p", "", say("withdraw_sure", { n: advice.number })), [["", say("cancel")], ["yes", say("withdraw"), "danger"]]);
    if (answer === "yes") await this.#room.act("recommend", { target: advice.recommendation, withdraw: true });
  }

  #show() {
    const { list } = this.#room.conversation.advice;
    const may = this.#room.may("recommend");
    this.#part.querySelector("[data-advice-total]").textContent = list.length ? String(list.length) : "";
    this.#part.querySelector("[data-advice-none]").hidden = list.length > 0;
    this.#part.querySelector("[data-advice-add]").hidden = !may;
    redraw(this.#part.querySelector("[data-advice]"), ...list.map((advice) => this.#item(advice, may)));
  }

  #item(advice, may) {
    const { say, conversation } = this.#room;
    const { number, text, source, of, section_title: title, recommendation: id } = advice;
    const words = el("p", "", text);
    words.dir = "auto";
    const to = conversation.board.find(source) ? `#n${source}` : `#e${source}`;
    const facts = el("p", "meta dots", of?.partner ? mark(of.partner, "sm") : null, source ? link(to, of?.partner ? el("span", "vh", `${of.partner.label}, `) : null, say("from_seq", { n: source })) : null, title ? el("span", "", title) : null);
    const item = el("li", "", words, facts);
    item.id = `r${number}`;
    item.dataset.n = String(number);
    if (may && (isScribe(this.#room.you) || advice.maker === this.#room.config.person)) item.append(el("p", "own-a", button("lnk", say("edit"), { advise: "change", id }), button("lnk", say("withdraw"), { advise: "withdraw", id })));
    return item;
  }

  #count() {
    const limit = this.#room.config.limits.advice;
    const size = length(this.#text.value);
    const counter = this.#form.querySelector("[data-advice-size]");
    counter.textContent = this.#room.say("counter", { size, limit });
    counter.classList.toggle("over", size > limit);
  }
}
