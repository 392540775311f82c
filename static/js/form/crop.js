/** Crop a picture: a rectangle drawn over it writes four numbers, and the numbers draw the rectangle. The server cuts. */
for (const set of document.querySelectorAll("[data-crop]")) attach(set);

function attach(set) {
  const stage = set.querySelector("[data-crop-on]");
  const [shade, frame] = [stage.querySelector("path"), stage.querySelector("rect")];
  const sides = ["left", "top", "width", "height"].map((name) => set.querySelector(`[data-side="${name}"]`));
  let from;

  function show() {
    const usual = [0, 0, 100, 100];
    const [x, y, wide, tall] = sides.map((side, index) => (side.value.trim() === "" ? usual[index] : Number(side.value.replace(",", ".")) || 0));
    for (const [name, value] of Object.entries({ x, y, width: Math.max(wide, 0), height: Math.max(tall, 0) })) frame.setAttribute(name, value);
    shade.setAttribute("d", `M0 0H100V100H0zM${x} ${y}h${wide}v${tall}h${-wide}z`);
  }

  function at(event) {
    const box = stage.getBoundingClientRect();
    const share = (value, start, length) => Math.max(0, Math.min(100, (100 * (value - start)) / length));
    return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)];
  }

  stage.hidden = false;
  stage.addEventListener("pointerdown", (event) => {
    from = at(event);
    stage.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = at(event);
    const corner = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
    const size = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
    if (Math.min(...size) < 5) return;
    for (const [index, value] of [...corner, ...size].entries()) sides[index].value = String(Math.floor(value));
    show();
  });
  for (const over of ["pointerup", "pointercancel"]) stage.addEventListener(over, () => (from = undefined));
  for (const side of sides) side.addEventListener("input", show);
  show();
}
