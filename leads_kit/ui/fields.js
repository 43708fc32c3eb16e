// One drawer per type of field, native controls only. A new field type is a class in leads_kit/form and an entry in `drawers`.
//
//   drawers[type](field, ctx) → {el, set(value), texts(field), lock(yes), problem(text), focus(), holds()}
//     set      shows a value that came from elsewhere; never touches a text control that has the focus
//     texts    patches label, help and options after a change of language; the controls and their values stay
//     holds    whether the focus is in a text control of this field
//   ctx: {say(id, values), change(value), path, draw(field, ctx), taken() (in a row: what other rows gave for this field),
//     form: {value(id), field(id), watch(id, f), place(path, drawn), short(), suggested(key)}}
import { chips, unused } from "./chips.js";
import { h, setText, uid } from "./dom.js";
import { grid } from "./grid.js";
import { asMenu, choice, scale } from "./marks.js";
import { pairs } from "./pairs.js";
import { rows } from "./rows.js";
import { shell } from "./shell.js";
import { named } from "./told.js";

const NEAR = 40;

const typed = (control) => (field, ctx) => {
  const input = control(field),
    count = h("p", { class: "small counter" }),
    starter = h("span", { class: "starter", id: uid("starter") });
  const given = () => {
    measure();
    ctx.change(input.value === "" ? null : input.value);
  };
  const put = (text) => {
    input.value = text;
    given();
  };
  const offered = chips(put, () => input),
    around = shell(field, h("div", {}, starter, input, count, offered.el), { target: input });
  let described = field;
  const measure = () => {
    const { most, suggest } = described,
      left = most === undefined ? Infinity : most - [...input.value].length;
    setText(count, left > NEAR ? "" : left >= 0 ? ctx.say("card.left", { n: left }) : ctx.say("card.over", { n: -left }));
    count.classList.toggle("over", left < 0);
    const asked = suggest && input.value === "" && !input.readOnly;
    offered.show(asked ? unused(ctx.form.suggested(suggest), ctx.taken?.() ?? [], most) : [], "card.suggest_use", ctx.say);
  };
  input.addEventListener("input", given);
  return {
    ...around,
    set: (value) => {
      if (document.activeElement !== input && input.value !== (value ?? "")) {
        input.value = value ?? "";
        measure();
      }
    },
    texts: (one) => {
      around.texts(one, ctx.say);
      described = one;
      setText(starter, one.starter);
      starter.hidden = !one.starter;
      around.describe(one.starter ? starter.id : "");
      measure();
    },
    lock: (yes) => {
      input.readOnly = yes;
      measure();
    },
    focus: () => input.focus(),
    holds: () => document.activeElement === input,
  };
};

const line = typed(() => h("input", { type: "text", id: uid("line"), dir: "auto", autocomplete: "off" }));
const paragraph = typed(() => h("textarea", { id: uid("paragraph"), rows: 4, dir: "auto" }));
const day = typed(() => h("input", { type: "date", id: uid("day") }));

const tick = (field, ctx) => {
  const input = h("input", { type: "checkbox", id: uid("tick"), on: { change: () => ctx.change(input.checked) } }),
    face = h("span", { class: "face" });
  const around = shell(field, h("div", { class: "choice" }, h("label", {}, input, face)), { target: input });
  around.label.remove(); // the face is the label
  return {
    ...around,
    set: (value) => {
      input.checked = value === true;
    },
    texts: (one) => {
      around.texts(one, ctx.say);
      setText(face, one.label);
    },
    lock: (yes) => {
      input.disabled = yes;
    },
    focus: () => input.focus(),
    holds: () => false,
  };
};

// What stands on a menu is named afresh each time: `options(described, ctx, held)` → [{id, label}]; `watched(field, ctx)` → the
// fields that it goes by.
const menuOf = (options, watched) => (field, ctx) => {
  const input = h("select", { id: uid("menu"), on: { change: () => ctx.change(input.value || null) } });
  const around = shell(field, h("div", {}, input), { target: input });
  let described = field,
    wanted = "";
  const show = () => {
    const offered = options(described, ctx, wanted).map(({ id, label }) => h("option", { value: id }, label));
    input.replaceChildren(h("option", { value: "" }, "–"), ...offered);
    input.value = wanted;
  };
  for (const id of watched(field, ctx)) ctx.form.watch(id, show);
  return {
    ...around,
    set: (value) => {
      wanted = value ?? "";
      input.value = wanted;
      if (input.value !== wanted) show();
    },
    texts: (one) => {
      around.texts(one, ctx.say);
      wanted = input.value || wanted;
      described = one;
      show();
    },
    lock: (yes) => {
      input.disabled = yes;
    },
    focus: () => input.focus(),
    holds: () => false,
  };
};

// Where a menu goes by other choices: what is chosen there and no other row has. What it holds stays in it.
const offeredBy = ({ options, among }, ctx, held) => {
  const chosen = among.flatMap((id) => ctx.form.value(id) ?? []),
    taken = among.length ? (ctx.taken?.() ?? []) : [];
  const fits = (id) => (!chosen.length || chosen.includes(id)) && !taken.includes(id);
  return options.filter(({ id }) => id === held || fits(id));
};
const menu = menuOf(offeredBy, (field) => field.among);

// One row of a list, by name. The menu follows its list (inside a row, the row's list sees to that); a row that is gone is chosen
// no more, and again when it comes back.
const pick = menuOf(
  (one, ctx) => named(ctx.form, one.rows, one.row_label, ctx.say).map(({ id, name }) => ({ id, label: name })),
  (field, ctx) => (ctx.taken ? [] : [field.rows]),
);
const chosen = (field, ctx) => (asMenu(field) ? menu : choice)(field, ctx);

export const drawers = { scale, choice: chosen, line, paragraph, day, tick, rows, pick, pairs, grid };

export const drawField = (field, ctx) => {
  const drawn = drawers[field.type](field, { ...ctx, draw: drawField });
  drawn.texts(field);
  drawn.type = field.type;
  return drawn;
};
