/** htmx without eval (our CSP refuses it): hx-on and js: values do not work, attributes that name addresses and targets do. */
import "htmx.org";
import { csrfToken } from "../http.js";

document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRFToken"] = csrfToken();
});
