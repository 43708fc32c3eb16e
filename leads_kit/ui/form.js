// One exercise as a card: title, questions, who can see them, whether they are saved, and what comes back.
//
//   render({model, el})     state (see form.py): key lang words title intro minutes mark anchor form parts answer n open progress length
//                           offers feedback picture room closes_at now
//   page → kernel           {kind: "answer", answer, n} · "finish" · "decline" · "resume" · {kind: "offer", part, ticked}
//   kernel → page           {kind: "saved", n, problems: [{field, text}]} · {kind: "refused", n, text} · {kind: "theirs", answer, n}
import { draw } from "./chart.js";
import { button, countdown, follow, h, hear, keyed, makeSay, root, serverClock, setText } from "./dom.js";
import { Keeper, empty } from "./keeper.js";
import { notices, status } from "./notices.js";
import { Sheet, strip, stripped } from "./sheet.js";

const BARS = 12;
const ANSWERED = { done: "card.done_said", passed: "card.declined_said" };

const skeleton = (card) => {
  const part = (tag, cls, props = {}) => h(tag, { class: cls, ...props });
  const one = {
    mark: part("span", "mark", { "aria-hidden": "true" }), minutes: part("span", "minutes"), told: h("span"), bars: part("span", "progress", { "aria-hidden": "true" }),
    title: h("h2"), intro: part("p", "prose"), top: h("div", { tabindex: "-1" }), low: h("div", { tabindex: "-1" }), closed: part("p", "notice", { role: "status" }), offers: part("div", "offers"),
    status: part("p", "status", { role: "status" }), closing: part("p", "closing timer", { role: "timer" }), soon: part("p", "sr", { role: "status" }),
    said: part("p", "said", { role: "status" }), feedback: part("section", "feedback"), heard: h("h3"), sentences: h("div"), picture: h("div"), roomHeading: h("h3"), room: h("div"),
  };
  one.keep = part("div", "keep", {});
  one.keep.append(one.status, one.closing, one.soon);
  one.feedback.append(one.heard, one.sentences, one.picture, one.roomHeading, one.room);
  one.card = h("section", { class: "card form" });
  card.append(one.card);
  return one;
};

class Card {
  constructor(model, el) {
    Object.assign(this, { model, at: skeleton(root(el)), places: new Map(), watchers: [], key: null, keeper: null, clear: [] });
    const { at } = this;
    this.sheet = new Sheet({
      say: (...given) => this.say(...given), title: () => this.state.title, value: (id) => this.keeper.answer[id] ?? null, change: (id, value) => this.change(id, value),
      watch: (id, act) => this.watchers.push([id, act]), place: (path, drawn) => this.places.set(path, drawn), resized: () => this.told(),
    });
    at.done = button("", () => this.wish("finish"));
    at.decline = button("", () => this.wish("decline"));
    at.resume = button("", () => this.wish("resume"), "quiet");
    at.actions = h("div", { class: "bar acts" }, at.said, at.done, at.decline, at.resume);
    const head = h("div", { class: "meta" }, h("span", {}, at.mark, at.minutes), at.told, at.bars, this.sheet.toggle);
    at.card.append(head, at.title, at.intro, at.top, at.closed, this.sheet.body, this.sheet.pager, at.low, at.offers, at.actions, at.keep, at.feedback);
    const now = () => this.keeper.flush(), hidden = () => document.visibilityState === "hidden" && now();
    at.card.addEventListener("focusout", () => queueMicrotask(now));  // a redraw may be what took the focus: let it end first
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", now);
    this.clear.push(() => { document.removeEventListener("visibilitychange", hidden); window.removeEventListener("pagehide", now); this.keeper.stop(); });
    this.clear.push(follow(model, (state) => this.show(state)));
    this.clear.push(hear(model, {
      saved: ({ n, problems }) => this.keeper.saved(n, problems),
      refused: ({ n, text }) => this.keeper.refused(n, text),
      theirs: ({ answer, n }) => this.keeper.other(answer, n, this.inside(answer)),
    }));
  }

  show(state) {
    this.state = state;
    this.say = makeSay(state.words, state.lang);
    if (state.key !== this.key) this.begin(state);
    this.keeper.opened(state.open);
    this.confirm(state);
    this.frame(state);
    this.sheet.lay(state.form, state.parts ?? [], state.length);
    for (const drawn of this.sheet.drawn.values()) drawn.lock(!state.open);
    this.offers(state);
    this.closing(state);
    this.returned(state);
    this.told();
  }

  // Another exercise or round in the same place: its own answer, its own draft.
  begin(state) {
    this.keeper?.stop();
    this.key = state.key;
    this.keeper = new Keeper({ key: state.key, answer: state.answer, n: state.n, open: state.open, send: (message) => this.model.send(message), moved: () => this.told(), adopted: () => this.adopt() });
    this.adopt();
  }

  adopt() { for (const [id, drawn] of this.sheet.drawn) drawn.set(this.keeper.answer[id] ?? null); }
  inside(answer) { return [...this.sheet.drawn].some(([id, drawn]) => drawn.holds() && JSON.stringify(answer[id] ?? null) !== JSON.stringify(this.keeper.answer[id] ?? null)); }

  change(id, value) {
    const { [id]: _old, ...rest } = this.keeper.answer;
    this.keeper.change(value === null ? rest : { ...rest, [id]: value });
    for (const [other, act] of this.watchers) if (other === id) act();
  }

  wish(kind) { this.keeper.wish("progress", { kind }); this.wished = { finish: "done", decline: "passed", resume: "started" }[kind]; }
  confirm(state) {
    if (this.wished && state.progress === this.wished) { this.keeper.granted("progress"); this.wished = null; }
    for (const offer of state.offers ?? []) if (this.offered?.get(offer.id) === offer.ticked) { this.offered.delete(offer.id); this.keeper.granted(`offer ${offer.id}`); }
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
    const answered = ANSWERED[state.progress], open = state.open, held = at.actions.contains(document.activeElement);
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
    const { at, say, keeper, sheet } = this, asked = sheet.fields.filter((field) => !field.optional), given = asked.filter((field) => !empty(keeper.answer[field.id])).length;
    setText(at.told, asked.length ? say("card.progress", { done: given, count: asked.length }) : "");
    keyed(at.bars, asked.length > 1 && asked.length <= BARS ? asked : [], (field) => field.id, () => h("i"), (bar, field) => bar.classList.toggle("on", !empty(keeper.answer[field.id])));
    at.intro.hidden = !this.state.intro || sheet.later;
    status(at.status, keeper, say);
    at.keep.dataset.state = at.closing.hidden ? at.status.dataset.state : "closing";
    const fields = this.state.form.groups.flatMap((group) => group.fields);
    notices(at.top, ["restored"], keeper, fields, say);
    notices(at.low, ["conflict", "kept", "undone"], keeper, fields, say);
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

  offers(state) {
    const { at, say } = this, offers = (state.offers ?? []).filter((offer) => offer.preview?.length);
    at.offers.hidden = !offers.length;
    const make = (offer) => {
      const input = h("input", { type: "checkbox", on: { change: () => { (this.offered ??= new Map()).set(offer.id, input.checked); this.keeper.wish(`offer ${offer.id}`, { kind: "offer", part: offer.id, ticked: input.checked }); } } });
      return h("div", { class: "offer" }, h("h3"), h("div", { class: "preview" }), h("div", { class: "choice" }, h("label", {}, input, h("span", { class: "face" }))), strip({ id: offer.id }));
    };
    keyed(at.offers, offers, (offer) => offer.id, make, (el, offer) => {
      const [heading, preview, choice, sees] = el.children, [input, face] = choice.firstChild.children;
      setText(heading, offer.label ?? say("card.offer"));
      keyed(preview, offer.preview, (sentence) => sentence, (sentence) => h("p", { dir: "auto" }, sentence));
      setText(face, say("card.offer_tick"));
      if (!this.offered?.has(offer.id)) input.checked = offer.ticked;
      input.disabled = !state.open && !offer.ticked;
      stripped(sees, offer);
    });
  }

  closing(state) {
    const { at, say } = this, ends = state.open ? state.closes_at : null;
    if (ends && ends === this.ends) return;
    this.ends = ends;
    this.stopClosing?.();
    at.closing.hidden = !ends;
    setText(at.soon, ends ? say("card.closing_soon") : "");
    if (ends) this.stopClosing = countdown(at.closing, ends, serverClock(state.now), (el, left) => { setText(el, this.say("card.closing", { n: left })); if (left <= 1) this.keeper.flush(); });
  }

  returned(state) {
    const { at, say } = this, sentences = state.feedback ?? [];
    at.feedback.hidden = !sentences.length && !state.picture && !state.room;
    setText(at.heard, say("card.feedback"));
    at.heard.hidden = !sentences.length && !state.picture;
    keyed(at.sentences, sentences, (sentence) => sentence, (sentence) => h("p", { class: "prose", dir: "auto" }, sentence));
    setText(at.roomHeading, say("card.room"));
    at.roomHeading.hidden = !state.room;
    for (const [slot, picture] of [[at.picture, state.picture], [at.room, state.room]]) {
      const drawn = JSON.stringify([picture, state.lang]);
      if (slot.drawn !== drawn) { slot.drawn = drawn; draw(slot, picture, state.words, { lang: state.lang }); }
    }
  }

  stop() { this.stopClosing?.(); for (const act of this.clear) act(); draw(this.at.picture, null); draw(this.at.room, null); }
}

export const render = ({ model, el }) => {
  const card = new Card(model, el);
  return () => card.stop();
};
