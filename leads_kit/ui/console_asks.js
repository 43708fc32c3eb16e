// What a step needs from the room before it opens: how many people make a figure, and what only this room knows.
// Asked one after the other; nothing is sent before a button says so.
import { button, h, uid } from "./dom.js";

const lines = (text) => text.split("\n").map((one) => one.trim()).filter(Boolean);

export class Asks {
  constructor(desk) {
    this.desk = desk;
    this.el = h("section", { class: "ask", hidden: true });
    this.asking = false;
    this.drawn = "";
  }

  needed(step) {
    return Boolean(step && (step.asks_supply?.length || step.asks_group));
  }

  open() {
    this.asking = true;
    this.drawn = "";
    this.#draw();
    this.el.querySelector("input, button")?.focus();
  }

  cancel() {
    this.asking = false;
    this.el.hidden = true;
    this.drawn = "";
  }

  show() {
    if (!this.needed(this.desk.step)) this.cancel();
    else if (this.asking) this.#draw();
  }

  // Drawn once for each thing that is asked: what somebody types here must outlive the counts' ticking.
  #draw() {
    const { step, state } = this.desk, supply = step.asks_supply?.length > 0;
    const few = state.here < state.group.min;
    const key = JSON.stringify([step.key, supply, state.lang, supply ? null : [few, state.here, state.group]]);
    this.el.hidden = false;
    if (key === this.drawn) return;
    this.drawn = key;
    const inside = this.el.contains(document.activeElement);
    this.el.replaceChildren(...(supply ? this.#supply(step) : this.#group(few)));
    if (inside) this.el.querySelector("input, button")?.focus();
  }

  #group(few) {
    const { say, state } = this.desk, { min, lowest } = state.group;
    const settle = (value) => () => {
      this.cancel();
      this.desk.send("settle", value);
    };
    const lower = [];
    for (let k = Math.min(min - 1, Math.max(state.here, lowest)); k >= lowest; k -= 1) lower.push(k);
    return [
      h("h3", {}, say("console.group.title")),
      h("p", {}, say(few ? "console.group.few" : "console.group.enough", { min_group: min, here: state.here })),
      h(
        "div",
        { class: "bar" },
        button(say("console.group.keep", { min_group: min }), settle(min), few ? "" : "first"),
        few && lower.map((k) => button(say("console.group.lower", { min_group: k }), settle(k))),
        few && button(say("console.group.talk"), () => { this.cancel(); this.desk.send("skip"); }),
        button(say("console.cancel"), () => this.cancel()),
      ),
    ];
  }

  #supply(step) {
    const { say } = this.desk, asks = step.asks_supply.map((ask) => this.#ask(ask));
    const give = () => this.desk.send("supply", Object.fromEntries(asks.map(({ id, given }) => [id, given()])));
    return [
      h("h3", {}, say("console.supply")),
      ...asks.map(({ el }) => el),
      h("div", { class: "bar" }, button(say("console.supply_open"), give, "first"), button(say("console.cancel"), () => this.cancel())),
    ];
  }

  // → {id, el, given()}: what was tapped, then what was typed
  #ask(ask) {
    const { say } = this.desk, one = ask.most === 1, name = uid("ask");
    const typed = h(one ? "input" : "textarea", { id: uid("own"), rows: 3, ...(one ? { type: "text" } : {}), dir: "auto" });
    const chips = ask.suggestions.map((text) => {
      const input = h("input", { type: one ? "radio" : "checkbox", name, on: { change: () => count() } });
      return { text, input, el: h("label", {}, input, h("span", { class: "face" }, text)) };
    });
    const counted = h("p", { class: "small", role: "status" });
    const given = () => {
      const own = lines(typed.value), tapped = chips.filter(({ input }) => input.checked).map(({ text }) => text);
      return one && own.length ? own : [...tapped, ...own];
    };
    const count = () => counted.replaceChildren(one ? "" : say("console.supply_count", { count: given().length, least: ask.least, most: ask.most }));
    typed.addEventListener("input", count);
    count();
    const el = h(
      "fieldset",
      {},
      h("legend", {}, ask.label),
      h("div", { class: "chips" }, chips.map((chip) => chip.el)),
      h("label", { class: "name", for: typed.id }, say(one ? "console.supply_own" : "console.supply_lines")),
      typed,
      counted,
    );
    return { id: ask.id, el, given };
  }
}
