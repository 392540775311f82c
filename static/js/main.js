// The behaviours every page has. Each hooks itself to data- attributes; pages work without any of them.
import "./page/menu.js";
import "./page/fold.js";
import "./page/time.js";
import "./page/toc.js";
import "./page/copy.js";
import "./page/dialog.js";
import "./page/focus.js";
import "./page/htmx.js";
import "./page/check.js";
import "./page/sign-out.js";
import "./suggest.js";
import "./form/counter.js";
import "./form/autosave.js";
import "./form/upload.js";
import "./form/preview.js";
