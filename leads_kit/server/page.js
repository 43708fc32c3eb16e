// A notebook's page beside Voilà's front end: outputs to their places, the line to the kernel, leaving without losing.
// No words here: they stand in data attributes of the page.
"use strict";
(() => {
  const RETRY = 3000, PATIENCE = 12000, QUIET = 2000, FLUSH = 2500, RELOADS = 3;
  const place = (anchor) => {
    const cell = document.getElementById(anchor), made = document.querySelector(`[data-for="${anchor}"]`);
    cell.replaceChildren(...made.childNodes);
    made.remove();
  };
  globalThis.leads = { place };

  // ---- the line ----
  let open = 0, lostAt = 0, typedAt = 0, kernel = "", leaving = false;
  const line = () => document.getElementById("line");
  const tell = (key) => {
    const bar = line();
    if (!bar || bar.dataset.state === key) return;
    bar.dataset.state = key;
    bar.textContent = key ? bar.dataset[key] : "";
    bar.hidden = !key;
  };
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));
  // A page that cannot stay open must not reload for ever.
  const mayReload = () => {
    const now = Date.now(), kept = JSON.parse(sessionStorage.getItem("leads-reloads") ?? "[]").filter((at) => now - at < 60000);
    if (kept.length >= RELOADS) return false;
    sessionStorage.setItem("leads-reloads", JSON.stringify([...kept, now]));
    return true;
  };
  const reload = async () => {
    if (leaving) return;
    leaving = true;
    tell("gone");
    await flush();
    await wait(QUIET);
    while (Date.now() - typedAt < QUIET) await wait(QUIET / 4);
    if (mayReload()) location.reload();
  };
  const look = async () => {
    if (open || leaving || !kernel) return;
    tell("lost");
    try {
      const found = await fetch(`/api/kernels/${kernel}`, { cache: "no-store" });
      if (!found.ok && found.status < 500) return void reload();
      if (found.ok && Date.now() - lostAt > PATIENCE) return void reload();
    } catch { lostAt = Date.now(); /* no line: wait on */ }
    setTimeout(look, RETRY);
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      kernel = /kernels\/([\w-]+)\/channels/.exec(String(given[0]))?.[1] ?? kernel;
      let was = false;
      this.addEventListener("open", () => {
        was = true;
        open += 1;
        if (line()?.dataset.state) { tell("back"); setTimeout(() => open && tell(""), RETRY); }
      });
      this.addEventListener("close", (closed) => {
        if (!was || --open || leaving) return;
        if (closed.code === 1008) return void reload();  // the line said too much: a new page, what was typed with it
        lostAt = Date.now();
        setTimeout(look, 500);
      });
    }
  };
  addEventListener("online", () => void look());
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && void look());
  addEventListener("input", () => { typedAt = Date.now(); }, true);
  addEventListener("pageshow", (shown) => shown.persisted && location.reload());

  // ---- leaving: whoever keeps drafts holds the door with detail.waitUntil(promise) ----
  const flush = async () => {
    const held = [];
    document.dispatchEvent(new CustomEvent("leads:flush", { detail: { waitUntil: (promise) => held.push(promise) } }));
    await Promise.race([Promise.allSettled(held), wait(FLUSH)]);
    await wait(0);  // a form cannot be submitted again while its submit event is still under way
  };
  document.addEventListener("submit", async (sent) => {
    const form = sent.target;
    if (!form.matches("form[data-flush]") || form.dataset.flushed) return;
    sent.preventDefault();
    if (form.dataset.ask && !confirm(form.dataset.ask)) return;
    leaving = true;
    await flush();
    form.dataset.flushed = "yes";
    form.requestSubmit(sent.submitter);
  });
  document.addEventListener("click", async (pressed) => {
    const link = pressed.target.closest?.("a[data-flush]");
    if (!link || pressed.metaKey || pressed.ctrlKey || pressed.button) return;
    pressed.preventDefault();
    leaving = true;
    await flush();
    location.assign(link.href);
  });
})();
