/** Leaves nothing behind on a shared computer; asks first when something typed has not been sent. */
import { element, on, person } from "../dom.js";
import { Drafts } from "../form/drafts.js";
import { say } from "../words.js";
import { ask } from "./dialog.js";

const KEPT = new Set(["theme"]);

async function databases() {
  try {
    return (await indexedDB.databases()).map((database) => database.name);
  } catch {
    return [];
  }
}

/** How many things an outbox still holds for this person. Opened only when it is there: opening would create it. */
async function waiting(name) {
  if (!(await databases()).includes(name)) return 0;
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onerror = () => resolve(0);
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains("outbox")) return resolve(0);
      const all = database.transaction("outbox").objectStore("outbox").getAll();
      all.onerror = () => resolve(0);
      all.onsuccess = () => {
        database.close();
        resolve(all.result.filter((item) => item.person === person()).length);
      };
    };
  });
}

async function unsent() {
  const drafts = new Drafts(person()).records().length;
  const kept = (await waiting("infocus-room")) + (await waiting("infocus-minutes"));
  return drafts + document.querySelectorAll("[data-unsent]").length + kept;
}

async function wipe() {
  Drafts.close();
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (!KEPT.has(key)) store.removeItem(key);
  }
  for (const name of await databases()) indexedDB.deleteDatabase(name);
}

on("submit", "form[data-sign-out]", async (event, form) => {
  event.preventDefault();
  const count = await unsent();
  if (count > 0) {
    const text = element("p", {}, say("unsentText", { n: count }));
    const answer = await ask(say("unsentTitle"), text, [["drop", say("unsentDrop"), "danger"], ["", say("unsentStay"), "primary"]]);
    if (answer !== "drop") return;
  }
  await wipe().catch(() => undefined);
  form.submit();
});
