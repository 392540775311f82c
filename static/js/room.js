/** Entry point of the review room's page. */
import { openRoom } from "./room/page.js";

const root = document.querySelector("[data-room]");
if (root) openRoom(root);
