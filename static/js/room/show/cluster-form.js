/** Putting ticked notes together: under a new title, or into a cluster that is there. */
import { el } from "../el.js";

/** @returns {(may: boolean, board: object) => void} shows the form as it is to be now */
export function clusterForm(room, form, selected, redraw) {
  const title = form.querySelector("#cluster-title");
  const into = form.querySelector("#cluster-into");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = [...selected].sort((a, b) => a - b);
    const cluster = room.conversation.board.clusters.find((each) => each.seq === Number(into.value));
    const fields = cluster
      ? { cluster: cluster.seq, title: cluster.title, notes: [...new Set([...cluster.notes.map(({ seq }) => seq), ...chosen])] }
      : { title: title.value.trim(), notes: chosen };
    if (!fields.title || !chosen.length) return title.focus();
    if (!(await room.act("cluster", fields))) return;
    selected.clear();
    title.value = "";
    redraw();
  });
  into.addEventListener("change", () => (title.disabled = Boolean(into.value)));
  return (may, board) => {
    form.hidden = !may || !selected.size;
    form.querySelector("[data-selected]").textContent = room.say("selected", { n: selected.size });
    const was = into.value;
    const options = board.clusters.map(({ seq, title: name }) => Object.assign(el("option", "", name), { value: String(seq) }));
    into.replaceChildren(Object.assign(el("option", "", "–"), { value: "" }), ...options);
    into.value = options.some(({ value }) => value === was) ? was : "";
    title.disabled = Boolean(into.value);
    form.querySelector("[data-into]").hidden = !options.length;
  };
}
