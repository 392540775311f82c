/** Listen on the page for an event that happens inside elements which match. */
export function on(type, selector, handle) {
  document.addEventListener(type, (event) => {
    const target = event.target instanceof Element ? event.target.closest(selector) : null;
    if (target) handle(event, target);
  });
}

/** A new element with attributes and children; texts become text nodes, never HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Who is signed in, as the page says; empty when nobody is. */
export function person() {
  return document.body.dataset.person ?? "";
}
