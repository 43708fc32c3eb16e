// A stand-in for the edge of the world: an anywidget model whose kernel answers late, or not at all. The page under test is real.
//   ?state=URL of the state  ·  ?change={…} laid over it  ·  ?loader=1 comes in through loader.js and the comm
// window.kernel: {delay, alive, received, answer, n, problems(answer), say(message), show(changes)}
const asked = new URLSearchParams(location.search);
const state = { ...(await (await fetch(asked.get("state") ?? "/state.json")).json()), ...JSON.parse(asked.get("change") ?? "{}") };
document.documentElement.lang = state.lang;

const heard = new Map();
const tell = (type, message) => { for (const act of [...(heard.get(type) ?? [])]) act(message); };
const traits = { state, module: asked.get("module") ?? "form.js", source: "comm", base: asked.get("base") ?? "digest" };
const kernel = (window.kernel = {
  delay: 800, alive: true, received: [], wanted: [], answer: state.answer ?? {}, n: state.n ?? 0,
  problems: () => [],
  say: (message) => tell("msg:custom", message),
  show: (changes) => { traits.state = { ...traits.state, ...changes, now: new Date().toISOString() }; tell("change:state"); },
});
const acts = {
  answer: ({ answer, n }) => {
    if (n < kernel.n) return kernel.say({ kind: "theirs", answer: kernel.answer, n: kernel.n });
    Object.assign(kernel, { answer, n });
    kernel.say({ kind: "saved", n, problems: kernel.problems(answer) });
  },
  finish: () => kernel.show({ progress: "done" }),
  decline: () => kernel.show({ progress: "passed" }),
  resume: () => kernel.show({ progress: "started" }),
  offer: ({ part, ticked }) => kernel.show({ offers: traits.state.offers.map((one) => (one.id === part ? { ...one, ticked } : one)) }),
  want: async ({ files }) => {
    kernel.wanted.push(...files);
    kernel.say({ kind: "files", files: Object.fromEntries(await Promise.all(files.map(async (name) => [name, await (await fetch(`/leads/static/test/${name}`)).text()]))) });
  },
};
const model = {
  get: (name) => traits[name],
  on: (type, act) => heard.set(type, [...(heard.get(type) ?? []), act]),
  off: (type, act) => heard.set(type, (heard.get(type) ?? []).filter((one) => one !== act)),
  send: (message) => {
    const sent = structuredClone(message);
    kernel.received.push(sent);
    setTimeout(() => kernel.alive && acts[sent.kind](sent), sent.kind === "want" ? 0 : kernel.delay);
  },
};
const el = document.getElementById("here");
if (asked.get("loader")) await (await import("/leads/static/test/loader.js")).default.render({ model, el });
else (await import(`/leads/static/test/${traits.module}`)).render({ model, el });
document.documentElement.dataset.ready = "yes";
