/** The columns beside the conversation: the plan, one section at a time, and notes that never leave this device. */

/** Show the chosen section of the plan and keep it while the page is open. */
export function showPlan(root) {
  const select = root.querySelector("[data-plan-page]");
  if (!select) return;
  const sections = root.querySelectorAll(".plan-t");
  const show = () => {
    for (const section of sections) section.hidden = section.id !== select.value;
  };
  select.addEventListener("change", show);
  show();
}

/** Keep a text box on this device under `key`; signing out wipes it. */
export function keepNotes(box, key) {
  try {
    box.value = localStorage.getItem(key) ?? "";
    box.addEventListener("input", () => localStorage.setItem(key, box.value));
  } catch {
    box.disabled = true; // a browser that keeps nothing: better none than lost
  }
}
