/** The places behind a button on a phone, lists that drop from the masthead, and "/" for the search box. */
import { on } from "../dom.js";

on("click", "[data-menu]", (_event, button) => {
  const open = button.closest(".mast").classList.toggle("open");
  button.setAttribute("aria-expanded", String(open));
});

document.addEventListener("click", (event) => {
  for (const list of document.querySelectorAll("[data-drop][open]")) {
    if (!list.contains(event.target)) list.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeLists();
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.getElementById("q");
  if (!search) return;
  event.preventDefault();
  search.closest(".mast").classList.add("open");
  search.focus();
});

function closeLists() {
  for (const list of document.querySelectorAll("[data-drop][open]")) {
    list.open = false;
    list.querySelector("summary").focus();
  }
}
