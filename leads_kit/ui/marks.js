// Marks and choices: radio buttons and ticks with large faces. The contract of a drawer is in fields.js.
import { button, h, keyed, setText, uid } from "./dom.js";
import { anchored, faces } from "./faces.js";
import { shell } from "./shell.js";

// Radio buttons cannot be unset natively, and taking a mark back is as good as giving one. `of` says whose mark it is, where
// several stand close together.
export const clearing = (ctx, group) => {
  const verb = h("span"),
    of = h("span", { class: "sr" });
  const act = () => {
    ctx.change(null);
    group.set(null);
    group.focus();
  };
  const el = button("", act, "quiet small clear");
  el.append(verb, of);
  return {
    el,
    show: (yes) => el.classList.toggle("off", !yes),
    text: (whose = "") => {
      setText(verb, ctx.say("card.clear"));
      setText(of, whose && ` ${whose}`);
    },
  };
};

export const scale = (field, ctx) => {
  const line = faces(field, (value) => {
    ctx.change(value);
    mark(value);
  });
  const meaning = anchored();
  const drawn = {
    set: (value) => {
      line.set(value);
      mark(value);
    },
  };
  const clear = clearing(ctx, drawn),
    around = shell(field, h("div", {}, line.el, meaning.el), { group: true, corner: clear.el });
  const mark = (value) => {
    clear.show(line.has(value));
    meaning.near(value);
  };
  return Object.assign(drawn, around, {
    texts: (one) => {
      around.texts(one, ctx.say);
      line.texts(ctx.say);
      meaning.texts(one.anchors, one.low);
      around.describe(meaning.el.hidden ? "" : meaning.el.id);
      clear.text();
      mark(line.chosen());
    },
    lock: (yes) => {
      line.lock(yes);
      clear.el.hidden = yes;
    },
    focus: line.focus,
    holds: () => false,
  });
};

// Many short options stand side by side: a phone then shows them all at once. A long list of which one is taken is a menu:
// nine faces for each of twelve contacts would be a wall of them.
const MANY = 5,
  SHORT = 28,
  LONG = 6;
const brief = ({ options }) => options.length >= MANY && options.every(({ label, help }) => !help && label.length <= SHORT);
export const asMenu = ({ most, options }) => most === 1 && options.length > LONG;

export const choice = (field, ctx) => {
  const name = uid("choice"),
    several = field.most > 1,
    inputs = new Map(),
    list = h("div", { class: "choice" }),
    count = h("p", { class: "small counter", "aria-live": "polite" });
  let { most, options } = field,
    locked = false;
  const chosen = () => [...inputs].filter(([, input]) => input.checked).map(([id]) => id);
  const tell = () => {
    const ids = chosen();
    ctx.change(several ? ids : (ids[0] ?? null));
    mark();
  };
  const drawn = {
    set: (value) => {
      const ids = [value ?? []].flat();
      for (const [id, input] of inputs) input.checked = ids.includes(id);
      mark();
    },
  };
  const clear = clearing(ctx, drawn),
    around = shell(field, h("div", {}, list, count), { group: true, corner: several ? null : clear.el });
  const mark = () => {
    const n = chosen().length;
    clear.show(n > 0);
    setText(count, several && most < options.length ? ctx.say("card.chosen", { count: n, most }) : "");
    for (const input of inputs.values()) input.disabled = locked || (several && n >= most && !input.checked);
  };
  return Object.assign(drawn, around, {
    texts: (one) => {
      around.texts(one, ctx.say);
      ({ most, options } = one);
      list.className = brief(one) ? "chips" : "choice";
      const make = (option) => {
        const input = h("input", { type: several ? "checkbox" : "radio", name, on: { change: tell } });
        inputs.set(option.id, input);
        return h("label", {}, input, h("span", { class: "face" }, h("span"), h("small")));
      };
      keyed(
        list,
        one.options,
        (option) => option.id,
        make,
        (label, option) => {
          setText(label.lastChild.firstChild, option.label);
          setText(label.lastChild.lastChild, option.help);
          label.lastChild.lastChild.hidden = !option.help;
        },
      );
      // An option may be gone: what a choice is between can be taken back while it is made.
      for (const id of [...inputs.keys()]) if (!options.some((option) => option.id === id)) inputs.delete(id);
      clear.text();
      mark();
    },
    lock: (yes) => {
      locked = yes;
      clear.el.hidden = yes;
      mark();
    },
    focus: () => [...inputs.values()].find((input) => !input.disabled)?.focus(),
    holds: () => false,
  });
};
