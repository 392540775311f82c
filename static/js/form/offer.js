/** When a page opens over a draft this computer kept: show it, or drop it when its sending succeeded. */
import { element } from "../dom.js";
import { clockTime, say } from "../words.js";
import { differing, read } from "./values.js";

const JUST_NOW = 2 * 60 * 1000;

/** Whether the page that follows a submit says that it went well. */
function wentWell(draft) {
  return draft.submitted && Date.now() - draft.at < JUST_NOW && document.querySelector("[data-messages] .notice.ok") !== null;
}

/** Offers the draft of a form's record beside the form; `use` gets it. */
export function offerDraft(form, drafts, use) {
  const { record } = form.dataset;
  const draft = drafts.get(record);
  if (!draft) return;
  if (wentWell(draft) || differing(draft.fields, { ...draft.fields, ...read(form) }).length === 0) {
    drafts.drop(record);
    return;
  }
  const take = element("button", { class: "btn small", type: "button" }, say("useDraft"));
  const drop = element("button", { class: "btn small text", type: "button" }, say("dropDraft"));
  const notice = element(
    "div", { class: "notice warn", role: "status" },
    element("span"), element("p", {}, say("foundDraft", { time: clockTime(draft.at) })), element("span", { class: "btnrow" }, take, drop),
  );
  take.addEventListener("click", () => {
    notice.remove();
    use(draft);
  });
  drop.addEventListener("click", () => {
    notice.remove();
    drafts.drop(record);
  });
  form.prepend(notice);
}
