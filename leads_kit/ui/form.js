// One exercise as a card: title, questions, who can see them, whether they are saved, and what comes back.
//
//   render({model, el})     state (see form.py): key lang words title intro minutes mark anchor form parts answer n open progress length
//                           offers feedback picture room closes_at suggestions now
//   page → kernel           {kind: "answer", answer, n, base} · "finish" · "decline" · "resume" · {kind: "offer", part, ticked}
//   kernel → page           {kind: "saved", n, problems: [{field, text}]} · {kind: "refused", n, text} · {kind: "theirs", answer, n}
import { Closing, offers, returned } from "./back.js";
import { draw } from "./chart.js";
import { button, follow, h, hear, keyed, makeSay, root, setText } from "./dom.js";
import { empty } from "./draft.js";
import { Keeper } from "./keeper.js";
import { notices, status } from "./notices.js";
import { Sheet } from "./sheet.js";
import { skeleton } from "./skeleton.js";

const BARS = 12;
const PROGRESS = { finish: "done", decline: "passed", resume: "started" };
const ANSWERED = { done: "card.done_said", passed: "card.declined_said" };

class Card {
  constructor(model, el) {
    Object.assign(this, { model, at: skeleton(root(el)), places: new Map(), watchers: [], key: null, keeper: null, clear: [] });
    const { at } = this;
    this.sheet = new Sheet({
      say: (...given) => this.say(...given),
      title: () => this.state.title,
      value: (id) => this.keeper.answer[id] ?? null,
      field: (id) => this.fields.find((one) => one.id === id),
      short: () => this.sheet.short,
      suggested: (key) => this.state.suggestions?.[key] ?? [],
      change: (id, value) => this.change(id, value),
      watch: (id, act) => this.watchers.push([id, act]),
      place: (path, drawn) => this.places.set(path, drawn),
      resized: () => this.told(),
    });
    this.closing = new Closing(at.closing, at.soon, () => this.keeper.flush());
    at.done = button("", () => this.wish("finish"));
    at.decline = button("", () => this.wish("decline"));
    at.resume = button("", () => this.wish("resume"), "quiet");
    at.actions = h("div", { class: "bar acts" }, at.said, at.done, at.decline, at.resume);
    const head = h("div", { class: "meta" }, h("span", {}, at.mark, at.minutes), at.told, at.bars, this.sheet.toggle);
    at.card.append(
      head,
      at.title,
      at.intro,
      at.top,
      at.closed,
      this.sheet.body,
      this.sheet.pager,
      at.low,
      at.offers,
      at.actions,
      at.keep,
      at.feedback,
    );
    const now = () => this.keeper.flush();
    const hidden = () => document.visibilityState === "hidden" && now();
    at.card.addEventListener("focusout", () => queueMicrotask(now)); // a redraw may be what took the focus: let it end first
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", now);
    // The served page asks before it changes language or leaves (page.js).
    const held = (event) => event.detail.waitUntil(this.keeper.settled());
    document.addEventListener("leads:flush", held);
    this.clear.push(() => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", now);
      document.removeEventListener("leads:flush", held);
      this.keeper.stop();
    });
    this.clear.push(follow(model, (state) => this.show(state)));
    this.clear.push(
      hear(model, {
        saved: ({ n, problems }) => this.keeper.saved(n, problems),
        refused: ({ n, text }) => this.keeper.refused(n, text),
        theirs: ({ answer, n }) => this.keeper.other(answer, n, this.inside(answer)),
      }),
    );
  }

  show(state) {
    this.state = state;
    this.say = makeSay(state.words, state.lang);
    if (state.key !== this.key) this.begin(state);
    this.keeper.opened(state.open);
    this.keeper.confirm(state);
    this.frame(state);
    this.sheet.lay(state.form, state.parts ?? [], state.length);
    for (const drawn of this.sheet.drawn.values()) drawn.lock(!state.open);
    offers(this.at.offers, state, this.keeper, this.say);
    this.closing.show(state, this.say);
    returned(this.at, state, this.say, (message) => this.model.send(message));
    this.told();
  }

  get fields() {
    return this.state.form.groups.flatMap((group) => group.fields);
  }

  // Another exercise or round in the same place: its own answer, its own draft.
  begin(state) {
    this.keeper?.stop();
    this.key = state.key;
    this.keeper = new Keeper({
      key: state.key,
      answer: state.answer,
      n: state.n,
      open: state.open,
      joint: state.joint,
      send: (message) => this.model.send(message),
      moved: () => this.told(),
      adopted: () => this.adopt(),
    });
    this.adopt();
  }

  adopt() {
    for (const [id, drawn] of this.sheet.drawn) drawn.set(this.keeper.answer[id] ?? null);
  }
  inside(answer) {
    return [...this.sheet.drawn].some(
      ([id, drawn]) => drawn.holds() && JSON.stringify(answer[id] ?? null) !== JSON.stringify(this.keeper.answer[id] ?? null),
    );
  }

  change(id, value) {
    const { [id]: _old, ...rest } = this.keeper.answer;
    this.keeper.change(value === null ? rest : { ...rest, [id]: value });
    for (const [other, act] of this.watchers) if (other === id) act();
  }

  wish(kind) {
    this.keeper.wish("progress", { kind }, (state) => state.progress === PROGRESS[kind]);
  }

  frame(state) {
    const { at, say } = this;
    at.card.setAttribute("aria-label", state.title);
    at.card.lang = state.lang;
    at.card.id = state.anchor ?? "";
    at.mark.hidden = !state.mark;
    at.mark.style.setProperty("--mark", `var(--${state.mark})`);
    setText(at.minutes, state.minutes ? say("card.minutes", { n: state.minutes }) : "");
    setText(at.title, state.title);
    setText(at.intro, state.intro);
    setText(at.closed, state.open ? "" : say("card.closed"));
    at.closed.hidden = state.open;
    const answered = ANSWERED[state.progress],
      open = state.open,
      held = at.actions.contains(document.activeElement);
    setText(at.said, answered ? say(answered) : "");
    setText(at.done, say("card.done"));
    setText(at.decline, say("card.decline"));
    setText(at.resume, say("card.undo"));
    at.said.hidden = !answered;
    at.done.hidden = at.decline.hidden = Boolean(answered) || !open;
    at.resume.hidden = !answered || !open;
    at.actions.hidden = !open && !answered;
    if (held && document.activeElement.hidden) (answered ? at.resume : at.done).focus();
  }

  // Everything that changes while someone types: status, progress, problems, boxes. Never a control.
  told() {
    if (!this.sheet.form) return;
    const { at, say, keeper, sheet } = this,
      asked = sheet.fields.filter((field) => !field.optional),
      given = asked.filter((field) => !empty(keeper.answer[field.id])).length;
    setText(at.told, asked.length ? say("card.progress", { done: given, count: asked.length }) : "");
    keyed(
      at.bars,
      asked.length > 1 && asked.length <= BARS ? asked : [],
      (field) => field.id,
      () => h("i"),
      (bar, field) => bar.classList.toggle("on", !empty(keeper.answer[field.id])),
    );
    at.intro.hidden = !this.state.intro || sheet.later;
    status(at.status, keeper, say);
    at.keep.dataset.state = at.closing.hidden ? at.status.dataset.state : "closing";
    notices(at.top, ["restored"], keeper, this.fields, say);
    notices(at.low, ["conflict", "kept", "undone"], keeper, this.fields, say);
    this.problems(keeper.problems);
  }

  problems(problems) {
    const told = new Map();
    for (const { field, text } of problems) {
      let path = field;
      while (!this.places.has(path) && path.includes("/")) path = path.slice(0, path.lastIndexOf("/"));
      told.set(path, [told.get(path), text].filter(Boolean).join(" "));
    }
    for (const [path, drawn] of this.places) drawn.problem(told.get(path) ?? "");
  }

  stop() {
    this.closing.stop();
    for (const act of this.clear) act();
    draw(this.at.picture, null);
    draw(this.at.room, null);
  }
}

export const render = ({ model, el }) => {
  const card = new Card(model, el);
  return () => card.stop();
};
