/** A pin on a map for two fields of degrees: a click or the arrow keys move it, and what is typed into the fields does too. */
import { say } from "../words.js";

const STEP = 0.01;
const KEYS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const number = (text) => (text.trim() === "" ? NaN : Number(text.trim().replace(",", ".")));
const short = (degrees) => String(Number(degrees.toFixed(4)));

for (const box of document.querySelectorAll("[data-pick]")) attach(box);

function attach(box) {
  const fields = box.dataset.pick.split(" ").map((id) => document.getElementById(id));
  const [west, north, perLon, perLat] = ["west", "north", "perLon", "perLat"].map((name) => Number(box.dataset[name]));
  const map = box.querySelector("[data-pick-map]");
  const svg = map.querySelector("svg");
  const pin = svg.querySelector("[data-pick-pin]");
  const { width, height } = svg.viewBox.baseVal;
  const now = () => fields.map((field) => number(field.value));

  function show() {
    const [latitude, longitude] = now();
    const [x, y] = [(longitude - west) * perLon, (north - latitude) * perLat];
    const inside = x >= 0 && y >= 0 && x <= width && y <= height;
    pin.toggleAttribute("hidden", !inside);
    if (inside) pin.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }

  function put(latitude, longitude) {
    const within = [Math.max(-90, Math.min(90, latitude)), Math.max(-180, Math.min(180, longitude))].map(short);
    for (const [index, field] of fields.entries()) field.value = within[index];
    told(say("pinAt", { latitude: within[0], longitude: within[1] }));
  }

  function told(sentence) {
    for (const field of fields) field.dispatchEvent(new Event("input", { bubbles: true }));
    box.querySelector("[data-pick-said]").textContent = sentence;
  }

  map.addEventListener("click", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    put(north - at.y / perLat, west + at.x / perLon);
  });
  map.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [latitude, longitude] = now();
    const known = !Number.isNaN(latitude + longitude);
    const start = box.querySelector("[data-pick-start]")?.dataset.pickStart.split(" ").map(Number);
    const [from, along] = known ? [latitude, longitude] : start ?? [north - height / 2 / perLat, west + width / 2 / perLon];
    const step = known ? STEP * (event.shiftKey ? 10 : 1) : 0;
    put(from + way[0] * step, along + way[1] * step);
  });
  box.addEventListener("click", (event) => {
    const start = event.target.closest("[data-pick-start]");
    if (start) put(...start.dataset.pickStart.split(" ").map(Number));
    if (!event.target.closest("[data-pick-none]")) return;
    for (const field of fields) field.value = "";
    told(say("pinNone"));
  });
  for (const field of fields) field.addEventListener("input", show);
  show();
}
