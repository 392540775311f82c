/** Copies the text of the element that data-copy names. */
import { on } from "../dom.js";
import { say } from "../words.js";
import { toast } from "./toast.js";

on("click", "[data-copy]", async (_event, button) => {
  const text = document.querySelector(button.dataset.copy)?.textContent.trim() ?? "";
  try {
    await navigator.clipboard.writeText(text);
    toast(say("copied"));
  } catch {
    toast(say("copyFailed"));
  }
});
