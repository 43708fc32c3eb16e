// Taking home: a button for each file; the kernel makes it when asked, and the browser saves it. No file goes through a server.
//
//   state: {lang, words, files: ["html", "pdf", "markdown", "json", "ics"]}
//   page → kernel {kind: "take", file, own_titles} · kernel → page {kind: "taken", file, name, type, text or base64} · {kind: "failed", file}
import { button, h, hear, makeSay, root, setText } from "./dom.js";

export const save = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: typeof text === "string" ? `${type};charset=utf-8` : type }));
  const link = h("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};

const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

export const render = ({ model, el }) => {
  const top = root(el), state = model.get("state"), say = makeSay(state.words, state.lang);
  const own = h("input", { type: "checkbox" }), status = h("p", { class: "status", role: "status" });
  const ask = (file) => { setText(status, say("report.working")); model.send({ kind: "take", file, own_titles: own.checked }); };
  top.append(h("section", { class: "card take" },
    h("h2", {}, say("report.heading")), h("p", { class: "prose" }, say("report.intro")),
    h("div", { class: "bar" }, state.files.map((file, at) => button(say(`report.${file}`), () => ask(file), at ? "" : "first"))),
    h("label", { class: "tick" }, own, " ", say("report.own_titles")), status));
  return hear(model, {
    taken: ({ name, type, text, base64 }) => { setText(status, ""); save(name, type, base64 ? bytes(base64) : text); },
    failed: ({ text }) => setText(status, text),
  });
};
