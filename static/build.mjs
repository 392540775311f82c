// Bundles styles, scripts, fonts and pictures into static/dist under hashed names, and writes manifest.json:
// logical name ("main.css", "favicon.svg") → file in static/dist. Run from anywhere: node static/build.mjs
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

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
};

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
const manifest = { ...namesOf(metafile), ...(await copyPictures()) };
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
for (const [name, file] of Object.entries(manifest)) console.log(`${name} → ${file}`);
