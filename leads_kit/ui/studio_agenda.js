// An agenda: its steps in order, moved by buttons, with minutes that are summed as they are typed.
import { button, h, keyed, setName, setText, uid } from "./dom.js";

export class AgendaEditor {
  constructor(studio) {
    this.studio = studio;
    const { say } = studio;
    this.sum = h("p", { class: "status", role: "status" });
    this.problem = h("p", { class: "problem" });
    this.planned = this.#number("studio.planned", "minutes");
    this.slack = this.#number("studio.slack", "slack");
    this.ol = h("ol", { class: "studio-steps" });
    this.choice = h("select", { id: uid("step") });
    const add = button(say("studio.add_step"), () => this.move("add", null, { value: this.choice.value }));
    const adding = h("div", { class: "studio-adding" }, h("label", { class: "field", for: this.choice.id }, say("studio.step")), this.choice, add);
    const numbers = h("div", { class: "studio-numbers" }, this.planned.el, this.slack.el);
    this.el = h("div", { class: "studio-agenda" }, numbers, this.sum, this.problem, h("h3", {}, say("studio.steps")), this.ol, adding);
  }

  get waiting() {
    return false;
  }
  flush() {}

  #number(word, key) {
    const id = uid(key), input = h("input", { type: "number", id, min: "0", max: "20000" });
    const send = () => { if (input.value !== "") this.studio.send("step", { do: key, value: Number(input.value) }); };
    input.addEventListener("change", send);
    input.addEventListener("input", () => this.#add());
    return { el: h("label", { class: "field", for: id }, this.studio.say(word), input), input };
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
    keyed(this.ol, agenda.steps, (one) => one.key, () => this.#line(), (line, one) => this.#tell(line, one, agenda.steps.length));
    // A line that moved is the same line; whoever stood on its button still does.
    if (active?.isConnected && this.ol.contains(active) && document.activeElement !== active) active.focus();
    this.#turned(active);
    this.#choices(state);
    this.#add();
    this.#say(agenda);
  }

  // At an end the button one stands on has nothing more to do; its neighbour has.
  #turned(active) {
    if (active?.disabled && this.ol.contains(active)) (active.previousElementSibling?.disabled === false ? active.previousElementSibling : active.nextElementSibling)?.focus();
  }

  #line() {
    const { say } = this.studio, title = h("button", { type: "button", class: "plain" }), minutes = h("input", { type: "number", min: "1", max: "600" });
    const up = button("↑", () => this.#shift("up", line), "small"), down = button("↓", () => this.#shift("down", line), "small"), out = button("×", () => this.move("remove", line.one.at), "small quiet");
    const more = h("details", {}, h("summary", {}, say("studio.more"))), unit = h("span", { "aria-hidden": "true" }, " min");
    const line = h("li", {}, h("div", { class: "studio-step" }, title, h("span", { class: "studio-minutes" }, minutes, unit), h("span", { class: "studio-moves" }, up, down, out)), more);
    Object.assign(line, { titled: title, minutes, up, down, out, more, areas: [] });
    title.addEventListener("click", () => this.studio.look("entry", line.one.does));
    minutes.addEventListener("input", () => this.#add());
    minutes.addEventListener("change", () => { if (minutes.value) this.move("set", line.one.at, { key: "minutes", value: Number(minutes.value) }); });
    for (const key of ["question", "notes"]) {
      for (const lang of this.studio.state.langs) {
        const id = uid(key), area = h("textarea", { id, rows: 2, lang });
        area.addEventListener("change", () => this.move("set", line.one.at, { key, value: { [lang]: area.value } }));
        more.append(h("label", { class: "field", for: id }, `${say(`studio.${key}`)} · ${say(`studio.lang.${lang}`)}`), area);
        line.areas.push([key, lang, area]);
      }
    }
    return line;
  }

  #tell(line, one, count) {
    const { say } = this.studio, { title } = one;
    line.one = one;
    setText(line.titled, `${one.at + 1}. ${title}`);
    this.studio.fields.write(line.minutes, String(one.minutes ?? ""));
    line.up.disabled = one.at === 0;
    line.down.disabled = one.at === count - 1;
    setName(line.minutes, say("studio.step_minutes", { title }));
    setName(line.up, say("studio.up", { title }));
    setName(line.down, say("studio.down", { title }));
    setName(line.out, say("studio.step_removed", { title }));
    for (const [key, lang, area] of line.areas) this.studio.fields.write(area, one[key]?.[lang] ?? "");
  }

  #shift(way, line) {
    const { title, at } = line.one, to = at + (way === "down" ? 2 : 0);
    this.told = [title, to];
    this.move(way, at);
  }

  #choices(state) {
    const key = JSON.stringify(state.entries.map((one) => [one.id, one.title, one.state]));
    if (key === this.drawnChoices) return;
    this.drawnChoices = key;
    const { say } = this.studio, chosen = this.choice.value;
    const group = (section, word) => {
      const of = state.entries.filter((one) => one.section === section && one.state !== "removed");
      return h("optgroup", { label: say(word) }, of.map((one) => h("option", { value: one.id }, one.title)));
    };
    this.choice.replaceChildren(group("exercises", "studio.exercises"), group("activities", "studio.activities"));
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

  #say(agenda) {
    if (!this.told) return;
    const [title, n] = this.told;
    this.told = null;
    setText(this.studio.live, this.studio.say("studio.moved", { title, n, count: agenda.steps.length }));
  }
}
