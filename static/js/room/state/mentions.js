/** Names after an @: whose name is being typed, and whom it can be. */
import { folded } from "./find.js";

const MOST = 6;

/** What stands after the last @ before the cursor, or null when no name is being typed there. */
export function typed(text, cursor) {
  const match = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u.exec(text.slice(0, cursor));
  return match ? match[1] : null;
}

/** People whose name has a part that begins so. */
export function offers(people, begun) {
  const wanted = folded(begun);
  return people.filter(({ name }) => folded(name).startsWith(wanted) || folded(name).split(" ").some((part) => part.startsWith(wanted))).slice(0, MOST);
}

/** The text with the begun name completed: `[text, cursor]`. */
export function complete(text, cursor, name) {
  const begun = typed(text, cursor) ?? "";
  const before = text.slice(0, cursor - begun.length);
  const rest = text.slice(cursor);
  return [`${before}${name} ${rest.replace(/^ /, "")}`, before.length + name.length + 1];
}
