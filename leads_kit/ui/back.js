// What comes back to a card: what could be offered to the room, that it is about to close, feedback and pictures.
import { board } from "./board.js";
import { draw } from "./chart.js";
import { meet } from "./meet.js";
import { countdown, h, keyed, serverClock, setText } from "./dom.js";
import { strip, stripped } from "./sheet.js";

const itself = (sentence) => sentence;

const offer = (one, keeper) => {
  const tap = () => {
    const ticked = input.checked;
    const met = (state) => state.offers?.find((other) => other.id === one.id)?.ticked === ticked;
    keeper.wish(`offer ${one.id}`, { kind: "offer", part: one.id, ticked }, met);
  };
  const input = h("input", { type: "checkbox", on: { change: tap } });
  const choice = h("div", { class: "choice" }, h("label", {}, input, h("span", { class: "face" })));
  return h("div", { class: "offer" }, h("h3"), h("div", { class: "preview" }), choice, strip({ id: one.id }));
};

export const offers = (el, state, keeper, say) => {
  const offered = (state.offers ?? []).filter((one) => one.preview?.length);
  const fill = (box, one) => {
    const [heading, preview, choice, sees] = box.children;
    const [input, face] = choice.firstChild.children;
    setText(heading, one.label ?? say("card.offer"));
    keyed(preview, one.preview, itself, (sentence) => h("p", { dir: "auto" }, sentence));
    setText(face, say("card.offer_tick"));
    if (!keeper.wished(`offer ${one.id}`)) input.checked = one.ticked;
    input.disabled = !state.open && !one.ticked;
    stripped(sees, one);
  };
  el.hidden = !offered.length;
  keyed(
    el,
    offered,
    (one) => `${state.key} ${one.id}`,
    (one) => offer(one, keeper),
    fill,
  );
};

// The notice before a round closes. It is said once to screen readers and counted for eyes.
export class Closing {
  constructor(clock, soon, last) {
    Object.assign(this, { clock, soon, last, ends: undefined, stop: () => {} });
  }

  show(state, say) {
    const ends = (state.open && state.closes_at) || null;
    this.say = say;
    if (ends === this.ends) return;
    this.ends = ends;
    this.stop();
    this.clock.hidden = !ends;
    setText(this.soon, ends ? say("card.closing_soon") : "");
    if (!ends) return;
    this.stop = countdown(this.clock, ends, serverClock(state.now), (el, left) => {
      setText(el, this.say("card.closing", { n: left }));
      if (left <= 1) this.last();
    });
  }
}

const pictured = (slot, picture, state) => {
  const drawn = JSON.stringify([picture, state.lang]);
  if (slot.drawn === drawn) return;
  slot.drawn = drawn;
  draw(slot, picture, state.words, { lang: state.lang });
};

// The room's picture comes as JSON text, which the kernel only passes on.
const read = (slot, text) => {
  if (slot.text !== text) Object.assign(slot, { text, read: text ? JSON.parse(text) : null });
  return slot.read;
};

const OWN = { waiting: "card.note_waiting", released: "card.note_released", hidden: "card.note_hidden" };

// What became of each line that this person offered to the room.
const ownNotes = (el, notes, say) => {
  el.hidden = !notes.length;
  keyed(
    el,
    notes,
    (one) => one.text,
    () => h("li", {}, h("q", { dir: "auto" }), h("span", { class: "small" })),
    (li, one) => {
      setText(li.firstChild, one.text);
      setText(li.lastChild, ` ${say(OWN[one.state])}`);
    },
  );
};

export const returned = (at, state, say, send) => {
  const sentences = state.feedback ?? [], notes = state.notes ?? [], own = state.own_notes ?? [], people = state.people ?? [],
    shown = state.room || notes.length || people.length;
  at.feedback.hidden = !sentences.length && !state.picture && !shown && !own.length;
  setText(at.heard, say("card.feedback"));
  at.heard.hidden = !sentences.length && !state.picture;
  keyed(at.sentences, sentences, itself, (sentence) => h("p", { class: "prose", dir: "auto" }, sentence));
  ownNotes(at.ownNotes, own, say);
  setText(at.roomHeading, say("card.room"));
  at.roomHeading.hidden = !shown;
  pictured(at.picture, state.picture, state);
  pictured(at.room, read(at.room, state.room), state);
  board(at.board, notes);
  meet(at.meet, people, say, send);
};
