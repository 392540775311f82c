/** What is open on a wide screen and folded on a phone; which part of a page a narrow screen shows; "back". */
import { on } from "../dom.js";

if (matchMedia("(max-width: 46rem)").matches) {
  for (const details of document.querySelectorAll("[data-fold-on-phone]")) details.open = false;
}

on("click", "[data-tab]", (event, tab) => {
  if (tab.tagName !== "A") return;
  event.preventDefault();
  document.body.dataset.tab = tab.dataset.tab;
  for (const other of document.querySelectorAll("a[data-tab]")) {
    if (other === tab) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
});

on("click", "[data-back]", () => history.back());
on("change", "[data-submit]", (_event, control) => control.form?.requestSubmit());
