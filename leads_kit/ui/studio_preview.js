// How participants see it: the card itself, in a frame of its own, so that a phone's width is a phone's width. Answers go nowhere.
import { button, h, setText } from "./dom.js";
import { render } from "./form.js";

const PHONE = 390;

// A model whose kernel keeps nothing and says so at once.
class Pretend {
  constructor(state) {
    this.state = state;
    this.heard = new Map();
  }
  get() {
    return this.state;
  }
  on(type, act) {
    this.heard.set(type, [...(this.heard.get(type) ?? []), act]);
  }
  off(type, act) {
    this.heard.set(type, (this.heard.get(type) ?? []).filter((one) => one !== act));
  }
  say(type, message) {
    for (const act of this.heard.get(type) ?? []) act(message);
  }
  show(state) {
    this.state = state;
    this.say("change:state");
  }
  send(message) {
    if (message.kind === "answer") setTimeout(() => this.say("msg:custom", { kind: "saved", n: message.n, problems: [] }));
  }
}

export class Preview {
  constructor(studio) {
    this.studio = studio;
    const { say } = studio;
    this.phone = true;
    this.langs = studio.state.langs.map((lang) => [lang, button(say(`studio.lang.${lang}`), () => studio.send("speak", { lang }), "small")]);
    this.widths = [true, false].map((phone) => [phone, button(say(phone ? "studio.phone" : "studio.full"), () => this.#wide(phone), "small")]);
    this.stale = h("p", { class: "hint" });
    this.none = h("p", { class: "small" }, say("studio.preview_none"));
    this.frame = h("iframe", { title: say("studio.preview"), class: "studio-frame" });
    const tools = h("div", { class: "studio-tools" }, h("span", {}, this.langs.map((one) => one[1])), h("span", {}, this.widths.map((one) => one[1])));
    this.el = h("aside", { class: "studio-right", "aria-label": say("studio.preview") }, h("h2", {}, say("studio.preview")), tools, this.stale, this.none, this.frame);
  }

  #wide(phone) {
    this.phone = phone;
    this.studio.panes.dataset.wide = String(!phone);
    this.show(this.studio.state);
  }

  show(state) {
    const { preview } = state;
    for (const [lang, one] of this.langs) one.setAttribute("aria-pressed", String(lang === state.preview_lang));
    for (const [phone, one] of this.widths) one.setAttribute("aria-pressed", String(phone === this.phone));
    setText(this.stale, state.stale ? this.studio.say("studio.preview_stale") : "");
    this.none.hidden = Boolean(preview);
    this.frame.hidden = !preview;
    this.frame.style.width = this.phone ? `${PHONE}px` : "100%";
    if (!preview) return this.#end();
    requestAnimationFrame(() => this.#draw(preview));
  }

  #draw(preview) {
    const page = this.frame.contentDocument;
    if (!page) return;
    this.studio.dress(page);
    page.documentElement.lang = preview.lang;
    page.body.className = "leads leads-page studio-preview";
    const state = { ...preview, length: this.phone ? "short" : "full", now: new Date().toISOString() };
    if (preview.what === "activity") return this.#activity(page, preview);
    const key = JSON.stringify([preview.key, this.phone]);
    if (this.model && key === this.key) return this.model.show(state);
    this.#end();
    this.key = key;
    this.model = new Pretend(state);
    this.place = page.createElement("main");
    page.body.replaceChildren(this.place);
    this.over = render({ model: this.model, el: this.place });
  }

  #activity(page, preview) {
    this.#end();
    const roles = preview.roles.length ? h("ul", { class: "roles" }, preview.roles.map((one) => h("li", {}, one))) : null;
    const card = h("section", { class: "card" }, h("p", { class: "meta" }, preview.minutes), h("h2", {}, preview.title), h("p", { class: "prose" }, preview.instruction), roles);
    page.body.replaceChildren(h("main", {}, card));
  }

  #end() {
    this.over?.();
    this.over = this.model = this.key = null;
  }

  stop() {
    this.#end();
  }
}
