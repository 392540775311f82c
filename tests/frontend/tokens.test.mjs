import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const css = readFileSync(new URL("../../static/css/tokens.css", import.meta.url), "utf8").replace(/\/\*.*?\*\//gs, "");

/** The custom properties of the rule whose selector is given. */
function tokens(selector) {
  const [, body] = css.split(`${selector} {`);
  return Object.fromEntries([...body.split("}")[0].matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

function luminance(hex) {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokens(":root");
const night = tokens(":root[data-theme=dark]");

test("the system's night and the chosen night are the same", () => {
  assert.ok(Object.keys(night).length > 30);
  assert.deepEqual(tokens(":root:not([data-theme=light])"), night);
});

for (const [name, theme] of [["day", light], ["night", { ...light, ...night }]]) {
  test(`words can be read by ${name}: at least 4.5 to 1 (WCAG 2.2, 1.4.3)`, () => {
    const pairs = ["ink", "ink-2", "ink-3", "pen", "ok", "warn", "bad"].flatMap((ink) => [[`--${ink}`, "--paper"], [`--${ink}`, "--well"]]);
    pairs.push(["--on-pen", "--pen"], ["--marker-ink", "--marker"], ["--ink", "--marker-tint"], ["--pen", "--pen-tint"]);
    pairs.push(["--ok", "--ok-tint"], ["--warn", "--warn-tint"], ["--bad", "--bad-tint"]);
    for (let hue = 1; hue <= 12; hue += 1) pairs.push(["--on-city", `--hue-${hue}`]);
    for (const [ink, ground] of pairs) assert.ok(contrast(theme[ink], theme[ground]) >= 4.5, `${ink} on ${ground}: ${contrast(theme[ink], theme[ground]).toFixed(2)}`);
  });

  test(`the edges of controls can be seen by ${name}: at least 3 to 1 (WCAG 2.2, 1.4.11)`, () => {
    assert.ok(contrast(theme["--field"], theme["--paper"]) >= 3);
  });
}
