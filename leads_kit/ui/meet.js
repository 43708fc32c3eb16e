// Whom one could meet: by pseudonym, with their lines and why; "I'm interested"; and first names once both have said so.
//
//   meet(el, people, say, send)   people: see meet.py; send({kind: "interest", key, yes} | {kind: "name", key, name})
import { button, h, keyed, setText, uid } from "./dom.js";

const NAME_LIMIT = 40;

// What is in a person's place; not on the element itself, where `part` is the browser's own.
const places = new WeakMap();

const person = (send) => (one) => {
  const key = one.key, name = h("input", { type: "text", id: uid("first"), maxlength: NAME_LIMIT, autocomplete: "off", dir: "auto" });
  const tell = button("", () => name.value.trim() && send({ kind: "name", key, name: name.value.trim() }));
  const part = {
    by: h("strong", { dir: "auto" }), best: h("span", { class: "badge" }), why: h("p", { class: "meta" }), lines: h("ul"),
    told: h("p", { role: "status" }), theirs: h("p", { class: "their-name" }),
    label: h("label", { class: "name", for: name.id }), strip: h("p", { class: "sees" }, h("span", { class: "icon", "aria-hidden": "true" }, "◇"), h("span")),
    yes: button("", () => send({ kind: "interest", key, yes: true })), no: button("", () => send({ kind: "interest", key, yes: false }), "quiet small"),
  };
  const names = h("div", { class: "names" }, part.theirs, part.label, h("div", { class: "bar" }, name, tell), part.strip);
  const el = h("li", { class: "person" }, h("div", { class: "meta" }, part.by, part.best), part.why, part.lines, part.told, h("div", { class: "bar" }, part.yes, part.no), names);
  places.set(el, { ...part, name, tell, names });
  return el;
};

const line = () => h("li", {}, h("span", { class: "small" }), " ", h("span", { dir: "auto" }));

const show = (say) => (el, one) => {
  const part = places.get(el), both = one.mine && one.theirs, by = one.by;
  setText(part.by, by);
  setText(part.best, say("meet.best"));
  part.best.hidden = !one.best;
  setText(part.why, one.reasons);
  part.why.hidden = !one.reasons;
  keyed(part.lines, one.lines, (told) => told.heading + told.text, line, (li, told) => {
    setText(li.children[0], told.heading);
    setText(li.children[1], told.text);
  });
  const said = both ? "meet.both" : one.mine ? "meet.said" : one.theirs ? "meet.asked" : null;
  setText(part.told, said ? say(said, { by }) : "");
  part.told.hidden = !said;
  setText(part.yes, say("meet.interested"));
  part.yes.setAttribute("aria-label", say("meet.interested_in", { by }));
  part.yes.hidden = one.mine;
  part.yes.className = one.theirs ? "first" : "";
  setText(part.no, say("meet.take_back"));
  part.no.hidden = !one.mine;
  part.names.hidden = !both;
  setText(part.theirs, one.their_name ? say("meet.their_name", { by, name: one.their_name }) : say("meet.waiting_name", { by }));
  setText(part.label, say("meet.name", { by }));
  setText(part.tell, say(one.my_name ? "meet.told" : "meet.tell"));
  setText(part.strip.lastChild, say("meet.name_strip", { by }));
  if (document.activeElement !== part.name && one.my_name) part.name.value = one.my_name;
};

export const meet = (el, people, say, send) => {
  el.hidden = !people.length;
  const groups = [["meet.for_you", people.filter((one) => one.match)], ["meet.others", people.filter((one) => !one.match)]];
  const section = () => h("section", { class: "meet" }, h("h3"), h("ul"));
  keyed(el, groups.filter(([, told]) => told.length), ([word]) => word, section, (node, [word, told]) => {
    setText(node.firstChild, say(word, { n: told.length }));
    keyed(node.lastChild, told, (one) => one.key, person(send), show(say));
  });
};
