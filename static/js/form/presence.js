/** Who else has this form open: a sign of life every half minute while the page is looked at, and their names beside the form. When they saved, the form hears "newer". */
import { element } from "../dom.js";
import { csrfToken, post } from "../http.js";

const EVERY = 30_000;

for (const form of document.querySelectorAll("form[data-presence]")) begin(form);

function begin(form) {
  let until;
  const line = document.querySelector(`[data-here="${CSS.escape(form.id)}"]`);
  const beat = async () => {
    if (document.visibilityState !== "visible") return;
    const { ok, body } = await post(form.dataset.presence, new FormData()).catch(() => ({ ok: false }));
    if (!ok) return;
    until = body.until;
    show(line, body.here ?? []);
    if (String(body.version) !== form.dataset.version) form.dispatchEvent(new Event("newer"));
  };
  setInterval(beat, EVERY);
  document.addEventListener("visibilitychange", beat);
  addEventListener("pagehide", () => until && leave(form.dataset.presence, until));
  addEventListener("pageshow", (event) => event.persisted && beat());
  beat();
}

function show(line, sentences) {
  if (!line || [...line.children].map((each) => each.textContent).join() === sentences.join()) return;
  line.replaceChildren(...sentences.map((text) => element("p", {}, text)));
}

/** The server knows by `until` which page is shut: one that was opened meanwhile, by a reload say, stays. */
function leave(address, until) {
  const data = new FormData();
  data.set("leave", until);
  data.set("csrf_token", csrfToken());
  navigator.sendBeacon(address, data);
}
