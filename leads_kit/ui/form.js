// One exercise as a card: title, questions, who can see them, whether they are saved, and what comes back.
//
//   render({model, el})     state (see form.py): key lang words title intro minutes mark anchor form parts answer n open progress length
//                           offers feedback picture room closes_at suggestions now
//   page → kernel           {kind: "answer", answer, n, base} · "finish" · "decline" · "resume" · {kind: "offer", part, ticked}
//   kernel → page           {kind: "saved", n, problems: [{field, text}]} · {kind: "refused", n, text} · {kind: "theirs", answer, n}
import { Closing, offers, returned } from "./back.js";
import { draw } from "./chart.js";
import { follow, h, hear, keyed, makeSay, root, setText } from "./dom.js";
import { empty } from "./draft.js";
import { actions, frame } from "./frame.js";
import { Keeper } from "./keeper.js";
import { leaving } from "./leaving.js";
import { notices, status } from "./notices.js";
import { Places } from "./places.js";
import { Sheet } from "./sheet.js";
import { skeleton } from "./skeleton.js";

const BARS = 12;
const PROGRESS = { finish: "done", decline: "passed", resume: "started" };

class Card {
  constructor(model, el) {
    Object.assign(this, { model, at: skeleton(root(el)), places: new Places(), watchers: [], key: null, keeper: null, clear: [] });
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
      place: (path, drawn) => this.places.put(path, drawn),
      resized: () => this.told(),
    });
    this.closing = new Closing(at.closing, at.soon, () => this.keeper.flush());
    const head = h("div", { class: "meta" }, h("span", {}, at.mark, at.minutes), at.told, at.bars, this.sheet.toggle);
    at.card.append(
      head,
      at.title,
      at.intro,
      at.shown,
      at.top,
      at.closed,
      this.sheet.body,
      this.sheet.pager,
      at.low,
      at.offers,
      actions(at, (kind) => this.wish(kind)),
      at.keep,
      at.feedback,
    );
    this.clear.push(leaving(at.card, () => this.keeper));
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
    frame(this.at, state, this.say);
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
    at.shown.hidden = sheet.later;
    status(at.status, keeper, say);
    at.keep.dataset.state = at.closing.hidden ? at.status.dataset.state : "closing";
    notices(at.top, ["restored"], keeper, this.fields, say);
    notices(at.low, ["conflict", "kept", "undone"], keeper, this.fields, say);
    this.places.tell(keeper.problems);
  }

  stop() {
    this.closing.stop();
    this.keeper.stop();
    for (const act of this.clear) act();
    draw(this.at.picture, null);
    draw(this.at.room, null);
  }
}

export const render = ({ model, el }) => {
  const card = new Card(model, el);
  return () => card.stop();
};
