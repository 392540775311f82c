/** Notes that never leave this device: kept under the person and the review; signing out wipes them. */
export function showPrivate(room) {
  const box = room.find("[data-private]");
  if (!box) return;
  const key = `infocus:notes:${room.config.person}:${room.config.review}`;
  try {
    box.value = localStorage.getItem(key) ?? "";
    box.addEventListener("input", () => localStorage.setItem(key, box.value));
  } catch {
    box.disabled = true; // a browser that keeps nothing: better none than lost
  }
}
