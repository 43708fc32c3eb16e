// One step: its title and time, what can be done with it, how far people are, what to say, and what came of it.
import { board } from "./board.js";
import { draw } from "./chart.js";
import { button, countdown, h, keyed, pictures, serverClock, setText } from "./dom.js";
import { Turns, clockText } from "./turns.js";

const MOVES = {
  waiting: ["open", "skip"],
  open: ["close", "extend", "pause"],
  closed: ["show", "again", "next"],
  shown: ["next", "hide", "again"],
  skipped: ["open", "next"],
};
// Nobody types during a talk, so nobody needs notice of its end.
const TALKING = ["next", "extend", "pause", "close"];

export class Stage {
  constructor(desk) {
    const part = (tag, cls, props = {}) => h(tag, { class: cls, ...props });
    const at = (this.at = {
      heading: h("h2"), left: part("span", "left", { role: "timer" }), turn: part("p", "meta turn", { role: "status" }),
      count: part("p", "count", { role: "status" }), detail: part("p", "meta"), moves: part("div", "bar"),
      instruction: h("div"), talk: part("p", "question"), notes: part("p", "note"),
      withheld: part("p", "hint"), release: part("div", "release"), board: h("div"), picture: h("div"), spares: part("details", "spares"),
    });
    this.desk = desk;
    this.turns = new Turns();
    this.clock = () => {};
    this.spared = "";
    this.head = h("div", {}, h("div", { class: "now-line" }, at.heading, at.left), at.turn, at.count, at.detail);
    this.body = h("div", {}, at.moves, at.instruction, at.talk, at.notes, at.withheld, at.picture, at.release, at.board, at.spares);
  }

  get moves() {
    const step = this.desk.step;
    if (!step || this.desk.state.room.closed) return [];
    return step.state === "open" && !step.exercise ? TALKING : MOVES[step.state];
  }

  show(state, say) {
    const { at } = this, step = state.step;
    setText(at.heading, step?.title ?? say("console.no_step"));
    this.#moves(step, say);
    this.#counts(step, say);
    this.#words(step);
    const hint = [step?.withheld, step?.unmatched].filter(Boolean).join(" ");
    setText(at.withheld, hint);
    at.withheld.hidden = !hint;
    draw(at.picture, step?.picture ?? null, state.words, { lang: state.lang });
    this.#notes(step, say);
    this.#spares(state, say);
    this.#time(state, step, say);
  }

  #moves(step, say) {
    const worded = { pause: step?.remaining ? "resume" : "pause", close: step?.closing ? "close_now" : "close" };
    const make = (what) => h("button", { type: "button", on: { click: () => this.desk.act(what) } }, h("span"), h("kbd", { "aria-hidden": "true" }));
    keyed(this.at.moves, this.moves, (what) => what, make, (node, what) => {
      const key = this.desk.keyOf(what);
      setText(node.firstChild, say(`console.${worded[what] ?? what}`));
      setText(node.lastChild, key);
      node.lastChild.hidden = !key;
      node.className = what === this.moves[0] ? "first" : "";
    });
  }

  #counts(step, say) {
    const { count, detail } = this.at, told = step?.counts;
    count.hidden = !told || !step.exercise;
    if (!told) return;
    const { finished, started, passed, here, seats } = told;
    count.replaceChildren(say.number(finished), " ", h("small", {}, say("console.finished", { n: finished, here })));
    setText(detail, step.exercise ? say("console.detail", { started, passed, seats }) : (step.divided ?? say("console.here", { n: here })));
  }

  #words(step) {
    const { instruction, talk, notes } = this.at, activity = step && !step.exercise;
    instruction.replaceChildren(
      ...[
        activity && step.instruction && h("p", { class: "prose" }, step.instruction),
        activity && pictures(step.pictures),
        step?.roles?.length && h("ul", { class: "roles" }, step.roles.map((role) => h("li", {}, role))),
      ].filter(Boolean),
    );
    setText(talk, step?.question ?? "");
    setText(notes, step?.notes_for_me ?? "");
  }

  #notes(step, say) {
    const groups = step?.notes ?? [], items = groups.flatMap((group) => group.items);
    const keys = (state) => items.filter((item) => item.state !== state).map((item) => item.key);
    const { release } = this.at;
    release.hidden = !items.length;
    if (items.length && !release.firstChild) release.append(h("h3"), button("", () => this.desk.send("release", this.waiting)));
    this.waiting = keys("released").filter((key) => items.find((item) => item.key === key).state === "waiting");
    if (items.length) {
      setText(release.firstChild, this.waiting.length ? say("console.notes", { n: this.waiting.length }) : say("console.notes_none"));
      setText(release.lastChild, say("console.release_all"));
      release.lastChild.hidden = !this.waiting.length;
    }
    board(this.at.board, groups, (item, li) => {
      if (li.children.length === 2) li.append(button("", () => this.desk.send(li.dataset.state === "released" ? "hide_note" : "release", [item.key]), "small"), h("span", { class: "badge" }));
      setText(li.children[2], say(item.state === "released" ? "console.hide_note" : "console.release"));
      setText(li.children[3], say(`console.note.${item.state}`));
    });
  }

  #spares(state, say) {
    const { spares } = this.at, step = state.step, may = step && !step.round && ["waiting", "skipped"].includes(step.state) && state.spares.length;
    spares.hidden = !may;
    const key = JSON.stringify([state.spares, state.lang]);
    if (!may || key === this.spared) return;
    this.spared = key;
    const put = (one) => () => {
      spares.open = false;
      this.desk.send("swap", one.does);
    };
    const line = (one) => h("li", {}, button(say("console.swap", { title: one.title, minutes: one.minutes }), put(one), "quiet"));
    spares.replaceChildren(h("summary", {}, say("console.spares")), h("ul", {}, state.spares.map(line)));
  }

  #time(state, step, say) {
    const { left, turn } = this.at;
    this.clock();
    const plain = step?.remaining ? say("console.paused", { time: clockText(step.remaining) }) : "";
    if (!step?.ends_at) {
      this.clock = () => {};
      setText(left, plain);
      setText(turn, "");
      return;
    }
    this.clock = countdown(left, step.ends_at, serverClock(state.now), (node, seconds) => {
      const time = clockText(seconds);
      setText(node, seconds > 0 ? say(step.closing ? "console.closing" : "console.left", { time }) : say("console.time_up"));
      node.dataset.late = seconds <= 20;
      if (!step.turns?.length || step.closing) return setText(turn, "");
      const now = this.turns.tick(step, seconds).turn;
      setText(turn, now ? say("console.turn", { at: now.at, of: now.of, time: clockText(now.left) }) : "");
    });
  }

  stop() {
    this.clock();
    draw(this.at.picture, null);
  }
}
