// What the pages of the browser-only edition add to JupyterLite: the student's own copies survive a
// new version of the site, can be taken along and brought back, and trouble is put into words.

const ROOT = new URL(".", import.meta.url);
const PATH = new URLSearchParams(location.search).get("path") || "";
const PATIENCE = 20_000; // milliseconds before a page says what it waits for
const day = () => new Date().toISOString().slice(0, 10);

// -- the copies that JupyterLite keeps in this browser --------------------------------------------

async function store(mode, use) {
  const name = `JupyterLite Storage - ${ROOT.pathname}`;
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return null;
  const database = await done(indexedDB.open(name));
  try {
    if (!database.objectStoreNames.contains("files")) return null;
    return await use(database.transaction("files", mode).objectStore("files"));
  } finally {
    database.close();
  }
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function copies() {
  const models = await store("readonly", (files) => done(files.getAll()));
  return (models || []).filter((model) => model.type !== "directory");
}

/** Give the student's copy a name of its own, so that the site's file is seen again. */
async function setAside(path) {
  return store("readwrite", async (files) => {
    const model = await done(files.get(path));
    if (!model) return null;
    const [, stem, ending] = path.match(/^(.*?)(\.[^./]*)?$/);
    let aside;
    for (let n = 1; !aside || (await done(files.get(aside))); n += 1)
      aside = `${stem} (yours, ${day()}${n > 1 ? `, ${n}` : ""})${ending || ""}`;
    const name = aside.split("/").pop();
    await done(files.put({ ...model, path: aside, name }, aside));
    await done(files.delete(path));
    return aside;
  });
}

/** Before JupyterLite starts: set aside copies of files that have changed on the site. */
async function renew() {
  const KEPT = `mgrad: files of ${ROOT.pathname}`;
  try {
    const now = await (await fetch(new URL("versions.json", ROOT), { cache: "no-cache" })).json();
    const before = JSON.parse(localStorage.getItem(KEPT) || "{}");
    for (const { path } of await copies())
      if (now[path] && now[path] !== before[path]) {
        const aside = await setAside(path);
        if (path === PATH) sessionStorage.setItem("mgrad: aside", aside);
      }
    localStorage.setItem(KEPT, JSON.stringify(now));
  } catch (error) {
    console.warn("The student's copies were left as they are.", error);
  }
}

// -- a ZIP file of them ------------------------------------------------------------------------------

const TABLE = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const checksum = (bytes) =>
  (bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ -1) >>> 0;

function numbers(...fields) {
  const bytes = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(bytes.buffer);
}

function bytesOf({ type, format, content }) {
  if (type === "notebook" || format === "json")
    return new TextEncoder().encode(`${JSON.stringify(content, null, 1)}\n`);
  if (format === "base64") return Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
  return new TextEncoder().encode(content);
}

export function zip(models) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const model of models) {
    const [name, data] = [new TextEncoder().encode(model.path), bytesOf(model)];
    const shared = [
      [2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, checksum(data)],
      [4, data.length], [4, data.length], [2, name.length], [2, 0],
    ];
    const head = numbers([4, 0x04034b50], ...shared);
    directory.push(
      numbers([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      name,
    );
    parts.push(head, name, data);
    at += head.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = models.length;
  const end = [[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]];
  return new Blob([...parts, ...directory, numbers(...end)], { type: "application/zip" });
}

/** The files in a ZIP file, also in one that was made on a computer. */
export async function unzip(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const found = {};
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error("This is no ZIP file. Choose the one that you downloaded here.");
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n -= 1) {
    const field = (offset, size) => view[`getUint${size}`](at + offset, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + field(28, 16)));
    const local = field(42, 32);
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    let data = new Blob([bytes.subarray(begin, begin + field(20, 32))]);
    if (field(10, 16) === 8)
      data = await new Response(data.stream().pipeThrough(new DecompressionStream("deflate-raw"))).blob();
    if (!name.endsWith("/")) found[name] = await data.text();
    at += 46 + field(28, 16) + field(30, 16) + field(32, 16);
  }
  return found;
}

// -- what a student can press ------------------------------------------------------------------------

const app = () => window.jupyterapp;
const run = (command) => app().commands.execute(command);

async function download() {
  await run("docmanager:save");
  const models = await copies();
  if (!models.length) return say("Nothing of yours is stored here yet.");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(zip(models));
  link.download = `mgrad-my-work-${day()}.zip`;
  link.click();
  return say(`${models.length} files are in ${link.download}. On a computer, unpack it over the ` +
    "course's folder; in another browser, choose Bring it back.");
}

async function bringBack(file) {
  const files = await unzip(file);
  const { contents } = app().serviceManager;
  for (const [path, text] of Object.entries(files)) {
    await setAside(path);
    const folders = path.split("/").slice(0, -1);
    for (let n = 1; n <= folders.length; n += 1)
      await contents.save(folders.slice(0, n).join("/"), { type: "directory" });
    await contents.save(path, path.endsWith(".ipynb")
      ? { type: "notebook", format: "json", content: JSON.parse(text) }
      : { type: "file", format: "text", content: text });
  }
  location.reload();
}

async function startAfresh() {
  await run("docmanager:save");
  const aside = await setAside(PATH);
  if (!aside) return say("This page is still as it was made.");
  sessionStorage.setItem("mgrad: aside", aside);
  return location.reload();
}

const BAR = `
<style>
  #mgrad-bar { position: fixed; right: 0; bottom: 0; left: 0; z-index: 10000; display: flex;
    flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: flex-end;
    padding: 2px 12px; font: 14px/1.4 system-ui, sans-serif; pointer-events: none; }
  #mgrad-bar > * { pointer-events: auto; }
  #mgrad-words:not(:empty) { flex: 1 1 100%; padding: 8px 12px; border: 2px solid #0072B2;
    border-radius: 6px; background: #fff; color: #111; }
  #mgrad-bar details { padding: 0 12px; border: 1px solid #666; border-radius: 6px;
    background: #fff; color: #111; }
  #mgrad-bar summary { min-height: 32px; line-height: 32px; cursor: pointer; }
  #mgrad-bar button { min-height: 36px; margin: 4px 8px 4px 0; padding: 0 12px;
    border: 1px solid #0063A0; border-radius: 6px; background: #fff; color: #0063A0;
    font: inherit; cursor: pointer; }
</style>
<div id="mgrad-words" role="status"></div>
<details><summary>My work</summary>
  <button data-do="download">Download it</button><button data-do="choose">Bring it back</button
  ><button data-do="afresh">This page afresh</button>
  <input type="file" accept=".zip" hidden aria-label="A ZIP file with your work">
</details>`;

let words;

function say(text, button, action) {
  words.textContent = text;
  if (button) {
    const element = document.createElement("button");
    element.textContent = button;
    element.style.marginLeft = "12px";
    element.onclick = () => { say(""); action(); };
    words.append(element);
  }
}

// -- trouble, in words -------------------------------------------------------------------------------

/** Say what Python does when it takes long; the sentence goes when the trouble has gone. */
function watch() {
  let [last, since, wasReady, begunAnew] = ["", Date.now(), false, false];
  const kernel = () => app()?.shell?.currentWidget?.sessionContext?.session?.kernel;
  const restart = () => {
    begunAnew = true;
    return kernel().restart();
  };
  const explain = (status) => {
    words.dataset.waits = status;
    if (status === "busy")
      say("Python has been busy for a while. If the cell should have ended, restart Python: in " +
        "the browser, Stop cannot end it. What you wrote stays.", "Restart Python", restart);
    else say("Python is on its way: the first time some 20 MB are fetched.");
  };
  const change = (status) => {
    if (words.dataset.waits) say("");
    delete words.dataset.waits;
    [last, since] = [status, Date.now()];
    if (wasReady && !["idle", "busy"].includes(status)) begunAnew = true;
    if (status !== "idle") return;
    if (begunAnew)
      say("Python has begun anew and remembers nothing: run the cells from the top (menu Run, " +
        "Run All Above Selected Cell).");
    [wasReady, begunAnew] = [true, false];
  };
  setInterval(() => {
    const status = kernel()?.status || "starting";
    if (status !== last) change(status);
    else if (status !== "idle" && !words.dataset.waits && Date.now() - since > PATIENCE)
      explain(status);
  }, 200);
}

async function isThere(address) {
  try {
    await fetch(address, { method: "HEAD", mode: "no-cors", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

async function decorate() {
  const config = await (await fetch(new URL("jupyter-lite.json", ROOT))).json();
  const plugins = config["jupyter-config-data"].litePluginSettings;
  const { pyodideUrl } = plugins["@jupyterlite/pyodide-kernel-extension:kernel"];
  const bar = document.createElement("div");
  bar.id = "mgrad-bar";
  bar.innerHTML = BAR;
  document.body.append(bar);
  words = bar.querySelector("#mgrad-words");
  const input = bar.querySelector("input");
  const actions = { download, choose: () => input.click(), afresh: startAfresh };
  bar.addEventListener("click", (event) => {
    const action = actions[event.target.dataset?.do];
    if (action) Promise.resolve(action()).catch((error) => say(String(error.message || error)));
  });
  input.onchange = () => bringBack(input.files[0]).catch((error) => say(error.message));
  if (!PATH) bar.querySelector("[data-do=afresh]").hidden = true;
  const aside = sessionStorage.getItem("mgrad: aside");
  sessionStorage.removeItem("mgrad: aside");
  if (aside)
    say(`This page is new. Your copy is kept: ${aside}`, "Open it", () => {
      location.search = `?path=${encodeURIComponent(aside)}`;
    });
  if (!PATH.endsWith(".ipynb")) return;
  if (await isThere(new URL(pyodideUrl, ROOT))) watch();
  else
    say("Python cannot be fetched: is there a network? When it is back, load this page again. " +
      "What you saved is kept in this browser.");
}

/** Called by the page before it loads JupyterLite. */
export async function prepare() {
  await renew();
  decorate();
}
