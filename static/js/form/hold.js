/** A form somebody has open: while they type, the others go on seeing it. */
import { post } from "../http.js";

const EVERY = 120_000;

for (const form of document.querySelectorAll("form[data-hold]")) {
  let told = Date.now();
  form.addEventListener("input", () => {
    if (Date.now() - told < EVERY) return;
    told = Date.now();
    post(form.dataset.hold, new FormData()).catch(() => {});
  });
}
