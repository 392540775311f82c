/** /check: tries what a live review needs, and says yes or no beside each line. */
const list = document.querySelector("[data-check]");
if (list) run(document.querySelector("[data-check-words]").dataset);

async function run(words) {
  for (const [name, attempt] of Object.entries({ storage, database, socket, polling })) {
    const cell = list.querySelector(`[data-check-name="${name}"] dd`);
    cell.textContent = (await attempt().catch(() => false)) ? words.yes : words.no;
  }
}

async function storage() {
  localStorage.setItem("check", "1");
  localStorage.removeItem("check");
  return true;
}

function database() {
  return new Promise((resolve) => {
    const request = indexedDB.open("check");
    request.onsuccess = () => {
      request.result.close();
      indexedDB.deleteDatabase("check");
      resolve(true);
    };
    request.onerror = () => resolve(false);
  });
}

function socket() {
  const address = new URL("/socket.io/?EIO=4&transport=websocket", location.href);
  address.protocol = address.protocol.replace("http", "ws");
  return new Promise((resolve) => {
    const line = new WebSocket(address);
    const end = (answer) => {
      clearTimeout(timer);
      line.close();
      resolve(answer);
    };
    const timer = setTimeout(end, 5000, false);
    line.onmessage = () => end(true);
    line.onerror = () => end(false);
  });
}

async function polling() {
  const answer = await fetch("/socket.io/?EIO=4&transport=polling");
  return answer.ok && (await answer.text()).startsWith("0");
}
