// What stands around the questions of a card, worded by its state: title, minutes, whether it is open, and how to be done with it.
import { button, h, pictures, setText } from "./dom.js";

const ANSWERED = { done: "card.done_said", passed: "card.declined_said" };

// The two ways to be done, equal to the eye, and the way back. `wish(kind)` takes a tap.
export const actions = (at, wish) => {
  at.done = button("", () => wish("finish"));
  at.decline = button("", () => wish("decline"));
  at.resume = button("", () => wish("resume"), "quiet");
  at.actions = h("div", { class: "bar acts" }, at.said, at.done, at.decline, at.resume);
  return at.actions;
};

const acted = (at, { progress, open }, say) => {
  const answered = ANSWERED[progress],
    held = at.actions.contains(document.activeElement);
  setText(at.said, answered ? say(answered) : "");
  setText(at.done, say("card.done"));
  setText(at.decline, say("card.decline"));
  setText(at.resume, say("card.undo"));
  at.said.hidden = !answered;
  at.done.hidden = at.decline.hidden = Boolean(answered) || !open;
  at.resume.hidden = !answered || !open;
  at.actions.hidden = !open && !answered;
  if (held && document.activeElement.hidden) (answered ? at.resume : at.done).focus();
};

export const frame = (at, state, say) => {
  at.card.setAttribute("aria-label", state.title);
  at.card.lang = state.lang;
  at.card.id = state.anchor ?? "";
  at.mark.hidden = !state.mark;
  at.mark.style.setProperty("--mark", `var(--${state.mark})`);
  setText(at.minutes, state.minutes ? say("card.minutes", { n: state.minutes }) : "");
  setText(at.title, state.title);
  setText(at.intro, state.intro);
  if (!at.shown.firstChild && state.pictures?.length) at.shown.append(pictures(state.pictures));
  setText(at.closed, state.open ? "" : say("card.closed"));
  at.closed.hidden = state.open;
  acted(at, state, say);
};
