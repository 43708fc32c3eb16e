// An agenda: its steps in order, moved by buttons, by Alt and an arrow, or dragged, with minutes that are summed as they are typed.
import { button, h, keyed, setName, setText, uid } from "./dom.js";
import { draggable } from "./studio_drag.js";

export class AgendaEditor {
  constructor(studio) {
    this.studio = studio;
    const { say } = studio;
    this.sum = h("p", { class: "status", role: "status" });
    this.problem = h("p", { class: "problem" });
    this.planned = this.#number("studio.planned", "minutes");
    this.slack = this.#number("studio.slack", "slack");
    this.ol = h("ol", { class: "studio-steps", "aria-label": say("studio.steps") });
    this.choice = h("select", { id: uid("step") });
    const adding = h("div", { class: "studio-adding" }, h("label", { class: "field", for: this.choice.id }, say("studio.step")), this.choice, button(say("studio.add_step"), () => this.#more()));
    const numbers = h("div", { class: "studio-numbers" }, this.planned.el, this.slack.el, h("div", { class: "studio-sum" }, this.sum));
    this.el = h("div", { class: "studio-agenda" }, numbers, this.problem, h("h3", {}, say("studio.steps")), h("p", { class: "small" }, say("studio.key_move")), this.ol, adding);
  }

  #number(word, key) {
    const id = uid(key), input = h("input", { type: "number", id, min: "0", max: "20000" });
    this.#sends(input, () => ({ do: key, value: Number(input.value) }));
    return { el: h("label", { class: "field", for: id }, this.studio.say(word), input), input };
  }

  // A number counts as soon as it is typed, and is sent when typing rests: also where a key saves before the field is left.
  #sends(input, step) {
    const { fields } = this.studio;
    input.addEventListener("input", () => {
      this.#add();
      if (input.value !== "") fields.later(() => this.studio.send("step", step()));
    });
    input.addEventListener("change", () => fields.flush());
  }

  move(what, at, more = {}) {
    this.studio.act("step", { do: what, at, ...more });
  }

  show(state) {
    this.el.hidden = !state.agenda;
    if (!state.agenda) return;
    const { agenda } = state, active = document.activeElement;
    this.agenda = agenda;
    for (const [field, key] of [[this.planned, "minutes"], [this.slack, "slack"]]) this.studio.fields.write(field.input, String(agenda[key] ?? 0));
    setText(this.problem, agenda.faults.join(" "));
    keyed(this.ol, agenda.steps, (one) => JSON.stringify([one.key, state.langs]), () => this.#line(), (line, one) => this.#tell(line, one, agenda.steps.length));
    // A line that moved is the same line; whoever stood on its button still does.
    if (active?.isConnected && this.ol.contains(active) && document.activeElement !== active) active.focus();
    this.#turned(active);
    this.#choices(state);
    this.#add();
    this.#announce(agenda);
  }

  // At an end the button one stands on has nothing more to do; its neighbour has.
  #turned(active) {
    if (active?.disabled && this.ol.contains(active)) (active.previousElementSibling?.disabled === false ? active.previousElementSibling : active.nextElementSibling)?.focus();
  }

  #line() {
    const { say } = this.studio, title = h("button", { type: "button", class: "plain" }), minutes = h("input", { type: "number", min: "1", max: "600" });
    const grip = h("span", { class: "studio-grip", "aria-hidden": "true", title: say("studio.drag") }, "⠿"), problem = h("p", { class: "problem" });
    const up = button("↑", () => this.#shift(line, -1), "small"), down = button("↓", () => this.#shift(line, 1), "small"), out = button("×", () => this.#out(line), "small quiet");
    const minuted = h("span", { class: "studio-minutes" }, minutes, h("span", { "aria-hidden": "true" }, say("studio.min")));
    const more = h("details", {}, h("summary", {}, say("studio.more"))), line = h("li", {}, h("div", { class: "studio-step" }, grip, title, minuted, h("span", { class: "studio-moves" }, up, down, out)), problem, more);
    Object.assign(line, { titled: title, minutes, up, down, out, problem, areas: this.#areas(more, () => line.one) });
    title.addEventListener("click", () => this.studio.look("entry", line.one.does));
    this.#sends(minutes, () => ({ do: "set", at: line.one.at, key: "minutes", value: Number(minutes.value) }));
    line.addEventListener("keydown", (event) => this.#press(event, line));
    draggable(line, grip, (from, to) => this.#to(from.one, to.one.at));
    return line;
  }

  #areas(more, one) {
    const { say, state } = this.studio, made = [];
    for (const key of ["question", "notes"]) {
      for (const lang of state.langs) {
        const area = h("textarea", { id: uid(key), rows: 2, lang }), several = state.langs.length > 1;
        area.addEventListener("change", () => this.move("set", one().at, { key, value: { [lang]: area.value } }));
        more.append(h("label", { class: "field", for: area.id }, say(`studio.${key}`) + (several ? ` · ${say(`studio.lang.${lang}`)}` : "")), area);
        made.push([key, lang, area]);
      }
    }
    return made;
  }

  #tell(line, one, count) {
    const { say } = this.studio, { title } = one;
    line.one = one;
    setText(line.titled, `${one.at + 1}. ${title}`);
    setText(line.problem, one.faults.join(" "));
    this.studio.fields.write(line.minutes, String(one.minutes ?? ""));
    line.up.disabled = one.at === 0;
    line.down.disabled = one.at === count - 1;
    setName(line.minutes, say("studio.step_minutes", { title }));
    setName(line.up, say("studio.up", { title }));
    setName(line.down, say("studio.down", { title }));
    setName(line.out, say("studio.step_removed", { title }));
    for (const [key, lang, area] of line.areas) this.studio.fields.write(area, one[key]?.[lang] ?? "");
  }

  #press(event, line) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#shift(line, by);
  }

  #shift(line, by) {
    this.#to(line.one, line.one.at + by);
  }

  #to({ title, at }, to) {
    if (to === at || to < 0 || to >= this.agenda.steps.length) return;
    const { key } = this.agenda.steps[at];
    this.told = ["studio.moved", { title, n: to + 1 }, (steps) => steps[to]?.key === key];
    this.move("move", at, { to });
  }

  // The button one stood on goes with its line; the next line's takes its place.
  #out(line) {
    const { title, at } = line.one, next = line.nextElementSibling ?? line.previousElementSibling;
    this.told = ["studio.taken_out", { title }, this.#grown(-1)];
    (next?.out ?? this.choice).focus();
    this.move("remove", at);
  }

  #grown(by) {
    const count = this.agenda.steps.length + by;
    return (steps) => steps.length === count;
  }

  #more() {
    const title = this.choice.selectedOptions[0]?.textContent ?? "";
    this.told = ["studio.added_step", { title }, this.#grown(1)];
    this.move("add", null, { value: this.choice.value });
  }

  #choices(state) {
    const key = JSON.stringify(state.entries.map((one) => [one.id, one.title, one.state]));
    if (key === this.drawnChoices) return;
    this.drawnChoices = key;
    const chosen = this.choice.value, here = state.entries.filter((one) => one.state !== "removed");
    const groups = [...new Set(here.map((one) => one.group))];
    this.choice.replaceChildren(...groups.map((group) => h("optgroup", { label: group }, here.filter((one) => one.group === group).map((one) => h("option", { value: one.id }, one.title)))));
    if (chosen) this.choice.value = chosen;
  }

  // The sum as it stands in the fields, sent or not.
  #add() {
    const { say } = this.studio, planned = Number(this.planned.input.value);
    const filled = [...this.ol.children].reduce((sum, line) => sum + Number(line.minutes.value), Number(this.slack.input.value));
    const word = filled === planned ? "good" : filled < planned ? "less" : "more";
    setText(this.sum, say(`studio.sum_${word}`, { filled, planned, left: Math.abs(planned - filled) }));
    this.sum.dataset.state = word === "good" ? "saved" : "late";
  }

  // Said once it is so: another state may come first.
  #announce(agenda) {
    if (!this.told?.[2](agenda.steps)) return;
    const [word, values] = this.told;
    this.told = null;
    setText(this.studio.live, this.studio.say(word, { ...values, count: agenda.steps.length }));
  }
}
