// Bundles styles, scripts, fonts and pictures into static/dist under hashed names, and writes manifest.json:
// logical name ("main.css", "favicon.svg") → file in static/dist. Run from anywhere: node static/build.mjs
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const home = fileURLToPath(new URL(".", import.meta.url));
const root = join(home, "..");
const dist = join(home, "dist");

/** Entry points by their logical name; one whose file is not there is left out. */
const entries = {
  "main.css": join(home, "css/main.css"),
  "boot.js": join(home, "js/boot.js"),
  "main.js": join(home, "js/main.js"),
  "room.js": join(home, "js/room.js"),
  "reader.js": join(home, "js/reader.js"),
  "review-notes.js": join(home, "js/review-notes.js"),
  "minutes.js": join(home, "js/minutes.js"),
  "pdf.worker.js": join(root, "node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs"),
};

/** What pdf.js asks for by itself, and only for some files: character maps, fonts, decoders written in plain JavaScript. */
const asked = [/^cmaps\//, /^standard_fonts\//, /^wasm\/(.*_fallback\.js|LICENSE.*)$/];

/** The outputs by logical name: entries, and fonts (a page asks for two of them early); chunks are found through their importers. */
function namesOf(metafile) {
  const names = {};
  for (const [output, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    if (output.endsWith(".woff2")) names[basename(Object.keys(inputs)[0])] = relative(dist, join(root, output));
    const logical = Object.keys(entries).find((name) => entryPoint && entries[name] === join(root, entryPoint));
    if (logical) names[logical] = relative(dist, join(root, output));
  }
  return names;
}

/** Pictures keep their bytes and get a name that changes with them. */
async function copyPictures() {
  const names = {};
  const folder = join(home, "img");
  for (const file of existsSync(folder) ? await readdir(folder) : []) {
    const hash = createHash("sha256").update(await readFile(join(folder, file))).digest("hex").slice(0, 8);
    const extension = extname(file);
    names[file] = `${basename(file, extension)}-${hash}${extension}`;
    await copyFile(join(folder, file), join(dist, names[file]));
  }
  return names;
}

/** Copies what pdf.js asks for into a folder named after its version, since names inside must stay. */
async function copyPdfjs() {
  const from = join(root, "node_modules/pdfjs-dist");
  const { version } = JSON.parse(await readFile(join(from, "package.json"), "utf8"));
  const names = await readdir(from, { recursive: true });
  for (const name of names.filter((each) => asked.some((pattern) => pattern.test(each)))) {
    const to = join(dist, `pdfjs-${version}`, name);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(from, name), to);
  }
  return { pdfjs: `pdfjs-${version}` };
}

/** Text files once more, packed: the server gives those to browsers that take them. */
async function pack() {
  for (const name of await readdir(dist)) {
    if (/\.(css|js|svg)$/.test(name)) await writeFile(join(dist, `${name}.gz`), gzipSync(await readFile(join(dist, name)), { level: 9 }));
  }
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const present = Object.values(entries).filter((path) => existsSync(path));
const { metafile } = await build({
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  entryNames: "[name]-[hash]",
  entryPoints: present,
  format: "esm",
  loader: { ".woff2": "file", ".svg": "file" },
  logLevel: "warning",
  metafile: true,
  minify: true,
  outdir: dist,
  splitting: true,
  target: ["chrome108", "firefox115", "safari16"],
});
const manifest = { ...namesOf(metafile), ...(await copyPictures()), ...(await copyPdfjs()) };
await pack();
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
for (const [name, file] of Object.entries(manifest)) console.log(`${name} → ${file}`);
