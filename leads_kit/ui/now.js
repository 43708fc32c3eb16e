// The now panel: which step the room is at, how long is left, and the way there. It never moves the page by itself:
// a new step is announced and waits for a tap.
//
//   state: {lang, words, now, step: {key, title, state, minutes, round, ends_at, remaining, closing, anchor, instruction, roles,
//           question, exercise} | null, results: bool, room: {demo, closed}}
import { button, countdown, follow, h, makeSay, root, serverClock, setText } from "./dom.js";

const clockText = (say, seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const body = (say, step) => step.exercise && step.state === "open" ? [] : [
  !step.exercise && step.instruction && h("p", { class: "prose" }, step.instruction),
  step.roles?.length && h("ul", { class: "roles" }, step.roles.map((role) => h("li", {}, role))),
  step.question && h("p", { class: "question" }, step.question),
];

const goTo = (anchor) => {
  const card = document.getElementById(anchor);
  if (!card) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  card.querySelector("h2, legend, input, textarea, button")?.focus({ preventScroll: true });
};

export const render = ({ model, el }) => {
  const top = root(el, "now-panel");
  let stop = () => {}, seen = null, showing = null;
  const live = h("p", { class: "sr", role: "status" });
  const panel = h("section", { class: "now" });
  top.append(live, panel);
  // A step that arrives while the person types is announced in the panel's own line and shown in full on demand.
  const show = (state, say) => {
    const step = state.step;
    showing = step?.key ?? null;
    stop();
    const left = h("span", { class: "left" });
    const head = h("div", { class: "now-line" },
      h("span", { class: "now-where" }, h("small", {}, say(step ? "now.heading" : "now.before")), h("strong", {}, step ? step.title : say("now.waiting"))),
      left,
      step?.anchor && button(say(step.state === "open" ? "now.go" : "now.look_back"), () => goTo(step.anchor), "first"));
    panel.replaceChildren(head, ...(step ? body(say, step).filter(Boolean) : []));
    panel.dataset.state = step?.state ?? "before";
    if (step?.state === "shown") panel.append(h("p", { class: "meta" }, say("now.shown")));
    if (step?.state === "closed") panel.append(h("p", { class: "meta" }, say("now.closed")));
    stop = step?.ends_at
      ? countdown(left, step.ends_at, serverClock(state.now), (node, seconds) => setText(node, seconds > 0 ? say(step.closing ? "now.closing" : "now.left", { time: clockText(say, seconds) }) : say("now.time_up")))
      : () => {};
    if (step?.remaining) setText(left, say("now.paused", { time: clockText(say, step.remaining) }));
  };
  const off = follow(model, (state) => {
    const say = makeSay(state.words, state.lang), key = state.step?.key ?? null;
    if (seen !== null && key !== seen && state.step) setText(live, say("now.new_step", { title: state.step.title }));
    seen = key ?? "";
    show(state, say);
  });
  return () => { off(); stop(); };
};
