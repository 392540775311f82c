/** What the server offers for what was typed. Answers are kept while the page stands, in memory only; a newer question ends an older one. */
const MOST = 60;

export class Offers {
  constructor(address) {
    this.address = address;
    this.kept = new Map();
  }

  has(typed) {
    return this.kept.has(typed);
  }

  drop() {
    this.request?.abort();
  }

  /** The answer, or nothing when there is no connection or the question was dropped. */
  async of(typed) {
    if (this.kept.has(typed)) return this.kept.get(typed);
    const request = (this.request = new AbortController());
    const address = new URL(this.address, location.href);
    address.searchParams.set("q", typed);
    try {
      const response = await fetch(address, { credentials: "same-origin", signal: request.signal, headers: { Accept: "application/json" } });
      if (!response.ok) return null;
      const answer = await response.json();
      if (this.kept.size >= MOST) this.kept.clear();
      this.kept.set(typed, answer);
      return answer;
    } catch {
      return null;
    }
  }
}
