/** Requests to our own server: the session's CSRF token, and JSON as the answer. */
export function csrfToken() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
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
