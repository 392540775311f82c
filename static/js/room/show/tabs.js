/** Three columns, of which a phone shows one: a link to something in another column goes there. */
const COLUMNS = ["plan", "talk", "notes"];

export function showTabs(room) {
  document.addEventListener("click", (event) => {
    const to = event.target.closest?.("a[href^='#']");
    if (!to || to.dataset.tab) return;
    if (follow(room, to.getAttribute("href").slice(1))) event.preventDefault();
  });
}

/** Show the column that holds `id`, then the thing itself. */
function follow(room, id) {
  const seq = /^e(\d+)$/.exec(id)?.[1];
  if (seq && room.talk?.show(Number(seq))) {
    column("talk");
    room.talk.show(Number(seq));
    return true;
  }
  const target = document.getElementById(id);
  if (!target) return false;
  const name = COLUMNS.find((each) => target.closest(`#${each}`));
  if (!name) return false;
  column(name);
  room.emit("show", target);
  target.scrollIntoView({ block: "center" });
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}

/** Bring a column to the front where only one is shown. */
export function column(name) {
  document.querySelector(`a[data-tab=${name}]`)?.click();
}
