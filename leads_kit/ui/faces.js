// One of low…high as radio buttons with large faces, "not observed" behind them where it is offered; and what the marks mean.
import { h, keyed, setName, setText, uid } from "./dom.js";

export const NOT_OBSERVED = "na";
const LONG = 7; // more faces than this stand in two lines on a phone
const BRIEF = 20; // anchors of so few characters stand side by side there

// A mark as it is read: where a scale has both signs, with a real minus and a plus.
export const shown = (mark, low) => `${low < 0 && mark > 0 ? "+" : ""}${mark}`.replace("-", "−");

// → {el, chosen(), has(value), set(value), texts(say, called, worded), lock(yes), focus()}. `called` names each radio in full;
// `worded` {signs, anchors}: where signs stand for marks, a radio is called what its mark means.
export const faces = ({ low, high, na }, pick) => {
  const name = uid("scale"),
    all = new Map(),
    steps = high - low + 1;
  const radio = (mark, cls = "") => {
    const face = h("span", { class: "face" }),
      input = h("input", { type: "radio", name, value: String(mark), on: { change: () => pick(mark) } });
    all.set(mark, { face, input });
    return h("label", { class: cls }, input, face);
  };
  const cls = ["scale", na ? "with-na" : "", steps > LONG ? "long" : ""].filter(Boolean).join(" ");
  const marks = [...Array(steps).keys()].map((at) => radio(low + at));
  const el = h("div", { class: cls, style: `--steps:${steps};--half:${Math.ceil(steps / 2)}` }, marks, na ? radio(NOT_OBSERVED, "na") : null);
  const chosen = () => [...all].find(([, { input }]) => input.checked)?.[0] ?? null;
  return {
    el,
    chosen,
    has: (value) => all.has(value),
    set: (value) => {
      for (const [mark, { input }] of all) input.checked = mark === value;
    },
    texts: (say, called = null, { signs = [], anchors = [] } = {}) => {
      const sign = new Map(signs),
        meaning = new Map(signs.length ? anchors : []);
      for (const [mark, { face, input }] of all) {
        const text = mark === NOT_OBSERVED ? say("card.na") : (sign.get(mark) ?? shown(mark, low));
        setText(face, text);
        if (called) setName(input, called(meaning.get(mark) ?? text));
      }
    },
    lock: (yes) => {
      for (const { input } of all.values()) input.disabled = yes;
    },
    focus: () => (all.get(chosen()) ?? all.get(low)).input.focus(),
  };
};

// What some of the marks mean: → {el, texts(anchors, low, signs), near(value)}. `near` brings out what stands beside a chosen mark.
export const anchored = () => {
  const el = h("ul", { class: "anchors", id: uid("anchors") });
  return {
    el,
    texts: (anchors, low, signs = []) => {
      const sign = new Map(signs);
      keyed(
        el,
        anchors,
        ([mark]) => mark,
        ([mark]) => h("li", { "data-value": mark }, h("b"), h("span")),
        (item, [mark, text]) => {
          setText(item.firstChild, sign.get(mark) ?? shown(mark, low));
          setText(item.lastChild, text);
        },
      );
      el.classList.toggle(
        "brief",
        anchors.every(([, text]) => text.length <= BRIEF),
      );
      el.hidden = !anchors.length;
    },
    near: (value) => {
      for (const item of el.children)
        item.classList.toggle("near", typeof value === "number" && Math.abs(Number(item.dataset.value) - value) <= 1);
    },
  };
};
