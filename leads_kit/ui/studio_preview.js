// How participants see it: the card itself, in a frame of its own, so that a phone's width is a phone's width. Answers go nowhere.
import { button, h, keyed, setText } from "./dom.js";
import { render } from "./form.js";
import { dress } from "./studio_dress.js";

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
    this.langs = h("span", { role: "group", "aria-label": say("studio.preview_lang") });
    this.widths = h("span", { role: "group", "aria-label": say("studio.width") });
    this.fills = h("span", { role: "group", "aria-label": say("studio.answer") });
    this.head = h("h2", { tabindex: "-1" }, say("studio.preview"));
    this.stale = h("p", { class: "hint" });
    this.none = h("p", { class: "small" }, say("studio.preview_none"));
    this.frame = h("iframe", { title: say("studio.preview"), class: "studio-frame" });
    const tools = h("div", { class: "studio-tools" }, this.langs, this.widths, this.fills);
    this.el = h("aside", { class: "studio-right", "aria-label": say("studio.preview") }, this.head, tools, this.stale, this.none, this.frame);
  }

  #wide(phone) {
    this.phone = phone;
    this.studio.panes.dataset.wide = String(!phone);
    this.show(this.studio.state);
  }

  // Where the page is narrow it stands far below.
  jump() {
    this.head.scrollIntoView({ block: "start" });
    this.head.focus({ preventScroll: true });
  }

  // One of several: buttons that stay pressed.
  #group(el, chosen, offers, act) {
    el.hidden = offers.length < 2;
    keyed(el, offers, ([one]) => String(one), ([one, text]) => button(text, () => act(one), "small"), (node, [one]) => node.setAttribute("aria-pressed", String(one === chosen)));
  }

  show(state) {
    const { preview } = state, { say } = this.studio;
    this.#group(this.langs, state.preview_lang, state.langs.map((lang) => [lang, say(`studio.lang.${lang}`)]), (lang) => this.studio.act("see", { lang }));
    this.#group(this.widths, this.phone, [[true, say("studio.phone")], [false, say("studio.full")]], (phone) => this.#wide(phone));
    this.#group(this.fills, state.filled, state.fillable ? [[false, say("studio.empty")], [true, say("studio.filled")]] : [], (filled) => this.studio.act("see", { filled }));
    setText(this.stale, state.stale ? say("studio.preview_stale") : "");
    this.none.hidden = Boolean(preview);
    this.frame.hidden = !preview;
    this.frame.style.width = this.phone ? `${PHONE}px` : "100%";
    if (!preview) return this.#end();
    requestAnimationFrame(() => this.#draw(preview, state));
  }

  #draw(preview, state) {
    const page = this.frame.contentDocument;
    if (!page) return;
    dress(this.studio.model, page);
    this.#wear(page, state);
    page.documentElement.lang = preview.lang;
    page.body.className = "leads leads-page studio-preview";
    if (preview.what === "activity") return this.#activity(page, preview);
    const shown = { ...preview, length: this.phone ? "short" : "full", now: new Date().toISOString() };
    const key = JSON.stringify([preview.key, preview.anchor, this.phone]);
    if (this.model && key === this.key) return this.model.show(shown);
    this.#end();
    this.key = key;
    this.model = new Pretend(shown);
    this.place = page.createElement("main");
    page.body.replaceChildren(this.#logo(), this.place);
    this.over = render({ model: this.model, el: this.place });
  }

  // The client's colours after the theme's, and the logo where a participant's page has it.
  #wear(page, { preview_style, logo, name }) {
    this.worn = this.worn?.ownerDocument === page && this.worn.isConnected ? this.worn : h("style");
    setText(this.worn, preview_style);
    page.head.append(this.worn);
    if (this.top) this.top.hidden = !logo;
    const img = this.top?.firstChild;
    if (img && logo && img.src !== logo) Object.assign(img, { src: logo, alt: name });
  }

  #logo() {
    const { logo, name } = this.studio.state;
    this.top = h("div", { class: "top", hidden: !logo }, h("img", { class: "logo", alt: name, ...(logo ? { src: logo } : {}) }));
    return this.top;
  }

  #activity(page, preview) {
    this.#end();
    const roles = preview.roles.length ? h("ul", { class: "roles" }, preview.roles.map((one) => h("li", {}, one))) : null;
    const card = h("section", { class: "card" }, h("p", { class: "meta" }, preview.minutes), h("h2", {}, preview.title), h("p", { class: "prose" }, preview.instruction), roles);
    page.body.replaceChildren(this.#logo(), h("main", {}, card));
  }

  #end() {
    this.over?.();
    this.over = this.model = this.key = null;
  }

  stop() {
    this.#end();
  }
}
