/** Decisions: dialogs of the page, and questions asked by scripts. */
import { element, on } from "../dom.js";
import { say } from "../words.js";

on("click", "[data-dialog]", (event, button) => {
  const dialog = document.getElementById(button.dataset.dialog);
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
});

on("click", "dialog [data-close]", (_event, button) => button.closest("dialog").close());

/** Asks; resolves to the value of the button pressed, or "" when the dialog was shut. `answers` are [value, label, look]. */
export function ask(title, content, answers) {
  const buttons = answers.map(([value, label, look = ""]) => element("button", { class: `btn ${look}`, value }, label));
  const dialog = element(
    "dialog", { "aria-labelledby": "question" },
    element("h2", { id: "question" }, title),
    element("form", { method: "dialog" }, content, element("div", { class: "btnrow" }, ...buttons)),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue);
      dialog.remove();
    });
  });
}

on("submit", "form[data-confirm]", async (event, form) => {
  if (form.dataset.confirmed) return;
  event.preventDefault();
  const { submitter } = event;
  const label = submitter?.textContent.trim() || say("yes");
  const answer = await ask(say("sure"), element("p", {}, form.dataset.confirm), [["", say("cancel")], ["yes", label, "primary"]]);
  if (answer !== "yes") return;
  form.dataset.confirmed = "yes";
  form.requestSubmit(submitter);
  delete form.dataset.confirmed;
});
