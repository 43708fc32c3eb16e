// What the chosen thing says: each value with the base's words beside the client's, in native controls. The browser owns what is
// being typed: a state that comes back is never written into the field one is in, unless one asked for an undo.
import { button, h, keyed, setText, uid } from "./dom.js";

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
    keyed(this.el, state.values, (one) => one.key, (one) => this.#made(one), (box, one) => box.tell(one, state));
  }

  #made(value) {
    const { say } = this.studio;
    const legend = h("legend", {}, value.label), problem = h("p", { class: "problem" }), again = button(say("studio.again"), () => this.#again(value), "quiet small");
    const body = h("div"), told = h("div", { class: "contrasts" });
    const box = h("fieldset", { class: "studio-value" }, legend, body, told, problem, again);
    problem.id = uid("problem");
    const control = this.#control(value, problem.id);
    body.append(control.el);
    box.tell = (now, state) => {
      value = now;
      setText(problem, now.faults.join(" "));
      again.hidden = !now.overridden;
      box.dataset.overridden = now.overridden;
      const judged = state.contrasts[now.path.at(-1)] ?? [];
      told.replaceChildren(...judged.map((one) => h("p", { class: one.good ? "good" : "hint" }, one.said)));
      control.tell(now, state);
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
    const now = (more) => send(input.value, more);
    let more = false;
    input.addEventListener("focus", () => { input.touched = false; more = false; });
    input.addEventListener("input", () => {
      input.touched = true;
      this.later(() => { now(more); more = true; });
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
    if (/^accent/.test(value.path.at(-1))) return this.#colour(value, problem);
    const made = { text: "text", number: "number", flag: "flag", choice: "choice", picks: "picks", list: "list", data: "data" }[value.widget];
    return { text: () => this.#text(value, problem), number: () => this.#line(value, problem, "number"), flag: () => this.#flag(value), choice: () => this.#choice(value), picks: () => this.#picks(value), list: () => this.#list(value), data: () => this.#data(value) }[made]?.() ?? this.#line(value, problem, "text");
  }

  #text(value, problem) {
    const { say, state } = this.studio, areas = {};
    const rows = state.langs.map((lang) => {
      const id = uid("own"), area = h("textarea", { id, rows: 2, lang, "aria-describedby": problem });
      areas[lang] = area;
      this.typed(area, (text, more) => this.set(value, { [lang]: text }, { more }));
      const base = this.#base(value.base?.[lang] ?? null, lang);
      const own = h("div", {}, h("label", { for: id }, say(`studio.lang.${lang}`), h("span", { class: "sr" }, ` · ${value.label}`)), area);
      return h("div", { class: "studio-pair" }, base, own);
    });
    return { el: h("div", {}, rows), tell: (now) => { for (const [lang, area] of Object.entries(areas)) this.write(area, String(now.now?.[lang] ?? "")); } };
  }

  #base(told, lang = null) {
    const { say } = this.studio;
    if (told === null) return h("div", { class: "base" }, h("small", {}, say("studio.nothing")));
    return h("div", { class: "base" }, h("small", {}, say("studio.base")), h("p", { lang }, told));
  }

  #beside(value, control, id) {
    const { say } = this.studio, base = this.#base(value.base === null || typeof value.base === "object" ? null : String(value.base));
    return h("div", { class: "studio-pair" }, base, h("div", {}, h("label", { for: id }, say("studio.own"), h("span", { class: "sr" }, ` · ${value.label}`)), control));
  }

  #line(value, problem, type) {
    const id = uid("own"), input = h("input", { type, id, "aria-describedby": problem, ...(type === "number" ? { step: "any" } : {}) });
    const send = (text, more) => this.set(value, type === "number" ? (text === "" ? null : Number(text)) : text, { more });
    return { el: this.#beside(value, this.typed(input, send), id), tell: (now) => this.write(input, now.now === null ? "" : String(now.now)) };
  }

  #flag(value) {
    const { say } = this.studio, id = uid("own");
    const options = [["", say("studio.base_choice")], ["true", say("studio.yes")], ["false", say("studio.no")]].map(([one, text]) => h("option", { value: one }, text));
    const select = h("select", { id, on: { change: () => this.set(value, select.value === "" ? null : select.value === "true") } }, options);
    return { el: this.#beside({ ...value, base: value.base === null ? null : say(value.base ? "studio.yes" : "studio.no") }, select, id), tell: (now) => this.write(select, now.own === null ? "" : String(now.own)) };
  }

  #choice(value) {
    const { say } = this.studio, id = uid("own");
    const first = value.base === null ? [] : [h("option", { value: "" }, say("studio.base_choice"))];
    const select = h("select", { id, on: { change: () => this.set(value, select.value || null) } }, first, value.choices.map((one) => h("option", { value: one.value }, one.label)));
    return { el: this.#beside(value, select, id), tell: (now) => this.write(select, String(now.own ?? (now.base === null ? "" : ""))) };
  }

  #picks(value) {
    const boxes = value.choices.map((one) => {
      const box = h("input", { type: "checkbox", value: one.value, on: { change: () => this.set(value, boxes.filter((each) => each.checked).map((each) => each.value)) } });
      return box;
    });
    const el = h("div", { class: "studio-picks" }, boxes.map((box, at) => h("label", {}, box, " ", value.choices[at].label)));
    return { el, tell: (now) => { for (const box of boxes) box.checked = (now.now ?? []).map(String).includes(box.value); } };
  }

  #colour(value, problem) {
    const { say } = this.studio, id = uid("own");
    const text = h("input", { type: "text", id, "aria-describedby": problem, placeholder: "#0b6e6e" });
    const pick = h("input", { type: "color", "aria-label": say("studio.colour", { label: value.label }), on: { change: () => this.set(value, pick.value) } });
    this.typed(text, (given, more) => this.set(value, given, { more }));
    const el = this.#beside(value, h("div", { class: "studio-colour" }, pick, text), id);
    return { el, tell: (now) => { this.write(text, now.now ?? ""); if (/^#[0-9a-f]{6}$/i.test(now.now ?? "")) pick.value = now.now; } };
  }

  // A list of words or texts: each row moved, removed, changed; the whole list is sent.
  #list(value) {
    const { say, state } = this.studio, ul = h("ol", { class: "studio-rows" });
    let rows = [];
    const texts = () => (value.base ?? rows).some((one) => typeof one === "object") || ["roles"].includes(value.path.at(-1));
    const numbers = () => (value.base ?? rows).some((one) => typeof one === "number") || value.path.at(-1) === "turns";
    const put = (made) => { rows = made; draw(); this.set(value, made); };
    const row = (at) => {
      const field = (lang) => {
        const input = h("input", { type: numbers() ? "number" : "text", value: String(lang ? (rows[at]?.[lang] ?? "") : rows[at]), lang, "aria-label": `${value.label} ${at + 1}${lang ? ` · ${say(`studio.lang.${lang}`)}` : ""}` });
        return this.typed(input, (text, more) => {
          rows = rows.map((one, each) => (each !== at ? one : lang ? { ...one, [lang]: text } : numbers() ? Number(text) : text));
          this.set(value, rows, { more });
        });
      };
      const fields = texts() ? state.langs.map(field) : [field("")];
      return h("li", {}, h("div", {}, fields), button(say("studio.remove_row", { n: at + 1 }), () => put(rows.filter((_, each) => each !== at)), "quiet small"));
    };
    const draw = () => ul.replaceChildren(...rows.map((_, at) => row(at)));
    const add = button(say("studio.add_row"), () => { put([...rows, texts() ? Object.fromEntries(state.langs.map((lang) => [lang, "…"])) : numbers() ? 1 : "…"]); ul.lastElementChild?.querySelector("input")?.focus(); }, "small");
    const tell = (now) => {
      const fresh = now.now ?? [];
      if (ul.contains(document.activeElement) && !this.studio.state.forced) return;
      if (JSON.stringify(fresh) === JSON.stringify(rows) && ul.childElementCount) return;
      rows = fresh;
      draw();
    };
    return { el: h("div", {}, ul, add), tell };
  }

  // What has no form of its own: its texts, words and numbers one by one.
  #data(value) {
    const { state } = this.studio, el = h("div", { class: "stack" });
    let drawn = "";
    const leaf = (one) => {
      const send = (given, more) => this.set(value, given, { leaf: one.path, more });
      const name = one.path.map((step) => (/^\d+$/.test(step) ? Number(step) + 1 : step.replaceAll("_", " "))).join(" › ");
      if (typeof one.value !== "object") {
        const number = typeof one.value === "number", input = h("input", { type: number ? "number" : "text", value: String(one.value), "aria-label": name });
        return h("label", { class: "field" }, name, this.typed(input, (text, more) => send(number ? Number(text) : text, more)));
      }
      return h("div", {}, h("small", {}, name), state.langs.map((lang) => this.typed(h("textarea", { rows: 1, lang, value: one.value[lang] ?? "", "aria-label": `${name} · ${lang}` }), (text, more) => send({ ...one.value, [lang]: text }, more))));
    };
    const tell = (now) => {
      const key = JSON.stringify(now.leaves);
      if (key === drawn || (el.contains(document.activeElement) && !this.studio.state.forced)) return;
      drawn = key;
      el.replaceChildren(...now.leaves.map(leaf));
    };
    return { el, tell };
  }
}
