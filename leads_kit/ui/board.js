// Notes that people wrote, under their headings: on the wall, on a phone, and on the console with its buttons.
//
//   board(el, groups, more)   groups: [{heading, items: [{key, text, by, state}]}]; more(item, li) adds to one note's place.
//                             Everything is text; a note keeps its element while its key stays, so focus is not lost.
import { h, keyed, setText } from "./dom.js";

const group = () => h("section", { class: "notes" }, h("h3"), h("ul"));
const note = () => h("li", {}, h("p", { class: "note-text", dir: "auto" }), h("cite", { class: "small", dir: "auto" }));

export const board = (el, groups, more = () => {}) => {
  const told = groups ?? [];
  el.hidden = !told.length;
  keyed(el, told, (one) => one.heading || "-", group, (section, one) => {
    const [heading, list] = section.children;
    setText(heading, one.heading);
    heading.hidden = !one.heading;
    keyed(list, one.items, (item) => item.key, note, (li, item) => {
      const [text, by] = li.children;
      setText(text, item.text);
      setText(by, item.by);
      by.hidden = !item.by;
      li.dataset.state = item.state;
      more(item, li);
    });
  });
};
