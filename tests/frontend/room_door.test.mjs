import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { Door } from "../../static/js/room/state/door.js";

const ana = { id: "a", name: "Ana Silva, Braga, guest" };
const piotr = { id: "p", name: "Piotr Nowak, Gdynia, guest" };

/** A door, what it was told in turn, and how often it asked; `answers` come one after the other, the last for good. */
function standing(...answers) {
  const told = [];
  const asked = { count: 0 };
  const ask = async () => {
    const answer = answers[Math.min(asked.count, answers.length - 1)];
    asked.count += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const door = new Door({ ask, told: (waiting) => told.push(waiting.map(({ id }) => id).join("")), every: 20 });
  return { door, told, asked };
}

test("nobody is asked before it matters, nor afterwards", async () => {
  const { door, told, asked } = standing([ana]);
  await door.look();
  assert.equal(asked.count, 0);
  door.watch(true);
  await wait(5);
  assert.deepEqual(told, ["a"]);
  door.watch(false);
  assert.deepEqual(told, ["a", ""]);
  const before = asked.count;
  await wait(60);
  await door.look();
  assert.equal(asked.count, before);
});

test("it asks again by itself and tells another list only", async () => {
  const { door, told, asked } = standing([], [ana], [ana], [ana, piotr]);
  door.watch(true);
  door.watch(true);
  await wait(150);
  door.watch(false);
  assert.ok(asked.count >= 4 && asked.count <= 9, String(asked.count));
  assert.deepEqual(told, ["a", "ap", ""]);
});

test("no answer changes nothing", async () => {
  const { door, told } = standing([ana], new Error("offline"), null, [ana]);
  door.watch(true);
  await wait(5);
  await door.look();
  await door.look();
  await door.look();
  door.watch(false);
  assert.deepEqual(told, ["a", ""]);
});

test("one question at a time, and who was decided about does not come back with a late answer", async () => {
  let answer = null;
  let asked = 0;
  const told = [];
  const door = new Door({
    ask: () => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    },
    told: (waiting) => told.push(waiting.map(({ id }) => id).join("")),
    every: 100_000,
  });
  door.watch(true);
  door.look();
  assert.equal(asked, 1);
  answer([ana, piotr]);
  await wait(1);
  door.look();
  door.settle("a");
  answer([ana, piotr]);
  await wait(1);
  door.watch(false);
  assert.deepEqual(told, ["ap", "p", ""]);
});

test("an answer that comes after the end is not shown", async () => {
  let answer = null;
  const told = [];
  const door = new Door({ ask: () => new Promise((resolve) => (answer = resolve)), told: (waiting) => told.push(waiting), every: 100_000 });
  door.watch(true);
  door.watch(false);
  answer([ana]);
  await wait(1);
  assert.deepEqual(told, []);
});
