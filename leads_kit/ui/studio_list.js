// What there is: exercises and activities, agendas, the client; found by title, added, chosen.
import { button, h, keyed, setText, uid } from "./dom.js";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const idOf = (title) => plain(title).replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 40);

export class List {
  constructor(studio) {
    this.studio = studio;
    const { say } = studio, found = uid("find");
    this.tabs = Object.fromEntries(
      ["entry", "agenda", "client"].map((what) => [what, button(say(`studio.${{ entry: "exercises", agenda: "agendas", client: "client" }[what]}`), () => this.tab(what), "small")]),
    );
    this.find = h("input", { type: "text", id: found, autocomplete: "off", on: { input: () => this.draw() } });
    this.none = h("p", { class: "small", role: "status" });
    this.ul = h("ul", { class: "studio-list" });
    this.more = h("div");
    this.finding = h("div", { class: "stack" }, h("label", { class: "field", for: found }, say("studio.filter")), this.find);
    const tabs = h("div", { class: "studio-tabs" }, Object.values(this.tabs));
    this.el = h("nav", { class: "studio-left", "aria-label": say("studio.list") }, tabs, this.finding, this.none, this.ul, this.more);
  }

  tab(what) {
    const { state } = this.studio;
    if (what === "client") this.studio.look("client", "");
    else if (what === "agenda") this.studio.look("agenda", this.lastAgenda ?? state.agendas[0].id);
    else this.studio.look("entry", this.lastEntry ?? state.entries[0].id);
  }

  show(state) {
    const { what, id } = state.shows;
    if (what === "entry") this.lastEntry = id;
    if (what === "agenda") this.lastAgenda = id;
    for (const [name, tab] of Object.entries(this.tabs)) tab.setAttribute("aria-pressed", String(name === what));
    this.draw();
    if (this.drawn === what) return;
    this.drawn = what;
    this.more.replaceChildren(what === "entry" ? this.#adding() : what === "agenda" ? this.#newAgenda() : "");
  }

  draw() {
    const { state, say } = this.studio, { what, id } = state.shows;
    this.finding.hidden = what !== "entry";
    const wanted = plain(this.find.value.trim());
    const all = what === "entry" ? state.entries : what === "agenda" ? state.agendas : [];
    const shown = what === "entry" && wanted ? all.filter((one) => plain(`${one.title} ${one.id}`).includes(wanted)) : all;
    setText(this.none, all.length && !shown.length ? say("studio.none_found") : "");
    keyed(this.ul, shown, (one) => one.id, () => this.#line(), (line, one) => this.#tell(line, one, what, id));
  }

  #line() {
    const mark = h("span", { class: "mark", "aria-hidden": "true" }), title = h("span"), about = h("small"), told = h("small", { class: "state" });
    const button_ = h("button", { type: "button", class: "plain" }, mark, title, about, told);
    const line = h("li", {}, button_);
    Object.assign(line, { mark, titled: title, about, told, button: button_ });
    return line;
  }

  #tell(line, one, what, id) {
    const { say } = this.studio;
    line.button.onclick = () => this.studio.look(what, one.id);
    setText(line.titled, one.title);
    setText(line.about, one.section === "activities" ? say("studio.activities").toLowerCase() : one.kind ? one.id : one.id);
    setText(line.told, one.state === "base" ? "" : say(`studio.state.${one.state}`));
    line.dataset.state = one.state;
    line.mark.style.setProperty("--mark", one.mark ? `var(--${one.mark})` : "var(--line-strong)");
    line.mark.hidden = what !== "entry";
    if (one.id === id) line.button.setAttribute("aria-current", "true");
    else line.button.removeAttribute("aria-current");
  }

  #adding() {
    const { say, state } = this.studio;
    const kind = h("select", { id: uid("kind") }, state.kinds.map((one) => h("option", { value: one.kind }, one.line)));
    const title = h("input", { type: "text", id: uid("title"), autocomplete: "off" }), id = h("input", { type: "text", id: uid("id"), autocomplete: "off", spellcheck: "false" });
    title.addEventListener("input", () => { if (!id.typed) id.value = idOf(title.value); });
    id.addEventListener("input", () => { id.typed = true; });
    const box = h("details", { class: "studio-add" });
    const add = () => {
      if (!title.value.trim()) return title.focus();
      this.studio.moved = true;
      this.studio.act("add", { id: id.value.trim(), type: kind.value, title: title.value });
      box.open = false;
      title.value = id.value = "";
      id.typed = false;
    };
    const field = (control, word) => h("label", { class: "field", for: control.id }, say(word), control);
    box.append(h("summary", {}, say("studio.add")), field(kind, "studio.kind"), field(title, "studio.new_title"), field(id, "studio.id"), button(say("studio.add_now"), add, "first"));
    return box;
  }

  #newAgenda() {
    const { say, state } = this.studio;
    const like = h("select", { id: uid("like") }, state.agendas.map((one) => h("option", { value: one.id }, one.title)));
    const id = h("input", { type: "text", id: uid("id"), autocomplete: "off", spellcheck: "false" });
    const box = h("details", { class: "studio-add" });
    const add = () => {
      if (!id.value.trim()) return id.focus();
      this.studio.moved = true;
      this.studio.act("new_agenda", { id: id.value.trim(), like: like.value });
      box.open = false;
      id.value = "";
    };
    const field = (control, word) => h("label", { class: "field", for: control.id }, say(word), control);
    box.append(h("summary", {}, say("studio.new_agenda")), field(like, "studio.like_agenda"), field(id, "studio.id"), button(say("studio.add_now"), add, "first"));
    return box;
  }
}
