// Modules over the comm, for pages that our server does not serve (JupyterLab): each file once per page, and once per
// browser where IndexedDB is allowed. Native modules become blobs; `from "./x.js"` is rewritten to the blob of x.js, and
// `import("./x.js")` stays lazy. One instance of this module per digest lives in the page.

const modules = new Map();
let ask = null;

const request = (asked) =>
  new Promise((ok, no) => {
    asked.onsuccess = () => ok(asked.result);
    asked.onerror = () => no(asked.error);
  });

const shelf = async () => {
  const opening = indexedDB.open("leads-kit", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("files");
  return request(opening);
};

// A browser may forbid storage (private windows); then every page asks the kernel.
const kept = async (key) => {
  try {
    return await request((await shelf()).transaction("files").objectStore("files").get(key));
  } catch {
    return undefined;
  }
};
const keep = async (key, text, digest) => {
  try {
    const files = (await shelf()).transaction("files", "readwrite").objectStore("files");
    for (const old of await request(files.getAllKeys())) if (!String(old).startsWith(`${digest}/`)) files.delete(old);
    files.put(text, key);
  } catch {
    /* storage is a convenience here */
  }
};

const text = async (name, digest) => {
  const found = await kept(`${digest}/${name}`);
  if (found !== undefined) return found;
  const sent = (await ask([name]))[name];
  keep(`${digest}/${name}`, sent, digest);
  return sent;
};

const address = async (name, digest) => {
  let code = await text(name, digest);
  const needed = new Set([...code.matchAll(/from "\.\/([\w.]+)"/g)].map((found) => found[1]));
  for (const other of needed) code = code.replaceAll(`from "./${other}"`, `from "${await url(other, digest)}"`);
  code = code.replaceAll(/import\("\.\/([\w.]+)"\)/g, `globalThis.leadsComm.lazy["${digest}"]("$1")`);
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
};

const url = (name, digest) => {
  const key = `${digest}/${name}`;
  if (!modules.has(key)) {
    const made = address(name, digest);
    modules.set(key, made);
    made.catch(() => modules.delete(key));
  }
  return modules.get(key);
};

const dress = async (digest) => {
  if (document.querySelector("style[data-leads]")) return;
  const style = document.createElement("style");
  style.dataset.leads = digest;
  document.head.append(style);
  style.textContent = await text("theme.css", digest);
};

export const load = async (name, digest, asker) => {
  ask = asker; // the newest widget is the likeliest to be alive
  const lazy = (globalThis.leadsComm.lazy ??= {});
  lazy[digest] ??= async (other) => import(await url(other, digest));
  await dress(digest);
  return lazy[digest](name);
};
