// The console: the agenda, one step at a time, its counts, results and notes, and every move a facilitator makes. State comes
// from Python (overview.py), moves go back as {kind: "do", what, position, state, round, value}; nothing is decided here.
//
//   state: {lang, words, now, room, here, seats, group, tables, spares, home, agenda, step, problem}
//   page → kernel {kind: "do", …} · {kind: "look", position} · {kind: "report"}   kernel → page {kind: "taken", name, type, text}
import { Agenda } from "./console_agenda.js";
import { Asks } from "./console_asks.js";
import { Check } from "./console_check.js";
import { Stage } from "./console_stage.js";
import { follow, h, hear, makeSay, root, setText } from "./dom.js";
import { save } from "./take.js";

const KEYS = { open: " ", close: " ", show: "Enter", next: "n", again: "r", extend: "t", pause: "p" };

class Console {
  constructor(model, el) {
    this.model = model;
    this.keysOn = true;
    this.state = model.get("state");
    this.problem = h("p", { class: "problem", role: "alert" });
    this.agenda = new Agenda(this);
    this.check = new Check(this);
    this.asks = new Asks(this);
    this.stage = new Stage(this);
    this.help = h("details", { class: "keys" });
    this.drawnHelp = "";
    this.looking = null;
    this.shown = h("section", { class: "stage-now" }, this.problem, this.stage.head, this.asks.el, this.stage.body);
    const rail = h("nav", {}, this.agenda.el, this.check.el);
    this.rail = rail;
    root(el, "leads-console").append(h("div", { class: "console" }, rail, h("div", {}, this.shown, this.help)));
    this.pressed = (event) => this.#press(event);
    document.addEventListener("keydown", this.pressed);
    this.off = [
      follow(model, (state) => this.show(state)),
      hear(model, { taken: ({ name, type, text }) => save(name, type, text) }),
    ];
  }

  get step() {
    return this.state.step;
  }

  show(state) {
    this.state = state;
    if (this.step?.position === this.looking) this.#wait(null);
    this.say = makeSay(state.words, state.lang);
    this.rail.setAttribute("aria-label", this.say("console.agenda"));
    setText(this.problem, state.problem ?? "");
    this.problem.hidden = !state.problem;
    for (const part of [this.agenda, this.stage, this.asks, this.check]) part.show(state, this.say);
    this.#help();
  }

  // Until the step that was asked for is here, the one before it is still drawn: nobody means to move that one.
  look(position) {
    this.asks.cancel();
    this.#wait(position === this.step?.position ? null : position);
    this.model.send({ kind: "look", position });
  }

  #wait(position) {
    this.looking = position;
    this.shown.inert = position !== null;
    this.shown.setAttribute("aria-busy", String(position !== null));
  }

  // A move, with the step as this page saw it, so that a page that missed something moves nothing else.
  send(what, value = null) {
    if (this.looking !== null) return;
    const at = this.step;
    const seen = { position: at?.position ?? null, state: at?.state ?? null, round: at?.round ?? null };
    this.model.send({ kind: "do", what, ...seen, value });
  }

  // What a button or a key means here: some moves first need something from the room.
  act(what) {
    if (what === "pause" && this.step?.remaining) return this.send("resume");
    if (what === "extend") return this.send("extend", 60);
    if (what === "open" && this.asks.needed(this.step)) return this.asks.open();
    return this.send(what);
  }

  keyOf(what) {
    const key = KEYS[what];
    if (!key || !this.keysOn) return "";
    return key === " " ? this.say("console.key_space") : key === "Enter" ? this.say("console.key_enter") : key.toUpperCase();
  }

  #help() {
    const { say } = this, key = JSON.stringify([this.state.lang, this.keysOn]);
    if (key === this.drawnHelp) return;
    this.drawnHelp = key;
    const told = { " ": `${say("console.open")} / ${say("console.close")}`, Enter: say("console.show"), n: say("console.next") };
    Object.assign(told, { r: say("console.again"), t: say("console.extend"), p: say("console.pause") });
    const names = { " ": say("console.key_space"), Enter: say("console.key_enter") };
    const box = h("input", { type: "checkbox", checked: this.keysOn, on: { change: () => this.#keys(box.checked) } });
    this.help.replaceChildren(
      h("summary", {}, say("console.keys")),
      h("ul", {}, Object.entries(told).map(([one, text]) => h("li", {}, h("kbd", {}, names[one] ?? one.toUpperCase()), " ", text))),
      h("label", {}, box, " ", say("console.keys_on")),
    );
  }

  #keys(on) {
    this.keysOn = on;
    this.show(this.state);
  }

  // Keys act only where nothing else would take them, and can be switched off (WCAG 2.1.4).
  #press(event) {
    const typing = event.target.closest?.("input, textarea, select, button, summary, a, [contenteditable]");
    if (!this.keysOn || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const what = this.stage.moves.find((one) => KEYS[one] === key);
    if (!what) return;
    event.preventDefault();
    this.act(what);
  }

  stop() {
    for (const off of this.off) off();
    this.stage.stop();
    document.removeEventListener("keydown", this.pressed);
  }
}

export const render = ({ model, el }) => {
  const one = new Console(model, el);
  return () => one.stop();
};
