/** Sends one file by the tus protocol, goes on after whatever happened, and asks what became of it. */
import { Upload, defaultOptions } from "tus-js-client";
import { csrfToken } from "../http.js";

const PIECE = 4 * 1024 * 1024;
const PAUSES = [0, 1000, 3000, 5000, 10000, 20000, 30000, 60000];
const LOOK = 700;

/**
 * `told` is called as `told.progress(percent)`, `told.cut()`, `told.here()`, `told.end(state)` with what the server says of it, `told.stopped(why)`.
 * Returns what starts it, and starts it again after it stopped.
 */
export function sending(file, address, values, told) {
  const metadata = Object.fromEntries(Object.entries({ ...values, filename: file.name }).filter(([, value]) => value !== ""));
  const upload = new Upload(file, {
    endpoint: address,
    chunkSize: PIECE,
    retryDelays: PAUSES,
    metadata,
    headers: { Accept: "application/json" },
    onBeforeRequest: (request) => request.setHeader("X-CSRFToken", csrfToken()),
    onProgress: (sent, all) => told.progress(Math.floor((100 * sent) / all)),
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      const again = !status || status >= 500 || status === 409 || status === 423;
      if (again) told.cut();
      return again;
    },
    onSuccess: () => {
      told.here();
      became(upload.url, async (state) => {
        for (const each of await upload.findPreviousUploads()) await defaultOptions.urlStorage.removeUpload(each.urlStorageKey);
        told.end(state);
      });
    },
    onError: (error) => told.stopped(why(error)),
  });
  return async () => {
    const begun = await upload.findPreviousUploads();
    if (begun.length && !upload.url) upload.resumeFromPreviousUpload(begun[0]);
    upload.start();
  };
}

/** The server's own sentence, where it gave one. */
function why(error) {
  try {
    const problem = JSON.parse(error.originalResponse.getBody());
    return problem.errors?.map((each) => each.message).join(" ") || problem.detail || "";
  } catch {
    return "";
  }
}

/** Asks until the file was taken in or refused; a connection that is gone for a while changes nothing. */
async function became(address, end) {
  try {
    const response = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
    const state = await response.json();
    if (response.status === 404 || state.state === "kept" || state.state === "refused") return end(state);
  } catch {
    // It is asked again below.
  }
  setTimeout(() => became(address, end), LOOK);
}
