// What is marked in a completion: the beginnings that were typed, whatever their accents.
import assert from "node:assert/strict";
import { test } from "node:test";
import { covered, plain } from "../../static/js/suggest-mark.js";

test("letters become plain", () => {
  assert.equal(plain("Łęcka"), "lecka");
  assert.equal(plain("STRAßE"), "strasse");
});

test("a beginning covers its letters, accents included", () => {
  assert.equal(covered("Kovářová", ["kovar"]), 5);
  assert.equal(covered("Kova\u0301r\u030cova\u0301", ["kovar"]), 7);
  assert.equal(covered("Straße", ["stras"]), 5);
  assert.equal(covered("Straße", ["strasse"]), 6);
});

test("the longest beginning counts, and none covers nothing", () => {
  assert.equal(covered("workshop", ["w", "work"]), 4);
  assert.equal(covered("workshop", ["shop"]), 0);
  assert.equal(covered("workshop", []), 0);
});
