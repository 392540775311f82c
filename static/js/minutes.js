/** Entry point of the minutes' page: everybody who has it open writes into the same text. */
import { io } from "socket.io-client";
import { Doc } from "yjs";
import { element } from "./dom.js";
import { Binding } from "./minutes/binding.js";
import { Line } from "./minutes/line.js";
import { Marks } from "./minutes/marks.js";
import { openStore } from "./minutes/store.js";

class Page {
  #root;
  #config;
  #doc = new Doc();
  #bindings = [];
  #line;
  #marks;
  #where = new Map();

  constructor(root) {
    this.#root = root;
    this.#config = JSON.parse(root.dataset.minutesPage);
    this.#marks = new Marks(this.#config);
  }

  async begin() {
    const store = await openStore(this.#config.person, this.#config.meeting);
    this.#line = new Line({
      socket: io("/minutes", { autoConnect: false, transports: ["websocket", "polling"] }),
      doc: this.#doc,
      config: this.#config,
      store,
      hooks: {
        status: (name, why) => this.#status(name, why),
        people: (people) => this.#people(people),
        at: (told) => this.#at(told),
        marked: (section) => this.#marks.renew(section),
        mayHear: () => !this.#bindings.some((each) => each.waiting),
      },
    });
    for (const section of this.#root.querySelectorAll("[data-minutes-section]")) this.#bind(section);
    this.#root.querySelector("[data-minutes-save]").hidden = true;
    this.#root.querySelector("[data-minutes-state]").hidden = false;
    addEventListener("online", () => this.#line.nudge());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#line.nudge());
    addEventListener("beforeunload", (event) => this.#line.unsent && !store.lasting && event.preventDefault());
    await this.#line.start();
  }

  /** Until the line is open a section shows what the page came with, and takes nothing: it would not know what it stands on. */
  #bind(section) {
    const area = section.querySelector("textarea");
    const key = section.dataset.minutesSection;
    area.readOnly = true;
    const text = this.#doc.getText(key);
    const begin = () => {
      if (!area.readOnly) return;
      this.#bindings.push(new Binding(area, text, { onFree: () => this.#line.flush() }));
      area.readOnly = false;
    };
    section.addEventListener("minutes:open", begin, { once: true });
    area.addEventListener("focus", () => this.#line.at(key));
    area.addEventListener("blur", () => this.#line.at(null));
  }

  #status(name, why = "") {
    const place = this.#root.querySelector("[data-minutes-state]");
    const well = name === "live" || name === "saving";
    if (well) for (const section of this.#root.querySelectorAll("[data-minutes-section]")) section.dispatchEvent(new Event("minutes:open"));
    place.textContent = this.#config.words[name].replace("{why}", why).replace("{most}", this.#config.most);
    place.classList.toggle("whole", well);
    place.dataset.minutesState = name;
  }

  #people(people) {
    const others = people.filter((each) => each.person !== this.#config.person);
    const here = new Set(others.map((each) => each.person));
    for (const person of [...this.#where.keys()]) if (!here.has(person)) this.#where.delete(person);
    const panel = document.querySelector("[data-minutes-people]");
    panel.hidden = others.length === 0;
    panel.querySelector("[data-minutes-list]").replaceChildren(
      ...others.map((each) => element("li", {}, element("span", {}, element("b", {}, each.name)), element("span", { class: "meta" }, each.city))),
    );
    this.#show();
  }

  #at({ person, name, section }) {
    if (section) this.#where.set(person, { name, section });
    else this.#where.delete(person);
    this.#show();
  }

  #show() {
    for (const section of this.#root.querySelectorAll("[data-minutes-section]")) {
      const names = [...this.#where.values()].filter((each) => each.section === section.dataset.minutesSection).map((each) => each.name);
      section.querySelector("[data-minutes-here]").textContent = names.map((name) => this.#config.words.writes.replace("{name}", name)).join(" · ");
    }
  }
}

const root = document.querySelector("[data-minutes-page]");
if (root) new Page(root).begin();
