// What the chosen thing says: each value with the base's words beside the client's, in native controls. The browser owns what is
// being typed: a state that comes back is never written into the field one is in, unless one asked for an undo.
import { button, h, keyed, setText, uid } from "./dom.js";
import { data, list } from "./studio_rows.js";
import { colour, logo } from "./studio_look.js";

const REST = 600;

export class Fields {
  constructor(studio) {
    this.studio = studio;
    this.el = h("div", { class: "studio-fields" });
    this.pending = null;
  }

  get waiting() {
    return this.pending !== null;
  }

  typedIn(target) {
    return Boolean(target?.touched);
  }

  // One thing at a time is typed; it is sent when typing rests, and at once before anything else happens.
  later(send) {
    clearTimeout(this.timer);
    this.pending = send;
    this.timer = setTimeout(() => this.flush(), REST);
    this.studio.told();
  }

  flush() {
    clearTimeout(this.timer);
    const send = this.pending;
    this.pending = null;
    send?.();
  }

  show(state, other) {
    if (other) this.el.replaceChildren();
    const key = (one) => JSON.stringify([one.key, one.widget, state.langs]);
    keyed(this.el, state.values, key, (one) => this.#made(one), (box, one) => box.tell(one, state));
  }

  #made(value) {
    const { say } = this.studio;
    const problem = h("p", { class: "problem", id: uid("problem") }), again = button(say(value.widget === "logo" ? "studio.logo_away" : "studio.again"), () => this.#again(value), "quiet small");
    const body = h("div"), told = h("div", { class: "contrasts" }), changed = h("span", { class: "badge", hidden: true }, say("studio.overridden"));
    const box = h("fieldset", { class: "studio-value" }, h("legend", {}, value.label), changed, body, told, problem, again);
    const control = this.#control(value, problem.id);
    body.append(control.el);
    box.tell = (fresh, state) => {
      value = fresh;
      setText(problem, fresh.faults.join(" "));
      changed.hidden = again.hidden = !fresh.overridden;
      const judged = state.contrasts[fresh.path.at(-1)] ?? [];
      told.replaceChildren(...judged.map((one) => h("p", { class: one.good ? "good" : "hint" }, one.said)));
      for (const one of body.querySelectorAll("input, textarea, select")) one.setAttribute("aria-invalid", String(fresh.faults.length > 0));
      control.tell(fresh, state);
    };
    return box;
  }

  #again(value) {
    this.flush();
    this.studio.send("clear", { file: value.file, path: value.path });
  }

  set(value, given, more = {}) {
    this.studio.send("set", { file: value.file, path: value.path, value: given, ...more });
  }

  // A control that is typed in: sent when it rests, when it is left, and with what else is done.
  typed(input, send) {
    let more = false;
    input.addEventListener("focus", () => { input.touched = false; more = false; });
    input.addEventListener("input", () => {
      input.touched = true;
      this.later(() => { send(input.value, more); more = true; });
    });
    input.addEventListener("blur", () => { input.touched = false; this.flush(); });
    return input;
  }

  write(input, text) {
    const owns = document.activeElement === input && !this.studio.state.forced;
    if (!owns && input.value !== text) input.value = text;
    if (this.studio.state.forced) input.touched = false;
  }

  #control(value, problem) {
    const made = { text: () => this.#text(value, problem), number: () => this.#line(value, problem, "number"), flag: () => this.#flag(value), choice: () => this.#choice(value), picks: () => this.#picks(value), list: () => list(this, value), data: () => data(this, value), colour: () => colour(this, value, problem), logo: () => logo(this, value) };
    return (made[value.widget] ?? (() => this.#line(value, problem, "text")))();
  }

  #text(value, problem) {
    const { say, state } = this.studio, areas = {}, several = state.langs.length > 1;
    const rows = state.langs.map((lang) => {
      const area = h("textarea", { id: uid("own"), rows: 1, lang, "aria-describedby": problem });
      areas[lang] = area;
      this.typed(area, (text, more) => this.set(value, { [lang]: text }, { more }));
      const name = h("label", { for: area.id }, say(several ? `studio.lang.${lang}` : "studio.own"), h("span", { class: "sr" }, ` · ${value.label}`));
      return h("div", { class: "studio-pair" }, this.base(value.base?.[lang] ?? null, lang), h("div", {}, name, area));
    });
    return { el: h("div", {}, rows), tell: (fresh) => { for (const [lang, area] of Object.entries(areas)) this.write(area, String(fresh.now?.[lang] ?? "")); } };
  }

  base(told, lang = null, word = "studio.base") {
    const { say } = this.studio;
    if (told === null) return h("div", { class: "base" }, h("small", {}, say("studio.nothing")));
    return h("div", { class: "base" }, h("small", {}, say(word)), h("p", { lang }, told));
  }

  beside(value, control, id, told = value.base) {
    const { say } = this.studio, dark = value.path.at(-1) === "accent_dark";
    const base = this.base(told === null || typeof told === "object" ? null : String(told), null, dark ? "studio.from_accent" : "studio.base");
    return h("div", { class: "studio-pair" }, base, h("div", {}, h("label", { for: id }, say("studio.own"), h("span", { class: "sr" }, ` · ${value.label}`)), control));
  }

  #line(value, problem, type) {
    const id = uid("own"), input = h("input", { type, id, "aria-describedby": problem, ...(type === "number" ? { step: "any" } : {}) });
    const send = (text, more) => this.set(value, type === "number" ? (text === "" ? null : Number(text)) : text, { more });
    return { el: this.beside(value, this.typed(input, send), id), tell: (fresh) => this.write(input, fresh.now === null ? "" : String(fresh.now)) };
  }

  #select(value, options, chosen, given, told) {
    const id = uid("own"), select = h("select", { id, on: { change: () => this.set(value, given(select.value)) } }, options.map(([one, text]) => h("option", { value: one }, text)));
    return { el: this.beside(value, select, id, told), tell: (fresh) => this.write(select, chosen(fresh)) };
  }

  #flag(value) {
    const { say } = this.studio, options = [["", say("studio.base_choice")], ["true", say("studio.yes")], ["false", say("studio.no")]];
    const told = value.base === null ? null : say(value.base ? "studio.yes" : "studio.no");
    return this.#select(value, options, (fresh) => (fresh.own === null ? "" : String(fresh.own)), (text) => (text === "" ? null : text === "true"), told);
  }

  #choice(value) {
    const options = [["", this.studio.say("studio.base_choice")], ...value.choices.filter((one) => one.value).map((one) => [one.value, one.label])];
    const told = value.choices.find((one) => one.value === value.base)?.label ?? value.base;
    return this.#select(value, options, (fresh) => String(fresh.own ?? ""), (text) => text || null, told);
  }

  #picks(value) {
    const boxes = value.choices.map((one) => h("input", { type: "checkbox", value: one.value, on: { change: () => this.set(value, boxes.filter((each) => each.checked).map((each) => each.value)) } }));
    const el = h("div", { class: "studio-picks" }, boxes.map((box, at) => h("label", {}, box, " ", value.choices[at].label)));
    return { el, tell: (fresh) => { for (const box of boxes) box.checked = (fresh.now ?? []).map(String).includes(box.value); } };
  }
}
