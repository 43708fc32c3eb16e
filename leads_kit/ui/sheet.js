// Lays a described form out: groups, fields, the strip under each part; all at once, or one group at a time.
//
// Everything is keyed by id, so a changed description (language, pack) patches the page: controls, focus and values stay.
import { button, h, keyed, setText } from "./dom.js";
import { drawField } from "./fields.js";

const NARROW = "(max-width: 639px)";
const CHOSEN = "leads-length";

export const strip = (part) =>
  h("p", { class: "sees", "data-part": part.id }, h("span", { class: "icon", "aria-hidden": "true" }), h("span"));
export const stripped = (el, part) => {
  setText(el.firstChild, part.icon ?? "●");
  setText(el.lastChild, part.strip);
};

const remembered = () => {
  try {
    return sessionStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
};
const remember = (length) => {
  try {
    sessionStorage.setItem(CHOSEN, length);
  } catch {
    /* only a convenience */
  }
};

// A strip stands where the fields of its part end; in the short form each card ends with the strips of what is on it.
const withStrips = (form, parts) => {
  const partOf = (field) => parts.find((part) => part.fields.includes(field.id)),
    all = form.groups.flatMap((group) => group.fields);
  return form.groups.map((group) =>
    group.fields.flatMap((field, at) => {
      const part = partOf(field),
        next = all[all.indexOf(field) + 1],
        here = group.fields[at + 1];
      if (!part || (here && partOf(here) === part)) return [{ field }];
      return [{ field }, { part, key: `${part.id} after ${field.id}`, short: Boolean(next && partOf(next) === part) }];
    }),
  );
};

// Whether the short form asks less of a field.
const shortened = (field) => field.full_only || field.short_most > 0 || Boolean(field.fields?.some(shortened));

export class Sheet {
  constructor(context) {
    this.context = context; // {say, title(), change(id, value), value(id), field(id), watch, place, short(), suggested(key), resized()}
    this.drawn = new Map();
    this.at = 0;
    this.body = h("form", { class: "sheet", novalidate: true, on: { submit: (event) => event.preventDefault() } });
    this.back = button("", () => this.turn(-1));
    this.next = button("", () => this.turn(1), "next");
    this.where = h("p", { class: "small", role: "status" });
    this.pager = h("div", { class: "pager" }, this.back, this.where, this.next);
    this.toggle = button("", () => this.resize(this.length === "short" ? "full" : "short"), "quiet small");
  }

  lay(form, parts, length) {
    this.length ??= length ?? remembered() ?? (matchMedia(NARROW).matches ? "short" : "full");
    Object.assign(this, { form, parts });
    const laid = withStrips(form, parts);
    keyed(
      this.body,
      form.groups.map((group, at) => ({ group, items: laid[at] })),
      ({ group }) => group.id,
      () => this.#group(),
      (el, { group, items }) => this.#fill(el, group, items),
    );
    const ids = new Set(form.groups.flatMap((group) => group.fields.map((field) => field.id)));
    for (const id of this.drawn.keys()) if (!ids.has(id)) this.drawn.delete(id);
    this.arrange();
  }

  get later() {
    return this.short && this.at > 0;
  }
  get short() {
    return this.length === "short";
  }
  get fields() {
    return this.form.groups.flatMap((group) => group.fields).filter((field) => !(this.short && field.full_only));
  }
  get pages() {
    return this.form.groups
      .map((group, at) => ({ group, el: this.body.children[at] }))
      .filter(({ group }) => !this.short || group.fields.some((field) => !field.full_only));
  }

  resize(length) {
    this.length = length;
    remember(length);
    this.lay(this.form, this.parts); // lists take more rows in the full form, and fold in the short one
    this.context.resized();
  }

  turn(by) {
    this.at += by;
    this.arrange();
    this.context.resized();
    const legend = this.pages[this.at].el.querySelector("legend");
    legend.focus({ preventScroll: true });
    legend.scrollIntoView({ block: "start" });
  }

  arrange() {
    const { say } = this.context,
      pages = this.pages,
      many = this.short && pages.length > 1;
    this.at = Math.max(0, Math.min(this.at, pages.length - 1));
    for (const el of this.body.children) el.hidden = this.short && el !== pages[this.at]?.el;
    for (const { id, full_only } of this.form.groups.flatMap((group) => group.fields))
      this.drawn.get(id).el.hidden = this.short && full_only;
    for (const el of this.body.querySelectorAll(".sees[data-short]")) el.hidden = !this.short;
    this.pager.hidden = !many;
    this.back.disabled = this.at === 0;
    this.next.disabled = this.at === pages.length - 1;
    setText(this.back, say("card.back"));
    setText(this.next, say("card.next"));
    setText(this.where, many ? say("card.page", { at: this.at + 1, count: pages.length }) : "");
    setText(this.toggle, say(this.short ? "card.full" : "card.short"));
    this.toggle.hidden = this.form.groups.length < 2 && !this.form.groups.some((group) => group.fields.some(shortened));
  }

  #group() {
    return h(
      "fieldset",
      { class: "group" },
      h("legend", { tabindex: "-1" }),
      h("p", { class: "intro" }),
      h("div", { class: "fields" }),
    );
  }

  #fill(el, group, items) {
    const [legend, intro, fields] = el.children;
    setText(legend, group.title);
    // What stands right below it, or in the card's own title, is not said twice to the eye.
    const twice = group.title === group.fields[0]?.label || (this.form.groups.length === 1 && group.title === this.context.title());
    legend.classList.toggle("sr", twice);
    setText(intro, group.intro);
    intro.hidden = !group.intro;
    const make = (item) => (item.field ? this.#field(item.field) : strip(item.part));
    const patch = (child, item) => {
      if (item.field) return this.drawn.get(item.field.id).texts(item.field);
      stripped(child, item.part);
      child.toggleAttribute("data-short", item.short);
    };
    keyed(fields, items, (item) => (item.field ? `${item.field.type} ${item.field.id}` : item.key), make, patch);
  }

  #field(field) {
    const { context } = this;
    const drawn = drawField(field, {
      say: (...given) => context.say(...given),
      path: field.id,
      change: (value) => context.change(field.id, value),
      form: context,
    });
    this.drawn.set(field.id, drawn);
    context.place(field.id, drawn);
    drawn.set(context.value(field.id));
    return drawn.el;
  }
}
