/** A file with a message: sent first, with its progress; it goes out with the next message. */
import { csrfToken } from "../../http.js";
import { button, el } from "../el.js";

const MEGABYTE = 1_000_000;

export function showFiles(room) {
  const input = room.find("[data-file]");
  if (input) new Attachment(room, input);
}

class Attachment {
  #room;
  #input;
  #box = document.querySelector("[data-attached]");
  #file = null;
  #request = null;

  constructor(room, input) {
    this.#room = room;
    this.#input = input;
    room.attached = () => (this.#file?.id ? { file: this.#file.id } : {});
    const rights = () => (room.find("[data-attach]").hidden = !room.may("say") || room.conversation.offRecord);
    room.on("rights", rights);
    room.on("sent", () => this.#clear());
    input.addEventListener("change", () => input.files[0] && this.#send(input.files[0]));
  }

  #send(chosen) {
    const { say, config } = this.#room;
    const most = config.limits.file;
    if (chosen.size > most) return this.#say(say("file_too_large", { name: chosen.name, most: Math.floor(most / MEGABYTE) }));
    const bar = Object.assign(el("progress"), { max: 100, value: 0 });
    bar.setAttribute("aria-label", chosen.name);
    const words = el("span", "", say("sending_file", { name: chosen.name, percent: 0 }));
    this.#show(bar, words, this.#drop());
    const request = (this.#request = new XMLHttpRequest()); // fetch cannot tell how much was sent
    request.upload.addEventListener("progress", (event) => {
      const percent = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0;
      bar.value = percent;
      words.textContent = say("sending_file", { name: chosen.name, percent });
    });
    request.addEventListener("load", () => (request.status < 300 ? this.#arrived(JSON.parse(request.responseText).items[0]) : this.#failed(chosen, request)));
    request.addEventListener("error", () => this.#failed(chosen, request));
    request.open("POST", config.addresses.files);
    request.setRequestHeader("X-CSRFToken", csrfToken());
    request.setRequestHeader("Accept", "application/json");
    const data = new FormData();
    data.append("file", chosen);
    request.send(data);
  }

  #arrived(file) {
    this.#file = file;
    this.#show(el("span", "", this.#room.say("file_ready", { name: file.title })), this.#drop());
    this.#room.composer.refresh();
    this.#room.composer.focus();
  }

  #failed(chosen, request) {
    const { say } = this.#room;
    let reason = "";
    try {
      const answer = JSON.parse(request.responseText);
      reason = answer.error?.message ?? answer.message ?? "";
    } catch {
      // no answer of ours
    }
    const again = button("lnk", say("file_retry"));
    again.addEventListener("click", () => this.#send(chosen));
    this.#show(el("span", "", `${say("file_failed", { name: chosen.name })} ${reason}`), again, this.#drop());
  }

  #drop() {
    const drop = button("lnk", this.#room.say("file_drop"));
    drop.addEventListener("click", () => {
      this.#request?.abort();
      this.#clear();
      this.#room.composer.focus();
    });
    return drop;
  }

  #say(text) {
    this.#show(el("span", "", text), this.#drop());
  }

  #show(...children) {
    this.#box.replaceChildren(...children);
    this.#box.hidden = false;
  }

  #clear() {
    this.#file = null;
    this.#request = null;
    this.#input.value = "";
    this.#box.hidden = true;
    this.#room.composer.refresh();
  }
}
