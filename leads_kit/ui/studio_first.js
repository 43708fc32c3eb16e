// The studio's first page: choose a client, or make one.
//
//   state: {lang, words, langs, clients: [{id, name}], sets: [{value, label}], accent, contrasts, problem, again}
//   page → kernel {kind: "choose", client} · {kind: "make", id, name, languages, terms, contact, accent} · {kind: "judge", colour}
import { button, follow, h, keyed, makeSay, root, setText, uid } from "./dom.js";
import { field, following } from "./studio_add.js";
import { dress } from "./studio_dress.js";
import { remembered } from "./studio_place.js";

const HEX = /^#[0-9a-f]{6}$/i;

class First {
  constructor(model, el) {
    const state = model.get("state");
    Object.assign(this, { model, langs: state.langs, say: makeSay(state.words, state.lang) });
    dress(model, document);
    const { say } = this;
    this.ul = h("ul", { class: "studio-clients" });
    this.none = h("p", {}, say("studio.first.none"));
    this.problem = h("p", { class: "problem", role: "alert" });
    const chosen = h("section", { class: "card" }, h("h2", {}, say("studio.first.choose")), this.none, this.ul);
    const made = h("section", { class: "card" }, h("h2", {}, say("studio.first.new")), this.#form(state));
    const top = h("header", {}, h("h1", {}, say("studio.first.title")), h("p", { class: "lead" }, say("studio.first.lead")));
    root(el, "studio-first").append(top, this.problem, h("div", { class: "studio-doors" }, chosen, made));
    this.off = follow(model, (now) => this.show(now));
    const last = state.again || state.problem ? null : remembered();
    if (state.clients.some((one) => one.id === last)) this.model.send({ kind: "choose", client: last });
  }

  show(state) {
    setText(this.problem, state.problem);
    if (state.problem && state.problem !== this.told) this.problem.scrollIntoView({ block: "nearest" });
    this.told = state.problem;
    this.none.hidden = state.clients.length > 0;
    keyed(this.ul, state.clients, (one) => one.id, (one) => h("li", {}, this.#door(one)));
    this.judged.replaceChildren(...state.contrasts.map((one) => h("p", { class: one.good ? "good" : "hint" }, one.said)));
  }

  #door({ id, name }) {
    const door = button("", () => this.model.send({ kind: "choose", client: id }), "plain");
    door.append(h("span", {}, name), h("small", {}, id));
    return door;
  }

  #text(word, hint, lang, several) {
    const input = h("input", { type: "text", id: uid("new"), lang, autocomplete: "off" }), text = this.say(word);
    return { input, el: h("div", { class: "studio-asked" }, field(input, several ? `${text} · ${this.say(`studio.lang.${lang}`)}` : text), hint ? h("small", {}, this.say(hint)) : null) };
  }

  #form(state) {
    const { say } = this, texts = (word, hint) => this.langs.map((lang, at) => ({ lang, ...this.#text(word, at ? null : hint, lang, true) }));
    this.names = texts("studio.first.name", "studio.first.name_hint");
    this.contacts = texts("studio.first.contact", "studio.first.contact_hint");
    this.id = h("input", { type: "text", id: uid("id"), autocomplete: "off", spellcheck: "false" });
    following(this.names.map((one) => one.input), this.id);
    this.spoken = this.langs.map((lang) => h("input", { type: "checkbox", value: lang, checked: true, on: { change: () => this.#speak() } }));
    this.terms = h("select", { id: uid("terms") }, state.sets.map((one) => h("option", { value: one.value }, one.label)));
    this.needs = h("p", { class: "problem", role: "alert" });
    const languages = h("fieldset", {}, h("legend", { class: "field" }, say("studio.label.languages")), h("div", { class: "studio-picks" }, this.spoken.map((box) => h("label", {}, box, " ", say(`studio.lang.${box.value}`)))));
    const id = h("div", { class: "studio-asked" }, field(this.id, say("studio.id")), h("small", {}, say("studio.first.id_hint")));
    const terms = h("div", { class: "studio-asked" }, field(this.terms, say("studio.label.terms")));
    const rows = [languages, ...this.names.map((one) => one.el), id, terms, ...this.contacts.map((one) => one.el), this.#colour(state)];
    return h("form", { class: "stack", on: { submit: (event) => this.#make(event) } }, rows, this.needs, h("button", { type: "submit", class: "first" }, say("studio.first.make")));
  }

  #colour(state) {
    const { say } = this, label = say("studio.label.accent");
    this.accent = h("input", { type: "text", id: uid("accent"), value: state.accent, spellcheck: "false", autocomplete: "off" });
    const pick = h("input", { type: "color", value: state.accent, "aria-label": say("studio.colour", { label }) });
    const judge = () => this.model.send({ kind: "judge", colour: this.accent.value.trim() });
    pick.addEventListener("input", () => { this.accent.value = pick.value; judge(); });
    this.accent.addEventListener("input", () => { if (HEX.test(this.accent.value.trim())) pick.value = this.accent.value.trim(); judge(); });
    this.judged = h("div", { class: "contrasts", role: "status" });
    judge();
    return h("div", { class: "studio-asked" }, h("label", { class: "field", for: this.accent.id }, label), h("div", { class: "studio-colour" }, pick, this.accent), h("small", {}, say("studio.first.colour_hint")), this.judged);
  }

  // What is not spoken is not asked for.
  #speak() {
    const on = this.spoken.filter((box) => box.checked).map((box) => box.value);
    for (const one of [...this.names, ...this.contacts]) one.el.hidden = !on.includes(one.lang);
  }

  #make(event) {
    event.preventDefault();
    const languages = this.spoken.filter((box) => box.checked).map((box) => box.value), said = (of) => Object.fromEntries(of.filter((one) => languages.includes(one.lang)).map(({ lang, input }) => [lang, input.value]));
    const name = said(this.names), named = this.names.find((one) => languages.includes(one.lang));
    const missing = !languages.length ? ["studio.first.needs_lang", this.spoken[0]] : Object.values(name).every((one) => !one.trim()) ? ["studio.first.needs_name", named.input] : null;
    setText(this.needs, missing ? this.say(missing[0]) : "");
    if (missing) return missing[1].focus();
    this.model.send({ kind: "make", id: this.id.value.trim(), name, languages, terms: this.terms.value, contact: said(this.contacts), accent: this.accent.value.trim() });
  }
}

export const render = ({ model, el }) => {
  const one = new First(model, el);
  return () => one.off();
};
