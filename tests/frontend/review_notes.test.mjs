import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, quoteOf } from "../../static/js/review-notes.js";

test("what was not said is left out, and numbers are numbers", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: "concern", text: " Who pays? ", importance: "0", question: "2", section: "", quote: "", signed: "city" })) form.set(name, value);
  assert.deepEqual(fieldsOf(form), { kind: "concern", text: "Who pays?", question: 2, signed: "city" });
});

test("a quote is one line, cut between code points", () => {
  assert.equal(quoteOf("  two\n lines "), "two lines");
  assert.equal([...quoteOf("🌍".repeat(400))].length, 300);
});
