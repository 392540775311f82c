/** A device in the middle of the table: choose who speaks, write what was said, say what kind of remark it is. */
import { toast } from "../../page/toast.js";
import { soon } from "../core.js";
import { length } from "../words.js";
import { EntryView } from "./entry.js";

const LATEST = 3;

export function showTable(room) {
  const form = room.find("[data-table-form]");
  if (form) new TableDevice(room, form);
}

class TableDevice {
  #room;
  #form;
  #text;

  constructor(room, form) {
    this.#room = room;
    this.#form = form;
    this.#text = form.querySelector("textarea");
    const view = new EntryView(room);
    const latest = room.find("[data-latest]");
    const draw = soon(() => {
      const lines = room.conversation.lines.filter(({ entry, text }) => entry.kind === "spoken" && text).slice(-LATEST).reverse();
      latest.replaceChildren(...lines.map((line) => view.line(line)));
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#text.addEventListener("input", () => this.#refresh());
    room.on("rights", () => this.#refresh());
    room.on("settled", draw);
    room.on("entry", ({ kind, entry }) => {
      if (!room.settled) return;
      draw();
      if (kind === "floor" && entry.move === "give") this.#choose(entry.person.id);
    });
    room.on("settled", () => this.#choose(room.conversation.floor.speaker?.id));
    room.on("returned", (item) => item.fields.text && this.#giveBack(item.fields));
  }

  /** Who was given the floor is chosen already, unless something is being typed for somebody else. */
  #choose(id) {
    const radio = [...this.#form.elements.speaker].find(({ value }) => value === id);
    if (radio && !this.#text.value) radio.checked = true;
  }

  async #send() {
    const text = this.#text.value.trim();
    const speaker = this.#form.elements.speaker.value;
    if (!speaker) return this.#form.querySelector("[name=speaker]").focus();
    if (!text || length(text) > this.#room.config.limits.text) return this.#text.focus();
    await this.#room.write("spoken", { speaker, text, note: this.#form.elements.remark.value || null });
    this.#text.value = "";
    this.#form.elements.remark.value = "";
    this.#refresh();
    toast(this.#room.say("written_down", { name: this.#room.person(speaker)?.name ?? "" }));
    this.#text.focus();
  }

  #giveBack({ text, speaker }) {
    this.#text.value = [text, this.#text.value].filter(Boolean).join("\n\n");
    if (speaker) this.#form.elements.speaker.value = speaker;
    this.#refresh();
  }

  #refresh() {
    const { limits } = this.#room.config;
    const size = length(this.#text.value);
    const counter = this.#form.querySelector("[data-size]");
    counter.textContent = this.#room.say("counter", { size: size.toLocaleString(), limit: limits.text.toLocaleString() });
    counter.classList.toggle("over", size > limits.text);
    this.#form.querySelector("[type=submit]").disabled = !size || size > limits.text || !this.#room.may("spoken");
  }
}
