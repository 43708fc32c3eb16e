// The empty places of a card, by name; form.js fills them and puts them in order.
import { h } from "./dom.js";

export const skeleton = (card) => {
  const part = (tag, cls, props = {}) => h(tag, { class: cls, ...props });
  const one = {
    mark: part("span", "mark", { "aria-hidden": "true" }),
    minutes: part("span", "minutes"),
    told: h("span"),
    bars: part("span", "progress", { "aria-hidden": "true" }),
    title: h("h2"),
    intro: part("p", "prose"),
    shown: h("div"),
    top: h("div", { tabindex: "-1" }),
    low: h("div", { tabindex: "-1" }),
    closed: part("p", "notice", { role: "status" }),
    offers: part("div", "offers"),
    status: part("p", "status", { role: "status" }),
    closing: part("p", "closing timer", { role: "timer" }),
    soon: part("p", "sr", { role: "status" }),
    said: part("p", "said", { role: "status" }),
    feedback: part("section", "feedback"),
    heard: h("h3"),
    sentences: h("div"),
    picture: h("div"),
    roomHeading: h("h3"),
    room: h("div"),
    board: h("div"),
    meet: h("div"),
    ownNotes: part("ul", "own-notes"),
  };
  one.keep = part("div", "keep", {});
  one.keep.append(one.status, one.closing, one.soon);
  one.feedback.append(one.heard, one.sentences, one.picture, one.ownNotes, one.roomHeading, one.room, one.board, one.meet);
  one.card = h("section", { class: "card form" });
  card.append(one.card);
  return one;
};
