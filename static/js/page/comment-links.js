/** Addresses from before threads were shown in parts end in #c- and an id: what this page does not show is looked for. */

const [, id] = /^#c-([0-9a-hjkmnp-tv-z]{26})$/.exec(location.hash) ?? [];
if (id && !document.getElementById(`c-${id}`) && !new URLSearchParams(location.search).has("comment")) location.replace(`/comments/${id}`);
