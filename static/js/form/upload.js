/** A multipart form that says how much was sent. fetch cannot tell, so this is XMLHttpRequest. */
import { element, on } from "../dom.js";
import { csrfToken } from "../http.js";
import { carry } from "../page/messages.js";
import { say } from "../words.js";

const MEGABYTE = 1024 * 1024;

function bar(form) {
  const progress = element("progress", { max: "100", value: "0", "aria-label": say("sending", { percent: "" }) });
  const words = element("span", { role: "status" });
  form.querySelector("[data-sending]")?.remove();
  form.append(element("div", { class: "prog", "data-sending": true }, progress, words));
  return (percent, text) => {
    progress.value = percent;
    words.textContent = text;
  };
}

/** The text to show when a chosen file is larger than the form takes; "" when all fit. */
export function tooLarge(form) {
  const most = Number(form.dataset.most ?? 0);
  for (const input of form.querySelectorAll('input[type="file"]')) {
    for (const file of input.files) {
      if (most && file.size > most) return say("tooLarge", { size: Math.ceil(file.size / MEGABYTE), most: Math.floor(most / MEGABYTE) });
    }
  }
  return "";
}

on("submit", "form[data-upload]", (event, form) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const show = bar(form);
  const problem = tooLarge(form);
  if (problem) return show(0, problem);
  send(form, event.submitter, show);
});

function send(form, submitter, show) {
  let percent = 0;
  const request = new XMLHttpRequest();
  const button = submitter ?? form.querySelector("button");
  const failed = () => {
    if (button) button.disabled = false;
    show(percent, say("sendFailed", { percent }));
  };
  request.upload.addEventListener("progress", (event) => {
    percent = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : percent;
    show(percent, say("sending", { percent }));
  });
  request.addEventListener("load", () => arrived(request, show, failed));
  request.addEventListener("error", failed);
  request.addEventListener("timeout", failed);
  request.open("POST", form.action);
  request.setRequestHeader("X-CSRFToken", csrfToken());
  const data = new FormData(form, submitter);
  if (button) button.disabled = true;
  request.send(data);
}

/** The answer is a page as for any form: opened when the server went on to it, shown in place when it is the form with errors. */
function arrived(request, show, failed) {
  if (request.status === 0 || request.status >= 500) return failed();
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  if (request.status < 400 && request.responseURL) {
    show(100, say("sent"));
    carry(page);
    location.assign(request.responseURL);
    return;
  }
  const main = page.querySelector("main");
  if (!main) return failed();
  document.querySelector("main").replaceWith(document.adoptNode(main));
  document.querySelector("main [data-focus], main")?.focus();
}
