import assert from "node:assert/strict";
import test from "node:test";

import { Drafts } from "../../static/js/form/drafts.js";
import { differing } from "../../static/js/form/values.js";
import { codePoints } from "../../static/js/words.js";

/** What localStorage does, as far as drafts see it: keys are own properties, values texts. */
class Store {
  constructor(room = Infinity) {
    Object.defineProperty(this, "room", { value: room });
  }

  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, value) {
    if (value.length > this.room) throw new Error("QuotaExceededError");
    this[key] = value;
  }

  removeItem(key) {
    delete this[key];
  }
}

test("a draft comes back to the person who wrote it and to nobody else", () => {
  const store = new Store();
  const jana = new Drafts("jana", store);
  const draft = { at: 1, version: "3", fields: { title: ["Dílny"] } };
  assert.equal(jana.put("practice:1", draft), true);
  assert.deepEqual(jana.get("practice:1"), draft);
  assert.deepEqual(jana.records(), ["practice:1"]);
  const other = new Drafts("jan", store);
  assert.equal(other.get("practice:1"), null);
  assert.deepEqual(other.records(), []);
  other.drop("practice:1");
  assert.deepEqual(jana.get("practice:1"), draft);
});

test("a browser without room says so, and a spoiled draft is none", () => {
  const full = new Drafts("jana", new Store(5));
  assert.equal(full.put("practice:1", { fields: {} }), false);
  const store = new Store();
  store["draft:jana:practice:1"] = "{";
  assert.equal(new Drafts("jana", store).get("practice:1"), null);
});

test("line ends make no difference between texts, other characters do", () => {
  assert.deepEqual(differing({ how: ["one\r\ntwo"] }, { how: ["one\ntwo"] }), []);
  assert.deepEqual(differing({ how: ["one"], title: ["x"] }, { how: ["one "], title: ["x"] }), ["how"]);
  assert.deepEqual(differing({ themes: ["a", "b"] }, { themes: ["a"] }), ["themes"]);
});

test("lengths are counted as the server counts them", () => {
  assert.equal(codePoints("e\u0301"), 1);
  assert.equal(codePoints("👩‍🚀"), 3);
  assert.equal(codePoints("a\r\nb"), 3);
});

test("after sign-out began, a page that is left writes no draft again", () => {
  const store = new Store();
  const jana = new Drafts("jana", store);
  Drafts.close();
  assert.equal(jana.put("practice:1", { fields: {} }), false);
  assert.deepEqual(Object.keys(store), []);
});
