/** A page of a PDF drawn by pdf.js, as sharp as the screen, with its words to select. */
import { GlobalWorkerOptions, TextLayer, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const MOST_PIXELS = 16_000_000;
const SETTLE = 150;

/** Opens the file by ranges: only what this page needs is fetched. No WebAssembly, which our security policy refuses. */
function open({ file, worker, assets }) {
  GlobalWorkerOptions.workerSrc = worker;
  return getDocument({
    url: file,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    useWasm: false,
    isEvalSupported: false,
    disableWorkerRendering: true,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
  }).promise;
}

/** Draws the sheet's page and keeps it sharp when its size changes. Rejects where pdf.js cannot. */
export async function drawn(sheet) {
  const pdf = await open(sheet.dataset);
  const page = await pdf.getPage(Number(sheet.dataset.page));
  const paper = sheet.querySelector("[data-paper]");
  const painter = new Painter(page, paper);
  await painter.paint();
  await painter.words();
  new ResizeObserver(() => painter.later()).observe(paper);
}

class Painter {
  #canvas = null;
  #page;
  #paper;
  #plain;
  #timer = 0;
  #task = null;
  #width = 0;

  constructor(page, paper) {
    this.#page = page;
    this.#paper = paper;
    this.#plain = page.getViewport({ scale: 1 });
    paper.style.aspectRatio = `${this.#plain.width} / ${this.#plain.height}`;
  }

  /** Paints once sizes have settled; until then the browser stretches what is there. */
  later() {
    this.#scale();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (Math.abs(this.#paper.clientWidth - this.#width) >= 1) this.paint().catch(() => {});
    }, SETTLE);
  }

  #scale() {
    this.#paper.style.setProperty("--total-scale-factor", String(this.#paper.clientWidth / this.#plain.width));
  }

  /** Paints a new canvas, and shows it in place of the picture when it is whole. */
  async paint() {
    this.#task?.cancel();
    this.#scale();
    this.#width = this.#paper.clientWidth;
    const wanted = (this.#width / this.#plain.width) * (window.devicePixelRatio || 1);
    const most = Math.sqrt(MOST_PIXELS / (this.#plain.width * this.#plain.height));
    const viewport = this.#page.getViewport({ scale: Math.min(wanted, most) });
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.setAttribute("aria-hidden", "true");
    this.#task = this.#page.render({ canvas, viewport });
    await this.#task.promise;
    this.#paper.querySelector("img").after(canvas);
    this.#canvas?.remove();
    this.#canvas = canvas;
  }

  /** Lays the page's words over it, unseen, to be selected and copied; who listens has the text itself. */
  async words() {
    const layer = document.createElement("div");
    layer.className = "rd-words";
    layer.setAttribute("aria-hidden", "true");
    const text = new TextLayer({
      textContentSource: this.#page.streamTextContent({ includeMarkedContent: true }),
      container: layer,
      viewport: this.#plain,
    });
    await text.render();
    // Ids of the file's own marks could be those of the page's parts.
    for (const each of layer.querySelectorAll("[id]")) each.removeAttribute("id");
    this.#paper.append(layer);
  }
}
