/** Shows Markdown as it will be read: the server renders and sanitises it, so the preview and the page never differ. */
import { element } from "../dom.js";
import { post } from "../http.js";
import { say } from "../words.js";

for (const area of document.querySelectorAll("textarea[data-preview]")) attach(area);

function attach(area) {
  const button = element("button", { class: "lnk", type: "button", "aria-expanded": "false" }, say("preview"));
  const pane = element("div", { class: "prose md-preview", hidden: true, dir: "auto" });
  area.after(element("p", { class: "foot-l" }, button), pane);
  button.addEventListener("click", async () => {
    pane.hidden = !pane.hidden;
    button.setAttribute("aria-expanded", String(!pane.hidden));
    if (!pane.hidden) await fill(pane, area);
  });
}

async function fill(pane, area) {
  const data = new FormData();
  data.set("text", area.value);
  try {
    const { ok, body } = await post(area.dataset.preview, data);
    if (!ok) throw new Error("no preview");
    const page = new DOMParser().parseFromString(body.html, "text/html");
    pane.replaceChildren(...page.body.childNodes);
  } catch {
    pane.textContent = say("previewFailed");
  }
}
