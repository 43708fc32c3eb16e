// Marks and choices: radio buttons and ticks with large faces. The contract of a drawer is in fields.js.
import { button, h, keyed, setText, uid } from "./dom.js";
import { shell } from "./shell.js";

const NOT_OBSERVED = "na";

// Radio buttons cannot be unset natively, and taking a mark back is as good as giving one.
const clearing = (ctx, group) => {
  const clear = button(
    "",
    () => {
      ctx.change(null);
      group.set(null);
      group.focus();
    },
    "quiet small clear",
  );
  return { el: clear, show: (yes) => clear.classList.toggle("off", !yes), text: () => setText(clear, ctx.say("card.clear")) };
};

export const scale = (field, ctx) => {
  const name = uid("scale"),
    faces = new Map(),
    values = [];
  const radio = (value, cls = "") => {
    const face = h("span", { class: "face" }),
      input = h("input", {
        type: "radio",
        name,
        value: String(value),
        on: {
          change: () => {
            ctx.change(value);
            mark(value);
          },
        },
      });
    faces.set(value, { face, input });
    values.push(value);
    return h("label", { class: cls }, input, face);
  };
  const steps = [...Array(field.high - field.low + 1).keys()].map((at) => radio(field.low + at));
  const line = h(
    "div",
    { class: field.na ? "scale with-na" : "scale", style: `--steps:${steps.length}` },
    steps,
    field.na ? radio(NOT_OBSERVED, "na") : null,
  );
  const anchors = h("ul", { class: "anchors", id: uid("anchors") });
  const drawn = {
    set: (value) => {
      for (const [one, { input }] of faces) input.checked = one === value;
      mark(value);
    },
  };
  const clear = clearing(ctx, drawn),
    around = shell(field, h("div", {}, line, anchors), { group: true, corner: clear.el });
  const mark = (value) => {
    clear.show(faces.has(value));
    for (const item of anchors.children)
      item.classList.toggle("near", typeof value === "number" && Math.abs(Number(item.dataset.value) - value) <= 1);
  };
  const chosen = () => values.find((value) => faces.get(value).input.checked) ?? null;
  return Object.assign(drawn, around, {
    texts: (one) => {
      around.texts(one, ctx.say);
      for (const [value, { face }] of faces) setText(face, value === NOT_OBSERVED ? ctx.say("card.na") : String(value));
      keyed(
        anchors,
        one.anchors,
        ([value]) => value,
        ([value]) => h("li", { "data-value": value }, h("b", {}, String(value)), h("span")),
        (item, [, text]) => setText(item.lastChild, text),
      );
      anchors.hidden = !one.anchors.length;
      around.describe(anchors.hidden ? "" : anchors.id);
      clear.text();
      mark(chosen());
    },
    lock: (yes) => {
      for (const { input } of faces.values()) input.disabled = yes;
      clear.el.hidden = yes;
    },
    focus: () => (faces.get(chosen()) ?? faces.get(field.low)).input.focus(),
    holds: () => false,
  });
};

export const choice = (field, ctx) => {
  const name = uid("choice"),
    several = field.most > 1,
    inputs = new Map(),
    list = h("div", { class: "choice" }),
    count = h("p", { class: "small counter", "aria-live": "polite" });
  let most = field.most,
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
    setText(count, several ? ctx.say("card.chosen", { count: n, most }) : "");
    for (const input of inputs.values()) input.disabled = locked || (several && n >= most && !input.checked);
  };
  return Object.assign(drawn, around, {
    texts: (one) => {
      around.texts(one, ctx.say);
      most = one.most;
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
