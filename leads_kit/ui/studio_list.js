// What there is: exercises and activities, agendas, words, the client; found by title, chosen.
import { button, h, keyed, setText, uid } from "./dom.js";
import { addAgenda, addExercise } from "./studio_add.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const TABS = { entry: "studio.exercises", agenda: "studio.agendas", texts: "studio.texts", client: "studio.client" };

export class List {
  constructor(studio) {
    this.studio = studio;
    const { say } = studio, found = uid("find"), only = uid("only");
    this.last = {};
    this.tabs = Object.fromEntries(Object.entries(TABS).map(([what, word]) => [what, button(say(word), () => this.tab(what), "small")]));
    this.find = h("input", { type: "text", id: found, autocomplete: "off", on: { input: () => this.draw() } });
    this.only = h("input", { type: "checkbox", id: only, on: { change: () => this.draw() } });
    this.none = h("p", { class: "small", role: "status" });
    this.ul = h("ul", { class: "studio-list" });
    this.more = h("div");
    const ticked = h("label", { class: "studio-tick", for: only }, this.only, say("studio.only_changed"));
    this.finding = h("div", { class: "stack" }, h("label", { class: "field", for: found }, say("studio.filter")), this.find, ticked);
    const tabs = h("div", { class: "studio-tabs" }, Object.values(this.tabs));
    this.el = h("nav", { class: "studio-left", "aria-label": say("studio.list") }, tabs, this.finding, this.more, this.none, this.ul);
  }

  of(what) {
    const { entries, agendas, files } = this.studio.state;
    return { entry: entries, agenda: agendas, texts: files }[what] ?? [];
  }

  tab(what) {
    const all = this.of(what), last = all.find((one) => one.id === this.last[what]) ?? all[0];
    this.find.value = "";
    this.only.checked = false;
    this.studio.look(what, last?.id ?? "");
  }

  show(state, other) {
    const { what, id } = state.shows;
    this.more.firstElementChild?.tell?.(other, Boolean(state.problem));
    const one = this.of(what).find((each) => each.id === id);
    // What has just been added is in the list, whatever was looked for before.
    if (one && this.last[what] !== id && !this.#fits(one)) [this.find.value, this.only.checked] = ["", false];
    this.last[what] = id;
    for (const [name, tab] of Object.entries(this.tabs)) tab.setAttribute("aria-pressed", String(name === what));
    this.draw();
    const drawn = JSON.stringify([what, state.langs]);
    if (this.drawn === drawn) return;
    this.drawn = drawn;
    this.more.replaceChildren(what === "entry" ? addExercise(this.studio) : what === "agenda" ? addAgenda(this.studio) : "");
  }

  draw() {
    const { state, say } = this.studio, { what } = state.shows, all = this.of(what);
    this.finding.hidden = !all.length;
    const shown = all.filter((one) => this.#fits(one));
    setText(this.none, all.length && !shown.length ? say(this.find.value.trim() ? "studio.none_found" : "studio.empty_changed") : "");
    const lines = shown.flatMap((one, at) => (one.group && one.group !== shown[at - 1]?.group ? [{ heading: one.group }, one] : [one]));
    keyed(this.ul, lines, (one) => one.heading ?? `/${one.id}`, (one) => (one.heading ? h("li", { class: "studio-group" }, h("h3", {}, one.heading)) : this.#line()), (line, one) => this.#tell(line, one));
  }

  #fits(one) {
    const wanted = plain(this.find.value.trim());
    return (!wanted || plain(`${one.title} ${one.id}`).includes(wanted)) && (!this.only.checked || one.state !== "base");
  }

  #line() {
    const mark = h("span", { class: "mark", "aria-hidden": "true" }), title = h("span"), about = h("small"), told = h("small", { class: "state" });
    const chosen = h("button", { type: "button", class: "plain" }, mark, title, told, about);
    return Object.assign(h("li", {}, chosen), { mark, titled: title, about, told, button: chosen });
  }

  #tell(line, one) {
    if (one.heading) return;
    const { say, state } = this.studio, { what, id } = state.shows;
    line.button.onclick = () => this.studio.look(what, one.id);
    setText(line.titled, one.title);
    setText(line.about, what === "texts" ? "" : one.id);
    setText(line.told, one.state === "base" ? "" : say(`studio.state.${one.state}`));
    line.dataset.state = one.state;
    line.mark.style.setProperty("--mark", one.mark ? `var(--${one.mark})` : "var(--line-strong)");
    line.mark.hidden = what !== "entry";
    if (one.id === id) line.button.setAttribute("aria-current", "true");
    else line.button.removeAttribute("aria-current");
  }
}
