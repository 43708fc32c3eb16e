// What every question has around its control: label, help, the place for what stands in the way. Texts can be patched in place.
import { h, setText, uid } from "./dom.js";

// → {el, label, problem(text), texts(field, say), ids}. `group` makes fieldset and legend for several controls
// under one name; `corner` is a small button that CSS draws beside the label and keys reach after the control.
export const shell = (field, control, { group = false, target = null, corner = null } = {}) => {
  const ids = { help: uid("help"), problem: uid("problem") };
  const name = h("span"),
    optional = h("span", { class: "small" });
  const help = h("p", { class: "help", id: ids.help }),
    problem = h("p", { class: "problem", id: ids.problem, role: "status" });
  const label = group
    ? h("legend", { class: "name" }, name, optional)
    : h("label", { class: "name", for: target.id }, name, optional);
  const asked = [label, help, control, problem],
    set = group ? h("fieldset", {}, asked) : null;
  const el = h(
    "div",
    { class: corner ? "q cornered" : "q", "data-field": field.id, "data-type": field.type },
    set ?? asked,
    corner,
  );
  const described = set ?? target;
  const describe = (extra = "") =>
    described.setAttribute("aria-describedby", [help.hidden ? "" : ids.help, extra, ids.problem].filter(Boolean).join(" "));
  return {
    el,
    label,
    describe,
    problem: (text) => {
      setText(problem, text ?? "");
      el.classList.toggle("wrong", Boolean(text));
      if (target) target.setAttribute("aria-invalid", text ? "true" : "false");
    },
    texts: (one, say) => {
      setText(name, one.label);
      setText(optional, one.optional ? ` ${say("card.optional")}` : "");
      setText(help, one.help);
      help.hidden = !one.help;
      describe();
    },
  };
};
