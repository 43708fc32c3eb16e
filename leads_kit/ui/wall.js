// The wall: big, no controls. Before a step the code; while one is open its question, time and finished count; when shown
// the picture, or the question to talk about where the group is too small. The key B blanks it.
//
//   state: {lang, words, now, room: {name, code, join, qr, demo, closed}, here, step: {key, title, state, question, instruction,
//           roles, ends_at, remaining, closing, finished, picture, withheld} | null}
import { countdown, follow, h, makeSay, root, serverClock, setText } from "./dom.js";
import { draw } from "./chart.js";

const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const corner = (state, say) => h("aside", { class: "wall-corner" },
  h("div", { class: "qr" }, h("img", { src: state.room.qr, alt: say("wall.qr_alt", { address: state.room.join }) }), h("strong", { class: "code" }, state.room.code)),
  h("p", { class: "wall-address" }, state.room.join.replace(/^https?:\/\//, "")),
  h("p", { class: "wall-here" }, say("wall.here", { n: state.here })));

const middle = (state, say) => {
  const step = state.step;
  if (state.room.closed) return [h("h1", {}, say("wall.thanks"))];
  if (!step) return [h("h1", {}, say("wall.welcome")), h("p", { class: "big" }, say("wall.scan"))];
  const heading = h("h1", {}, step.title);
  // While people write, the wall says what about; the question to talk about comes when they have.
  const writing = step.exercise && step.state === "open";
  const talk = !writing && step.question && h("p", { class: "big question" }, step.question);
  if (step.state === "shown" && step.picture) return [heading, h("div", { class: "wall-picture" }), talk];
  const lines = [heading];
  if (step.instruction && (writing || !step.exercise)) lines.push(h("p", { class: "big" }, step.instruction));
  if (step.roles?.length) lines.push(h("ul", { class: "roles" }, step.roles.map((role) => h("li", {}, role))));
  if (step.withheld && step.state === "shown") lines.push(h("p", { class: "big" }, step.withheld));
  lines.push(talk);
  if (step.state === "open") lines.push(h("p", { class: "wall-count" }));
  return lines.filter(Boolean);
};

export const render = ({ model, el }) => {
  const top = root(el, "leads-wall");
  const main = h("div", { class: "wall-main" }), aside = h("div"), time = h("p", { class: "wall-time", role: "timer" });
  top.append(h("div", { class: "wall-grid" }, h("div", { class: "wall-left" }, main, time), aside));
  let stop = () => {}, drawn = "";
  const blank = (event) => {
    if (event.key.toLowerCase() === "b" && !event.ctrlKey && !event.metaKey && !event.altKey) document.body.classList.toggle("wall-blank");
  };
  document.addEventListener("keydown", blank);
  const off = follow(model, (state) => {
    const say = makeSay(state.words, state.lang), step = state.step;
    const key = JSON.stringify([step?.key, step?.state, step?.title, step?.withheld, step?.picture?.sentence, state.room, state.lang]);
    if (key !== drawn) {
      drawn = key;
      main.replaceChildren(...middle(state, say));
      main.lang = state.lang;
    }
    const slot = main.querySelector(".wall-picture");
    if (slot && step?.picture) draw(slot, step.picture, state.words, { lang: state.lang, big: true, open: false });
    aside.replaceChildren(corner(state, say));
    const count = main.querySelector(".wall-count");
    if (count) setText(count, say("wall.finished", { n: step.finished, here: state.here }));
    stop();
    stop = step?.ends_at ? countdown(time, step.ends_at, serverClock(state.now), (node, left) => { setText(node, left > 0 ? clockText(left) : say("wall.time_up")); node.dataset.late = left <= 20; }) : () => {};
    if (!step?.ends_at) setText(time, step?.remaining ? clockText(step.remaining) : "");
  });
  return () => { off(); stop(); document.removeEventListener("keydown", blank); };
};
