/** Notes once they have appeared: clusters with their dots, single notes; the rapporteur puts them together by ticking them. */
import { soon } from "../core.js";
import { el, redraw } from "../el.js";
import { OwnDots } from "../state/dots.js";
import { clusterItem, singleItem } from "./board-items.js";
import { sureToRemove } from "./line-acts.js";
import { clusterForm } from "./cluster-form.js";

export function showBoard(room) {
  const part = room.find("[data-board-part]");
  if (part) new BoardView(room, part);
}

class BoardView {
  #room;
  #part;
  #own;
  #selected = new Set();
  #open = new Set();
  #form;
  #pending = 0;
  #last = Promise.resolve();
  #draw = soon(() => this.#show());

  constructor(room, part) {
    this.#room = room;
    this.#part = part;
    this.#own = new OwnDots(room.config.limits.dots);
    this.#form = clusterForm(room, part.querySelector("[data-cluster-form]"), this.#selected, this.#draw);
    room.on("joined", ({ you }) => {
      this.#own.reset(you.dots);
      this.#draw();
    });
    room.on("entry", ({ entry }) => entry.kind === "cluster" && room.settled && this.#own.moved(entry));
    room.on("entry", ({ kind }) => ["note", "board", "advice", "changed"].includes(kind) && room.settled && this.#draw());
    room.on("settled", this.#draw);
    room.on("clock", (changed) => changed && this.#draw());
    part.addEventListener("change", (event) => event.target.matches("[data-select]") && this.#tick(event.target));
    part.addEventListener("click", (event) => this.#act(event.target.closest("[data-board]")));
    part.addEventListener("toggle", (event) => this.#fold(event.target), { capture: true });
    room.on("show", (target) => this.#reveal(target));
  }

  #show() {
    const { board } = this.#room.conversation;
    const { say } = this.#room;
    const notes = board.notes.length;
    const total = this.#room.find("[data-board-total]");
    if (total) total.textContent = notes ? String(notes) : "";
    this.#part.hidden = !notes;
    if (!notes) return;
    const context = { room: this.#room, own: this.#own, votes: this.#room.may("vote"), clusters: this.#room.may("cluster"), selected: this.#selected, open: this.#open };
    this.#part.querySelector("[data-notes-total]").textContent = String(notes);
    const left = this.#part.querySelector("[data-dots-left]");
    left.hidden = !context.votes;
    write(left, say("dots_left", { n: this.#own.left }));
    for (const seq of this.#selected) if (!board.find(seq)) this.#selected.delete(seq);
    redraw(this.#part.querySelector("[data-clusters]"), ...board.clusters.map((cluster) => clusterItem(context, cluster)));
    redraw(this.#part.querySelector("[data-singles]"), ...board.single.map((note) => singleItem(context, note)));
    this.#form(context.clusters, board);
  }

  #tick(box) {
    const seq = Number(box.dataset.select);
    if (box.checked) this.#selected.add(seq);
    else this.#selected.delete(seq);
    this.#form(true, this.#room.conversation.board);
  }

  #fold(details) {
    const seq = Number(details.dataset.fold);
    if (!seq) return;
    if (details.open) this.#open.add(seq);
    else this.#open.delete(seq);
  }

  /** A link leads to a note inside a folded cluster. */
  #reveal(target) {
    const details = target.closest?.("details[data-fold]");
    if (details) details.open = true;
  }

  async #act(button) {
    if (!button || button.disabled) return;
    const target = Number(button.dataset.target);
    const { board: what } = button.dataset;
    if (what === "more" || what === "fewer") return this.#vote(target, what === "more" ? 1 : -1);
    if (what === "dissolve") await this.#room.act("cluster", { cluster: target, title: "", notes: [] });
    if (what === "rename") this.#rename(button, target);
    if (what === "recommend") this.#room.emit("recommend", this.#room.conversation.line(target));
    if (what === "remove" && (await sureToRemove(this.#room))) this.#room.write("remove", { target });
  }

  /** Votes go one after the other; what the server says counts once none is on its way, so that quick presses are not lost. */
  async #vote(target, by) {
    const dots = this.#own.change(target, by);
    if (dots === null) return;
    this.#draw();
    this.#pending += 1;
    this.#last = this.#last.then(() => this.#room.act("vote", { target, dots }));
    const answer = await this.#last;
    this.#pending -= 1;
    if (!answer) this.#own.change(target, -by);
    else if (!this.#pending && answer.dots) this.#own.reset(answer.dots);
    this.#draw();
  }

  #rename(button, seq) {
    const { conversation, say } = this.#room;
    const cluster = conversation.board.clusters.find((each) => each.seq === seq);
    const input = el("input", "input");
    Object.assign(input, { value: cluster.title, maxLength: 120 });
    input.setAttribute("aria-label", say("cluster_title", { title: cluster.title }));
    const title = button.closest("li").querySelector("h4");
    const done = async (save) => {
      input.replaceWith(title);
      const text = input.value.trim();
      if (save && text && text !== cluster.title) await this.#room.act("cluster", { cluster: seq, title: text, notes: cluster.notes.map((note) => note.seq) });
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") done(event.key === "Enter");
    });
    input.addEventListener("blur", () => input.isConnected && done(true));
    title.replaceWith(input);
    input.focus();
  }
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
