// The reader: the hit one stands on comes into view, keys go from hit to hit, pages of a PDF are drawn sharply,
// a file that is still being read is watched, and comments are written and read beside their passages.
import "./reader/composing.js";
import "./reader/hits.js";
import "./reader/margin.js";
import "./reader/placing.js";
import "./reader/sheet.js";
import "./reader/waiting.js";
