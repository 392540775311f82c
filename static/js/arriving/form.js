/** The form of several files: chosen or dropped ones get a line, "Upload" sends two at a time, all report back. */
import { lineOf, wordsOf } from "./line.js";
import { sending } from "./sending.js";

const SIDE_BY_SIDE = 2;
const MEGABYTE = 1_000_000;

/** Takes a form over from the browser. */
export function begin(form) {
  const input = form.querySelector('input[type="file"]');
  const list = form.querySelector("[data-files]");
  const summary = form.querySelector("[data-summary]");
  const say = wordsOf(form);
  const files = [];
  let running = 0;

  const tell = () => {
    const kept = files.filter((each) => each.state === "kept").length;
    summary.textContent = files.some((each) => each.state !== "chosen") ? say("summary", { kept, all: files.length }) : "";
    document.title = document.title.replace(/^\(\d+\/\d+\) /, "");
    if (files.some((each) => ["sending", "queued", "checking"].includes(each.state))) document.title = `(${kept}/${files.length}) ${document.title}`;
  };

  const take = (chosen) => {
    if (form.dataset.mostFiles === "1") for (const each of files.splice(0)) each.shown.line.remove();
    const room = Number(form.dataset.mostFiles) - files.length;
    for (const file of [...chosen].slice(0, room)) add(file);
    if (chosen.length > room) summary.textContent = say("tooMany", { most: form.dataset.mostFiles });
    list.hidden = !files.length;
    input.value = "";
    input.required = !files.length;
  };

  const add = (file) => {
    if (files.some((each) => each.file.name === file.name && each.file.size === file.size && each.file.lastModified === file.lastModified)) return;
    const each = { file, state: "chosen", shown: lineOf(file, form, say) };
    const most = Number(form.dataset.most);
    if (file.size > most) {
      each.state = "refused";
      each.shown.end(say("tooLarge", { size: Math.ceil(file.size / MEGABYTE), most: Math.floor(most / MEGABYTE) }), { bad: true });
    }
    files.push(each);
    list.append(each.shown.line);
    each.shown.offer(say("remove"), () => {
      files.splice(files.indexOf(each), 1);
      each.shown.line.remove();
      list.hidden = !files.length;
      input.required = !files.length;
      input.focus();
    });
  };

  const next = () => {
    tell();
    while (running < SIDE_BY_SIDE) {
      const each = files.find((one) => one.state === "queued");
      if (!each) return;
      running += 1;
      send(each);
    }
  };

  const over = (each, state) => {
    if (each.state === "sending") running -= 1;
    each.state = state;
    next();
  };

  const send = (each) => {
    each.state = "sending";
    each.shown.offerNothing();
    each.shown.fix();
    each.start ??= sending(each.file, form.dataset.many, { ...each.values, ...each.shown.said() }, told(each));
    each.start();
  };

  const told = (each) => ({
    progress: (percent) => {
      each.percent = percent;
      each.shown.show(percent, say("sending", { percent }));
    },
    cut: () => each.shown.show(each.percent ?? 0, say("cut")),
    here: () => {
      each.shown.show(100, say("checking"));
      over(each, "checking");
    },
    end: ({ state, href, why }) => {
      if (state === "kept" && form.dataset.purpose === "import") return location.assign(href);
      each.shown.end(state === "kept" ? say("kept") : why || state || say("stopped", { percent: 100 }), { href: state === "kept" ? href : "", bad: state !== "kept" });
      over(each, state === "kept" ? "kept" : "refused");
    },
    stopped: (why) => {
      each.shown.end(why || say("stopped", { percent: each.percent ?? 0 }), { bad: Boolean(why) });
      if (!why) each.shown.offer(say("again"), () => again(each));
      over(each, why ? "refused" : "stopped");
    },
  });

  const again = (each) => {
    each.state = "queued";
    next();
  };

  input.addEventListener("change", () => take(input.files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const common = Object.fromEntries(["session", "visibility"].map((name) => [name, form.elements[name].value]));
    for (const each of files.filter((one) => one.state === "chosen")) {
      Object.assign(each, { state: "queued", values: { ...common, purpose: form.dataset.purpose } });
      each.shown.show(0, say("waits"));
    }
    next();
  });
  window.addEventListener("online", () => files.filter((each) => each.state === "stopped").forEach(again));
  window.addEventListener("beforeunload", (event) => {
    if (running) event.preventDefault();
  });
  droppable(form.querySelector("[data-drop]"), take);
  if (input.files.length) take(input.files);
}

function droppable(zone, take) {
  for (const type of ["dragenter", "dragover"]) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const type of ["dragleave", "drop"]) zone.addEventListener(type, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}
