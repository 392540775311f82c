/** Puts a room's parts together on the page that `templates/reviews/room*.html` or `stage.html` draws: each shows one thing, and knows the room only. */
import { Room } from "./core.js";
import { openStore } from "./store.js";
import { showAdvice } from "./show/advice.js";
import { showAsides } from "./show/asides.js";
import { showBoard } from "./show/board.js";
import { showClock } from "./show/clock.js";
import { showComplaints } from "./show/complaints.js";
import { showComposer } from "./show/composer.js";
import { showDoor } from "./show/door.js";
import { showFiles } from "./show/files.js";
import { showFind } from "./show/find.js";
import { showFloor } from "./show/floor.js";
import { showHands } from "./show/hands.js";
import { showLead } from "./show/lead.js";
import { showLinks } from "./show/links.js";
import { showMentions } from "./show/mentions.js";
import { showNotes } from "./show/notes.js";
import { showPeople } from "./show/people.js";
import { showPlan } from "./show/plan.js";
import { showPrivate } from "./show/private.js";
import { showStage } from "./show/stage.js";
import { showStatus } from "./show/status.js";
import { showTabs } from "./show/tabs.js";
import { showTable } from "./show/table.js";
import { showTakeaways } from "./show/takeaways.js";
import { showTalk } from "./show/talk.js";
import { showTurn } from "./show/turn.js";

const COMMON = [showStatus, showClock, showTurn, showFloor];
const TALK = [showComplaints, showHands, showTalk, showComposer, showMentions, showFiles, showLinks, showFind, showAsides, showNotes];
const VIEWS = {
  room: [...COMMON, ...TALK, showPeople, showLead, showDoor, showPlan, showAdvice, showBoard, showTakeaways, showPrivate, showTabs],
  companion: [...COMMON, ...TALK, showPeople],
  table: [...COMMON, showComplaints, showHands, showPeople, showTable],
  stage: [...COMMON, showStage],
};

/** Open the room drawn in `root`, whose `data-room` says which, for whom and in which words. */
export async function openRoom(root) {
  const room = new Room(root, JSON.parse(root.dataset.room));
  const store = await openStore();
  room.store = store;
  for (const show of VIEWS[room.config.view]) show(room);
  await room.open(store);
  return room;
}
