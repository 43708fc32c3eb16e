// One exercise as participants see it: above the card, which is a widget of its own, what to see it as, and what is wrong.
//
//   state: {lang, words, faults: [{place, said}], stale, style: the client's colours as CSS,
//           choices: [{what, values: [{value, label, chosen, off}]}]}
//   page → kernel {kind: "choose", what, value}
import { button, follow, h, keyed, makeSay, root, setText } from "./dom.js";

const group = (say, model, { what }) => {
  const el = h("fieldset", { class: "bar" }, h("legend", { class: "small" }, say(`preview.what.${what}`)));
  return Object.assign(el, { send: (value) => model.send({ kind: "choose", what, value }) });
};

const choices = (el, { values }) =>
  keyed(el, values, (one) => one.value, (one) => button("", () => el.send(one.value), "small"), (node, one) => {
    setText(node, one.label);
    node.setAttribute("aria-pressed", String(one.chosen));
    node.disabled = Boolean(one.off);
  });

const fault = ({ place }) => h("li", {}, h("code", {}, place), h("span"));

export const render = ({ model, el }) => {
  const top = root(el, "preview"), heading = h("h1"), bars = h("div", { class: "grid" });
  const list = h("ul"), said = h("p", { class: "problem" }), stale = h("p", { class: "small" });
  const wrong = h("section", { class: "card faults", role: "alert", "aria-live": "assertive" }, said, list, stale);
  const look = h("style");
  top.append(look, heading, bars, wrong);
  return follow(model, (state) => {
    const say = makeSay(state.words, state.lang);
    setText(look, state.style);
    setText(heading, say("preview.heading"));
    keyed(bars, state.choices, (one) => one.what, (one) => group(say, model, one), choices);
    wrong.hidden = !state.faults.length;
    setText(said, state.faults.length ? say("preview.faults", { n: state.faults.length }) : "");
    keyed(list, state.faults, (one) => JSON.stringify(one), fault, (node, one) => setText(node.lastChild, ` ${one.said}`));
    setText(stale, state.faults.length && state.stale ? say("preview.stale") : "");
  });
};
