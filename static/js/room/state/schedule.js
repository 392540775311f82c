/** When the phases to come will begin, if each takes the minutes planned for it. */

/**
 * The instant at which `wanted` begins, or null when it is not ahead or no clock runs.
 * @param {{name: string, minutes: number}[]} phases in order
 * @param {?string} now the phase in force
 * @param {string} wanted
 * @param {?number} left seconds left in it (over time counts as none)
 * @param {number} at this moment, in milliseconds
 */
export function beginsAt(phases, now, wanted, left, at) {
  const from = phases.findIndex(({ name }) => name === now);
  const to = phases.findIndex(({ name }) => name === wanted);
  if (from < 0 || to <= from || left === null) return null;
  const between = phases.slice(from + 1, to).reduce((sum, { minutes }) => sum + minutes, 0);
  return at + Math.max(0, left) * 1000 + between * 60_000;
}
