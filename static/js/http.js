/** Requests to our own server: the session's CSRF token, and JSON as the answer. */
export function csrfToken() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
}

/**
 * Takes a fresh CSRF token after the same person signed in again in another window; false when nobody, or somebody else, is signed in.
 * What was typed under one account is never sent under another.
 */
export async function renewToken(person) {
  const response = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const token = page.querySelector('meta[name="csrf-token"]')?.content;
  if (!token || page.body.dataset.person !== person) return false;
  document.querySelector('meta[name="csrf-token"]').content = token;
  for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = token;
  return true;
}

/** POST a form's data; the answer's body is JSON, or `{}` where it is none. Network failures reject. */
export async function post(address, data) {
  const response = await fetch(address, {
    method: "POST",
    body: data,
    credentials: "same-origin",
    headers: { Accept: "application/json", "X-CSRFToken": csrfToken() },
  });
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, ok: response.ok, body: isJson ? await response.json() : {} };
}
