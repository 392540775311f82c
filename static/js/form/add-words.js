/** "Add" beside the log: puts the words of an entry where the cursor stands, on a line of their own. */
for (const button of document.querySelectorAll("button[data-add]")) {
  button.addEventListener("click", (event) => {
    const area = button.form?.querySelector("textarea");
    if (!area) return;
    event.preventDefault();
    put(area, button.dataset.add);
    button.form.querySelector("[data-begin]")?.remove();
  });
}

function put(area, words) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const at = document.activeElement === area || start !== 0 ? end : value.length;
  const before = at && value[at - 1] !== "\n" ? "\n" : "";
  const after = value[at] && value[at] !== "\n" ? "\n" : "";
  area.setRangeText(before + words + after, at, at, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.scrollTop = area.scrollHeight * (area.selectionEnd / Math.max(1, area.value.length)) - area.clientHeight / 2;
}
