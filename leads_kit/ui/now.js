// The now panel: which step the room is at, how long is left, and the way there. It never moves the page by itself:
// a new step is announced and waits for a tap.
//
//   state: {lang, words, now, step: {key, title, state, minutes, round, ends_at, remaining, closing, anchor, instruction, roles,
//           turns, question, exercise} | null, table: {mine, needed, seated: [count by number from 1]} | null,
//           missed: [{title, anchor}], room: {demo, closed}}
//   page → kernel {kind: "sit", table}
import { button, countdown, follow, h, makeSay, pictures, root, serverClock, setText } from "./dom.js";
import { Turns, clockText } from "./turns.js";

const body = (say, step) => {
  if (step.exercise && step.state === "open") return [];
  const talking = !step.exercise && step.state === "open";
  return [
    talking && h("p", { class: "meta" }, say("now.look_up")),
    !step.exercise && step.instruction && h("p", { class: "prose" }, step.instruction),
    !step.exercise && pictures(step.pictures),
    step.roles?.length && h("ul", { class: "roles" }, step.roles.map((role) => h("li", {}, role))),
    step.question && h("p", { class: "question" }, step.question),
    step.state === "shown" && h("p", { class: "meta" }, say("now.shown")),
    step.state === "closed" && h("p", { class: "meta" }, say("now.closed")),
  ];
};

const goTo = (anchor) => {
  const card = document.getElementById(anchor);
  if (!card) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  card.querySelector("h2, legend, input, textarea, button")?.focus({ preventScroll: true });
};

const inSight = (el) => {
  const { top, bottom } = el.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

// For whoever is further down the page, neither at the panel nor at what the step is about: which step it is, and the way there.
class Reminder {
  constructor(panel) {
    Object.assign(this, { panel, anchor: null, on: false });
    this.title = h("strong");
    this.go = button("", () => (document.getElementById(this.anchor) ? goTo(this.anchor) : panel.scrollIntoView({ block: "center" })), "first");
    this.el = h("div", { class: "now-bar", hidden: true }, this.title, this.go);
    this.look = () => {
      const card = document.getElementById(this.anchor);
      this.el.hidden = !this.on || inSight(panel) || Boolean(card && inSight(card));
    };
    addEventListener("scroll", this.look, { passive: true });
    addEventListener("resize", this.look);
  }

  show(step, say) {
    this.anchor = step?.anchor ?? null;
    this.on = step?.state === "open";
    setText(this.title, this.on ? say("now.bar", { title: step.title }) : "");
    setText(this.go, say("now.go"));
    this.look();
  }

  stop() {
    removeEventListener("scroll", this.look);
    removeEventListener("resize", this.look);
  }
}

class Now {
  constructor(model, el) {
    this.model = model;
    this.turns = new Turns(() => {});
    this.clock = () => {};
    this.seen = null;
    this.sat = this.left = "";
    this.live = h("p", { class: "sr", role: "status" });
    this.panel = h("section", { class: "now" });
    this.where = h("div", { class: "table" });
    this.missed = h("details", { class: "missed" });
    this.reminder = new Reminder(this.panel);
    root(el, "now-panel").append(this.live, this.panel, this.where, this.missed, this.reminder.el);
    this.off = follow(model, (state) => this.show(state, makeSay(state.words, state.lang)));
  }

  show(state, say) {
    const key = state.step?.key ?? null;
    if (this.seen !== null && key !== this.seen && state.step) setText(this.live, say("now.new_step", { title: state.step.title }));
    this.seen = key ?? "";
    this.#step(state, say);
    this.reminder.show(state.step, say);
    this.#table(state.table, say);
    this.#missed(state.missed ?? [], say);
  }

  #step(state, say) {
    const step = state.step, left = h("span", { class: "left" }), turn = h("p", { class: "meta turn", role: "status" });
    const where = h("span", { class: "now-where" }, h("small", {}, say(step ? "now.heading" : "now.before")), h("strong", {}, step ? step.title : say("now.waiting")));
    const go = step?.anchor && button(say(step.state === "open" ? "now.go" : "now.look_back"), () => goTo(step.anchor), "first");
    this.clock();
    this.clock = () => {};
    this.panel.replaceChildren(h("div", { class: "now-line" }, where, left, go), turn, ...(step ? body(say, step).filter(Boolean) : []));
    this.panel.dataset.state = step?.state ?? "before";
    if (step?.remaining) setText(left, say("now.paused", { time: clockText(step.remaining) }));
    if (!step?.ends_at) return;
    this.clock = countdown(left, step.ends_at, serverClock(state.now), (node, seconds) => {
      const time = clockText(seconds);
      setText(node, seconds > 0 ? say(step.closing ? "now.closing" : "now.left", { time }) : say("now.time_up"));
      if (!step.turns?.length || step.closing) return;
      const { turn: now, begun } = this.turns.tick(step, seconds);
      const told = now ? say("now.turn", { at: now.at, of: now.of, time: clockText(now.left) }) : "";
      setText(turn, begun && now ? `${say("now.swap_roles")} ${told}` : told);
    });
  }

  // One's table: chosen by its number, changed at any time; how many sit there, never who.
  #table(table, say) {
    this.where.hidden = !table;
    const key = JSON.stringify([table, say.lang]);
    if (!table || key === this.sat) return;
    this.sat = key;
    const held = this.where.contains(document.activeElement) && document.activeElement.dataset.table;
    const sit = (number) => this.model.send({ kind: "sit", table: number });
    const people = (count) => (count ? say("now.table_people", { n: count }) : say("now.table_empty"));
    const one = (count, at) => {
      const number = at + 1, chosen = number === table.mine;
      const props = { type: "button", class: chosen ? "first" : "", "aria-pressed": String(chosen), "data-table": number };
      return h("button", { ...props, on: { click: () => sit(number) } }, say("now.table", { number }), h("small", {}, people(count)));
    };
    const choices = h("div", { class: "bar tables" }, table.seated.map(one));
    if (table.needed) this.where.replaceChildren(h("h3", {}, say("now.table_choose")), choices);
    else {
      const mine = say("now.table_yours", { number: table.mine, people: people(table.seated[table.mine - 1]) });
      const inside = table.mine ? [h("p", {}, h("strong", {}, mine)), h("details", {}, h("summary", {}, say("now.table_change")), choices)] : [h("p", {}, say("now.table_choose")), choices];
      this.where.replaceChildren(...inside);
    }
    this.where.dataset.needed = table.needed;
    if (held) (this.where.querySelector(`[data-table="${held}"]`) ?? this.where.querySelector("summary"))?.focus();
  }

  #missed(missed, say) {
    this.missed.hidden = !missed.length;
    const key = JSON.stringify([missed, say.lang]);
    if (key === this.left) return;
    this.left = key;
    const line = (one) => h("li", {}, button(one.title, () => goTo(one.anchor), "quiet"));
    this.missed.replaceChildren(h("summary", {}, say("now.missed", { n: missed.length })), h("ul", {}, missed.map(line)));
  }

  stop() {
    this.off();
    this.clock();
    this.reminder.stop();
  }
}

export const render = ({ model, el }) => {
  const one = new Now(model, el);
  return () => one.stop();
};
