/** What is said off the record: shown to who is here now, in this page's memory only. */
export function showAsides(room) {
  room.on("ephemeral", (data) => room.talk.aside(data));
}
