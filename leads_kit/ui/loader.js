// The same small text in every widget: find its real module, served or over the comm, and hand over.
const ask = (model, files) =>
  new Promise((ok, no) => {
    const done = (settle, value) => {
      clearTimeout(late);
      model.off("msg:custom", hear);
      settle(value);
    };
    const hear = (m) => m.kind === "files" && files.every((name) => name in m.files) && done(ok, m.files);
    const late = setTimeout(() => done(no, new Error("the kernel sent no files")), 20000);
    model.on("msg:custom", hear);
    model.send({ kind: "want", files });
  });
const blob = (text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
const load = async (model) => {
  const name = model.get("module"),
    base = model.get("base");
  if (model.get("source") === "url") return import(new URL(base + name, document.baseURI).href);
  const page = (globalThis.leadsComm ??= {});
  page[base] ??= ask(model, ["comm.js"]).then((files) => blob(files["comm.js"]));
  page[base].catch(() => delete page[base]);
  return (await page[base]).load(name, base, (files) => ask(model, files));
};
// Changes come alone, numbered, and are put on the state; where one was missed, the whole is asked for.
const learn = ({ model }) => {
  const take = () => {
    const state = model.get("state"), news = model.get("news");
    if (news.at === state.at + 1) model.set("state", { ...state, ...news });
    else if (news.at > state.at) model.send({ kind: "whole" });
  };
  model.on("change:news", take);
  take();
};
export default { initialize: learn, render: async ({ model, el }) => (await load(model)).render({ model, el }) };
