/**
 * The search page without a flash: a ticked box, another order or a step through the passages brings a new page from the server, of which this one takes the
 * inside. Every state has its address, "back" goes through them, and what was in focus, open and on screen stays. Where that fails, the browser does it its own way.
 */
const page = document.querySelector("[data-live-page]");
const place = () => `${location.pathname}${location.search}`;
let shown = place();
let request = null;

/** What finds an element again after the page was renewed. */
function nameOf(control) {
  if (!control || !page.contains(control)) return null;
  if (control.name) return `[name="${CSS.escape(control.name)}"]${control.type === "checkbox" ? `[value="${CSS.escape(control.value)}"]` : ""}`;
  return control.dataset.keeps ? `[data-keeps="${CSS.escape(control.dataset.keeps)}"]` : null;
}

function take(html) {
  const focused = nameOf(document.activeElement);
  const open = new Map([...page.querySelectorAll("details[data-keeps]")].map((each) => [each.dataset.keeps, each.open]));
  const next = new DOMParser().parseFromString(html, "text/html");
  const inside = next.querySelector("[data-live-page]");
  if (!inside) return false;
  for (const each of inside.querySelectorAll("details[data-keeps]")) {
    if (open.has(each.dataset.keeps)) each.open = each.open && each.dataset.keeps !== "filters" ? true : open.get(each.dataset.keeps);
  }
  page.replaceChildren(...inside.childNodes);
  document.title = next.title;
  if (focused) (page.querySelector(focused) ?? page.querySelector("[data-keeps=next], [data-keeps=previous]"))?.focus({ preventScroll: true });
  document.querySelector("[data-live-said]").textContent = page.querySelector("[data-live-count]")?.textContent ?? "";
  return true;
}

/** Bring the page of an address; the address it came from in the end, or nothing when a newer one was asked for. */
async function bring(address) {
  request?.abort();
  const own = (request = new AbortController());
  page.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { credentials: "same-origin", signal: own.signal, headers: { Accept: "text/html" } });
    if (!response.ok || !take(await response.text())) location.assign(address);
    const end = new URL(response.url);
    return `${end.pathname}${end.search}`;
  } catch (error) {
    if (error.name === "AbortError") return null;
    location.assign(address);
    return null;
  } finally {
    if (request === own) page.removeAttribute("aria-busy");
  }
}

async function go(address) {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
  const end = await bring(address);
  if (!end || end === shown) return;
  shown = end;
  history.pushState({ live: true }, "", end);
}

/** The address a form asks for, as the server writes it: without what is empty or was not changed, the order last. */
function asked(form) {
  const values = new FormData(form);
  const sort = values.get("sort");
  values.delete("sort");
  if (values.has("years_were") && `${values.get("year_from")}-${values.get("year_to")}` === values.get("years_were")) {
    for (const name of ["year_from", "year_to", "years_were"]) values.delete(name);
  }
  if (sort !== form.dataset.usualSort) values.append("sort", sort);
  const address = new URL(form.action);
  address.search = new URLSearchParams([...values].filter(([, value]) => value !== ""));
  return address.href;
}

async function back() {
  if (place() === shown) return; // only the fragment changed
  const wanted = history.state?.scroll;
  shown = place();
  await bring(location.href);
  if (wanted !== undefined) scrollTo(0, wanted);
}

if (page) {
  page.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-live-form]")) return;
    event.preventDefault();
    go(asked(event.target));
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-live]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(new URL(link.getAttribute("href"), location.href).href);
  });
  addEventListener("popstate", back);
}
