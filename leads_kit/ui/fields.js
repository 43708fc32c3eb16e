// One drawer per type of field, native controls only. A new field type is a class in form.py and an entry in `drawers`.
//
//   drawers[type](field, ctx) → {el, set(value), texts(field), lock(yes), problem(text), focus(), holds()}
//     set      shows a value that came from elsewhere; never touches a text control that has the focus
//     texts    patches label, help and options after a change of language; the controls and their values stay
//     holds    whether the focus is in a text control of this field
//   ctx: {say(id, values), change(value), path, form: {value(id), rows(id), watch(id, f)}, draw(field, ctx)}
import { h, setText, uid } from "./dom.js";
import { choice, scale } from "./marks.js";
import { pairs } from "./pairs.js";
import { rows } from "./rows.js";
import { shell } from "./shell.js";

const NEAR = 40;

const typed = (control) => (field, ctx) => {
  const input = control(field),
    count = h("p", { class: "small counter" }),
    starter = h("span", { class: "starter", id: uid("starter") });
  const around = shell(field, h("div", {}, starter, input, count), { target: input });
  let most = field.most;
  const measure = () => {
    const left = most === undefined ? Infinity : most - [...input.value].length;
    setText(count, left > NEAR ? "" : left >= 0 ? ctx.say("card.left", { n: left }) : ctx.say("card.over", { n: -left }));
    count.classList.toggle("over", left < 0);
  };
  input.addEventListener("input", () => {
    measure();
    ctx.change(input.value === "" ? null : input.value);
  });
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
      most = one.most;
      setText(starter, one.starter);
      starter.hidden = !one.starter;
      around.describe(one.starter ? starter.id : "");
      measure();
    },
    lock: (yes) => {
      input.readOnly = yes;
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

// A long list of which one is taken is a menu: nine faces for each of twelve contacts would be a wall of them.
const LONG = 6;
const menu = (field, ctx) => {
  const input = h("select", { id: uid("menu"), on: { change: () => ctx.change(input.value || null) } });
  const around = shell(field, h("div", {}, input), { target: input });
  let wanted = "";
  return {
    ...around,
    set: (value) => {
      wanted = value ?? "";
      input.value = wanted;
    },
    texts: (one) => {
      around.texts(one, ctx.say);
      wanted = input.value || wanted;
      input.replaceChildren(h("option", { value: "" }, "–"), ...one.options.map((option) => h("option", { value: option.id }, option.label)));
      input.value = wanted;
    },
    lock: (yes) => {
      input.disabled = yes;
    },
    focus: () => input.focus(),
    holds: () => false,
  };
};
const chosen = (field, ctx) => (field.most === 1 && field.options.length > LONG ? menu : choice)(field, ctx);

export const drawers = { scale, choice: chosen, line, paragraph, day, tick, rows, pairs };

export const drawField = (field, ctx) => {
  const drawn = drawers[field.type](field, { ...ctx, draw: drawField });
  drawn.texts(field);
  drawn.type = field.type;
  return drawn;
};
