// A notebook's page beside Voilà's front end: outputs to their places, words about the line, leaving without losing.
// No words here: they stand in data attributes of the page.
"use strict";
(() => {
  const QUIET = 2000, FLUSH = 2500, TOLD = 5000, RELOADS = 3, MINUTE = 60000, LATER = 10000;
  const place = (anchor) => {
    const cell = document.getElementById(anchor), made = document.querySelector(`[data-for="${anchor}"]`);
    cell.replaceChildren(...made.childNodes);
    made.remove();
  };
  globalThis.leads = { place };

  // ---- the line ----
  let typedAt = 0, leaving = false, hide = 0;
  const tell = (key) => {
    const bar = document.getElementById("line");
    if (!bar || (bar.dataset.state ?? "") === key) return;
    clearTimeout(hide);
    bar.dataset.state = key;
    bar.textContent = key ? bar.dataset[key] : "";
  };
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));
  // A page that cannot stay open must not reload for ever.
  const mayReload = () => {
    const now = Date.now(), kept = JSON.parse(sessionStorage.getItem("leads-reloads") ?? "[]").filter((at) => now - at < MINUTE);
    if (kept.length >= RELOADS) return false;
    sessionStorage.setItem("leads-reloads", JSON.stringify([...kept, now]));
    return true;
  };
  // What is not saved lies in drafts already, and there is nobody any more who could save it now.
  const reload = async () => {
    leaving = true;
    tell("gone");
    while (Date.now() - typedAt < QUIET) await wait(QUIET / 4);
    while (!mayReload()) await wait(LATER);
    location.reload();
  };
  const back = async () => {
    const told = document.getElementById("line")?.dataset.state === "lost";
    const sent = (await held("leads:back")).some(Boolean);
    if (leaving || !told) return;
    tell(sent ? "sent" : "back");
    hide = setTimeout(() => tell(""), TOLD);
  };
  document.addEventListener("leads:line", ({ detail }) => {
    if (leaving) return;
    if (detail === "gone") void reload();
    else if (detail === "back") void back();
    else tell(detail);
  });
  addEventListener("input", () => { typedAt = Date.now(); }, true);
  // Whoever has something unsaved prevents leads:leaving. Asked before Voilà's own listener, which comes later and would end the
  // kernel of a page that may yet stay.
  addEventListener("beforeunload", (event) => {
    if (document.dispatchEvent(new CustomEvent("leads:leaving", { cancelable: true }))) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  });
  addEventListener("pageshow", (shown) => shown.persisted && location.reload());

  // ---- whoever keeps drafts holds the door with detail.waitUntil(promise): leads:flush before leaving, leads:back ----
  const held = async (name) => {
    const promises = [];
    document.dispatchEvent(new CustomEvent(name, { detail: { waitUntil: (promise) => promises.push(promise) } }));
    const all = Promise.allSettled(promises).then((ends) => ends.map((end) => end.value));
    return await Promise.race([all, wait(FLUSH).then(() => [])]);
  };
  const flush = async () => {
    await held("leads:flush");
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
