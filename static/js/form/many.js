/** Several files at once: a line each, sent in pieces that go on after a cut or a reload. The sender is loaded where such a form is. */
for (const form of document.querySelectorAll("[data-many]")) {
  import("../arriving/form.js").then(({ begin }) => begin(form));
}
