// The studio: a list, what the chosen thing says, and how participants see it. State comes from Python (studio.py); what is typed
// goes there at once, and nothing is decided here.
//
//   state: {lang, words, langs, client, name, kinds, entries, agendas, files, shows, values, agenda, contrasts, logo, logos, faults,
//           preview, preview_lang, preview_style, filled, fillable, stale, undo, redo, changes, leaves,
//           problem, conflict, saved, done, forced}
//   page → kernel {kind: "look", what, id} · {kind: "set", file, path, value, leaf, more} · "clear" · "undo" · "redo" · "save" · "keep" ·
//           {kind: "add", id, type, title} · "remove" · "restore" · {kind: "step", do, at, to, key, value} ·
//           {kind: "new_agenda", id, like} · {kind: "logo", name, part, first, last} · {kind: "see", lang, filled} · "reload" · "leave"
import { button, follow, h, makeSay, root, setText } from "./dom.js";
import { dress } from "./studio_dress.js";
import { forget, remember } from "./studio_place.js";
import { AgendaEditor } from "./studio_agenda.js";
import { Fields } from "./studio_fields.js";
import { List } from "./studio_list.js";
import { Preview } from "./studio_preview.js";

class Studio {
  constructor(model, el) {
    Object.assign(this, { model, state: model.get("state"), kept: false });
    this.say = makeSay(this.state.words, this.state.lang);
    const { say } = this;
    dress(model, document);
    this.title = h("h1");
    this.undo = button(say("studio.undo"), () => this.act("undo"));
    this.redo = button(say("studio.redo"), () => this.act("redo"));
    this.saving = button(say("studio.save"), () => this.act("save"), "first");
    this.status = h("p", { class: "status", role: "status" });
    this.problem = h("p", { class: "problem", role: "alert" });
    this.conflict = h("div", { class: "notice", "data-state": "warn", role: "alertdialog", hidden: true });
    this.faults = h("details", { class: "faults", hidden: true });
    this.live = h("p", { class: "sr", role: "status" });
    this.head = h("h2", { tabindex: "-1" });
    this.acts = h("div", { class: "bar" });
    this.list = new List(this);
    this.fields = new Fields(this);
    this.agenda = new AgendaEditor(this);
    this.preview = new Preview(this);
    const others = this.state.leaves ? button(say("studio.others"), () => this.#others(), "quiet small") : null;
    const jump = button(say("studio.jump"), () => this.preview.jump(), "quiet small studio-jump");
    const tools = h("div", { class: "bar", title: say("studio.keys") }, others, jump, this.undo, this.redo, this.saving);
    const bar = h("div", { class: "studio-bar" }, this.title, this.status, tools);
    const middle = h("section", { class: "studio-middle", "aria-label": say("studio.fields") });
    middle.append(this.problem, this.conflict, this.faults, this.head, this.agenda.el, this.fields.el, this.acts, this.live);
    this.panes = h("div", { class: "studio-panes" }, this.list.el, middle, this.preview.el);
    root(el, "studio").append(bar, this.panes);
    this.pressed = (event) => this.#press(event);
    this.leaves = (event) => this.#leave(event);
    this.flushes = () => this.fields.flush();
    document.addEventListener("keydown", this.pressed);
    document.addEventListener("leads:flush", this.flushes);
    document.addEventListener("leads:leaving", this.leaves);
    remember(this.state.client);
    this.off = follow(model, (state) => this.show(state));
  }

  send(kind, message = {}) {
    this.model.send({ kind, ...message });
  }

  // What was typed goes first, so that it is undone, saved or left behind with the rest.
  act(kind, message = {}) {
    this.fields.flush();
    this.send(kind, message);
  }

  look(what, id) {
    this.moved = true;
    this.act("look", { what, id });
  }

  show(state) {
    const here = JSON.stringify(state.shows), other = here !== this.here;
    Object.assign(this, { state, here });
    setText(this.title, this.say("studio.title", { client: state.name }));
    this.undo.disabled = !state.undo;
    this.redo.disabled = !state.redo;
    this.told();
    setText(this.problem, state.problem ?? "");
    this.problem.hidden = !state.problem;
    if (state.problem && state.problem !== this.toldProblem) this.problem.scrollIntoView({ block: "center" });
    this.toldProblem = state.problem;
    if (state.done) setText(this.live, state.done);
    this.#conflict(state);
    this.#faults(state);
    this.list.show(state, other);
    this.#head(state);
    this.fields.show(state, other);
    this.agenda.show(state);
    this.preview.show(state);
    if (other && this.moved) this.head.focus({ preventScroll: false });
    this.moved = this.moved && !other;
  }

  // Unsaved, saved, or nothing to say; what is being typed counts before it has been sent.
  told() {
    const { say, state } = this, waiting = this.fields?.waiting;
    const count = Math.max(state.changes, waiting ? 1 : 0);
    this.saving.disabled = !count;
    const text = count ? say("studio.unsaved", { n: count }) : (state.saved ?? say("studio.nothing_unsaved"));
    setText(this.status, text);
    this.status.dataset.state = count ? "late" : state.saved ? "saved" : "";
  }

  get chosen() {
    const { entries, agendas, files, shows } = this.state, of = { entry: entries, agenda: agendas, texts: files }[shows.what];
    return of?.find((one) => one.id === shows.id);
  }

  #head(state) {
    const { say } = this, { what, id } = state.shows, { chosen } = this;
    const mark = what === "client" ? "" : (chosen?.state ?? "");
    setText(this.head, what === "client" ? say("studio.client") : (chosen?.title ?? id));
    const key = JSON.stringify([what, id, mark]), entry = what === "entry" && chosen;
    if (key === this.drawnHead) return;
    this.drawnHead = key;
    const gone = mark === "removed", theirs = mark === "changed" || gone;
    this.acts.replaceChildren();
    if (gone) this.acts.append(h("p", {}, say("studio.removed")));
    if (entry && theirs) this.acts.append(button(say("studio.restore"), () => this.act("restore")));
    if (entry && !gone) this.acts.append(button(say("studio.remove"), () => this.act("remove"), "quiet"));
    if (what === "agenda" && mark !== "base") {
      this.acts.append(button(say(mark === "own" ? "studio.remove" : "studio.restore"), () => this.act("remove"), "quiet"));
    }
  }

  #conflict(state) {
    const { say } = this, told = state.conflict ?? "";
    if (told && told !== this.toldConflict) {
      const disk = button(say("studio.take_disk"), () => this.send("reload"));
      const mine = button(say("studio.keep_over"), () => this.send("keep"));
      this.conflict.replaceChildren(h("p", {}, h("strong", {}, say("studio.conflict"))), h("p", {}, told), h("div", { class: "bar" }, mine, disk));
      this.conflict.setAttribute("aria-label", say("studio.conflict"));
      this.conflict.hidden = false;
      mine.focus();
    }
    if (!told) this.conflict.hidden = true;
    this.toldConflict = told;
  }

  #faults(state) {
    const { say } = this, key = JSON.stringify(state.faults);
    if (key === this.drawnFaults) return;
    this.drawnFaults = key;
    this.faults.hidden = !state.faults.length;
    const line = (one) => {
      const text = say("studio.fault_at", { said: one.said, place: one.place });
      return h("li", {}, one.what ? button(text, () => this.look(one.what, one.id), "quiet small") : text);
    };
    this.faults.replaceChildren(h("summary", {}, say("studio.faults", { n: state.faults.length })), h("ul", {}, state.faults.map(line)));
  }

  #press(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") {
      event.preventDefault();
      this.act("save");
    } else if (key === "z" || key === "y") {
      // In a field one has typed in, the browser's own undo is the finer one.
      if (this.fields.typedIn(event.target)) return;
      event.preventDefault();
      this.act(key === "y" || event.shiftKey ? "redo" : "undo");
    }
  }

  #others() {
    forget();
    this.act("leave");
  }

  #leave(event) {
    if (!this.state.changes && !this.fields.waiting) return;
    this.fields.flush();
    event.preventDefault();
  }

  stop() {
    this.off();
    document.removeEventListener("keydown", this.pressed);
    document.removeEventListener("leads:flush", this.flushes);
    document.removeEventListener("leads:leaving", this.leaves);
    this.preview.stop();
  }
}

export const render = ({ model, el }) => {
  const one = new Studio(model, el);
  return () => one.stop();
};
