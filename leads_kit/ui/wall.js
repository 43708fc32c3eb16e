// The wall: big, no controls. Before a step the code; while one is open its question, time and finished count; when shown
// the picture and the notes that were released, or the question to talk about where there is neither. What does not fit on
// one screen is shown screen after screen (pages.js). The key B blanks it, the arrows turn a page and stop the turning.
//
//   state: {lang, words, now, room: {name, code, join, qr, demo, closed}, here, step: {key, title, state, question, instruction,
//           roles, turns, divided, ends_at, remaining, closing, finished, picture, withheld, notes} | null}
import { draw } from "./chart.js";
import { countdown, follow, h, makeSay, pictures, root, serverClock, setText } from "./dom.js";
import { Pages } from "./pages.js";
import { Turns, clockText } from "./turns.js";

const EDGE = 24;

const corner = (state, say) =>
  h(
    "aside",
    { class: "wall-corner" },
    h("div", { class: "qr" }, h("img", { src: state.room.qr, alt: say("wall.qr_alt", { address: state.room.join }) }), h("strong", { class: "code" }, state.room.code)),
    h("p", { class: "wall-address" }, state.room.join.replace(/^https?:\/\//, "").split("/").flatMap((part, at) => (at ? [h("wbr"), `/${part}`] : [part]))),
    h("p", { class: "wall-here" }, say("wall.here", { n: state.here })),
  );

// The page's own, from the header that a wall does not show.
const logo = () => document.querySelector(".top .logo")?.cloneNode() ?? "";

const big = (text, cls = "") => text && h("p", { class: `big ${cls}`.trim() }, text);

const middle = (state, say) => {
  const step = state.step;
  if (state.room.closed) return [h("h1", {}, say("wall.thanks"))];
  if (!step) return [h("h1", {}, say("wall.welcome")), big(say("wall.scan"))];
  const heading = h("h1", {}, step.title), shown = step.state === "shown";
  // While people write, the wall says what about; the question to talk about comes when they have.
  const writing = step.exercise && step.state === "open";
  const talk = !writing && big(step.question, "question");
  const notes = shown && step.notes?.length && h("div", { class: "wall-notes" });
  const picture = shown && step.picture && h("div", { class: "wall-picture" });
  if (picture || notes) return [heading, picture, notes, talk];
  return [
    heading,
    (writing || !step.exercise) && big(step.instruction),
    (writing || !step.exercise) && pictures(step.pictures),
    step.roles?.length && h("ul", { class: "roles" }, step.roles.map((role) => h("li", {}, role))),
    !step.exercise && h("p", { class: "big wall-divided" }),
    shown && big(step.withheld),
    talk,
    step.state === "open" && step.exercise && h("p", { class: "wall-count" }),
  ];
};

// There is nothing to press here: the table is open where it fits below its picture.
const unfold = (picture) => {
  const twin = picture.querySelector("details"), table = twin?.querySelector(".scroll");
  if (!twin || picture.hidden) return;
  twin.open = true;
  twin.open = twin.getBoundingClientRect().bottom < innerHeight - EDGE && table.scrollWidth <= table.clientWidth;
};

class Wall {
  constructor(model, el) {
    this.turns = new Turns();
    this.main = h("div", { class: "wall-main" });
    this.aside = h("div");
    this.time = h("p", { class: "wall-time", role: "timer" });
    this.turn = h("p", { class: "wall-turn", role: "status" });
    this.clock = () => {};
    this.drawn = "";
    this.pages = new Pages(this.main);
    const rail = h("div", { class: "wall-rail" }, this.aside, this.time, this.turn, this.pages.where, logo());
    root(el, "leads-wall").append(h("div", { class: "wall-grid" }, this.main, rail));
    this.pressed = (event) => this.press(event);
    document.addEventListener("keydown", this.pressed);
    this.off = follow(model, (state) => this.show(state, makeSay(state.words, state.lang)));
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === "b") document.body.classList.toggle("wall-blank");
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") this.pages.turn(event.key === "ArrowRight" ? 1 : -1);
  }

  show(state, say) {
    const step = state.step;
    const told = [step?.key, step?.state, step?.title, step?.withheld, Boolean(step?.picture), Boolean(step?.notes?.length)];
    const key = JSON.stringify([told, state.room, state.lang]);
    if (key !== this.drawn) {
      this.drawn = key;
      this.main.replaceChildren(...middle(state, say).filter(Boolean));
      this.main.lang = state.lang;
    }
    const part = (name) => this.main.querySelector(`.${name}`), picture = part("wall-picture");
    this.pages.show(picture, part("wall-notes"), step?.notes ?? [], (at, of) => say("wall.page", { at, of }));
    if (picture) draw(picture, step.picture, state.words, { lang: state.lang, big: true, open: false }).then(() => unfold(picture));
    if (part("wall-divided")) setText(part("wall-divided"), step.divided ?? "");
    if (part("wall-count")) setText(part("wall-count"), say("wall.finished", { n: step.finished, here: state.here }));
    this.aside.replaceChildren(corner(state, say));
    this.#time(state, step, say);
  }

  #time(state, step, say) {
    this.clock();
    this.clock = () => {};
    setText(this.turn, "");
    if (!step?.ends_at) return setText(this.time, step?.remaining ? clockText(step.remaining) : "");
    this.clock = countdown(this.time, step.ends_at, serverClock(state.now), (node, left) => {
      const turns = step.turns?.length && !step.closing;
      const { turn, begun } = turns ? this.turns.tick(step, left) : {};
      setText(node, left > 0 ? clockText(turn?.left ?? left) : say("wall.time_up"));
      node.dataset.late = (turn?.left ?? left) <= 20;
      if (turns) setText(this.turn, turn ? say("wall.turn", { at: turn.at, of: turn.of }) : say("wall.come_back"));
      if (begun && turn) setText(this.turn, `${say("wall.swap_roles")} ${this.turn.textContent}`);
    });
  }

  stop() {
    this.off();
    this.clock();
    document.removeEventListener("keydown", this.pressed);
    this.pages.stop();
  }
}

export const render = ({ model, el }) => {
  const one = new Wall(model, el);
  return () => one.stop();
};
