/** Writing notes in silence: the form in place of the box, and one's own notes, which nobody sees until all appear together. */
import { toast } from "../../page/toast.js";
import { soon } from "../core.js";
import { redraw } from "../el.js";
import { OwnNotes } from "../state/own-notes.js";
import { NoteForm } from "./note-form.js";
import { ownNote } from "./own-note.js";

export function showNotes(room) {
  const form = room.find("[data-note-form]");
  if (form) new Notes(room, form);
}

class Notes {
  #room;
  #own;
  #form;
  #part = document.querySelector("[data-own-part]");
  #draw = soon(() => this.#list());

  constructor(room, form) {
    this.#room = room;
    const { person, review } = room.config;
    this.#own = new OwnNotes(room.store, person, review);
    this.#form = new NoteForm(room, form, (fields, key) => this.#send(fields, key));
    this.#own.load().then(this.#draw).catch(() => {});
    room.on("joined", (answer) => this.#own.told(answer.you.notes ?? [], this.#waiting()).then(this.#draw));
    room.on("rights", () => this.#rights());
    room.on("acked", (item, answer) => this.#acked(item, answer));
    room.on("returned", (item) => this.#returned(item));
    room.on("entry", ({ kind, entry }) => kind === "note" && this.#own.shown(entry.id).then(this.#draw));
    room.on("quote", (passage) => room.noting && this.#form.quote(passage));
    this.#part?.addEventListener("click", (event) => this.#act(event.target.closest("[data-note]")));
  }

  #waiting() {
    return new Set(this.#room.outbox.items.map((item) => item.fields.key ?? item.key));
  }

  /** In the notes phase, and for the panel before the review begins, the box is a note. */
  #rights() {
    const { state, clock } = this.#room;
    const noting = this.#room.may("note") && (state === "preparing" || clock.phase === "notes");
    this.#room.noting = noting;
    this.#form.show(noting);
    document.querySelector("[data-compose]").hidden = noting;
    this.#draw();
  }

  async #send(fields, key) {
    if (key) {
      await this.#room.write("rewrite", { ...fields, key });
      await this.#own.keep(key, fields);
    } else {
      await this.#own.keep(await this.#room.write("note", fields), fields);
      toast(this.#room.say("note_put_toast"));
    }
    this.#draw();
  }

  #acked(item, answer) {
    if (item.event === "note") this.#own.named(item.key, answer.id).then(() => answer.seq && this.#own.shown(answer.id)).then(this.#draw);
  }

  /** Too late, or too long: the words are back in the form. */
  #returned(item) {
    if (item.event !== "note" && item.event !== "rewrite") return;
    if (item.event === "note") this.#own.drop(item.key).then(this.#draw);
    if (!item.fields.text) return;
    if (this.#room.noting) this.#form.giveBack(item.fields);
    else this.#room.composer?.giveBack(item.fields.text);
  }

  async #act(button) {
    const note = this.#own.find(button?.dataset.key);
    if (!note) return;
    if (button.dataset.note === "change") return this.#form.change(note);
    await this.#room.write("rewrite", { key: note.key, withdraw: true });
    await this.#own.drop(note.key);
    toast(this.#room.say("note_withdrawn_toast"));
    this.#draw();
  }

  #list() {
    if (!this.#part) return;
    const { list } = this.#own;
    this.#part.hidden = !list.length;
    this.#part.querySelector("[data-own-total]").textContent = String(list.length);
    redraw(this.#part.querySelector("[data-own]"), ...list.map((note) => ownNote(this.#room, note)));
  }
}
