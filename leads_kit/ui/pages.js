// What a screen without a scroll bar shows when it does not all fit: the picture, then the notes, screen after screen.
//
//   new Pages(main)                         main: the column that everything must fit into
//   .show(picture, slot, groups, say)       picture: its element or null; slot: where notes go, or null; groups: see board.js;
//                                           say(at, of): which screen this is
//   .turn(by)                               by hand; from then on nothing turns by itself until something else is shown
import { board } from "./board.js";
import { h, setText } from "./dom.js";

const STAY = 14000;
const ROOM = 0.98; // of the window's height

export class Pages {
  constructor(main) {
    Object.assign(this, { main, key: "", pages: [], at: 0, timer: null });
    this.where = h("p", { class: "wall-page", "aria-live": "off" });
    this.again = () => this.key && this.#lay();
    window.addEventListener("resize", this.again);
  }

  show(picture, slot, groups, say) {
    const key = JSON.stringify([Boolean(picture), groups]);
    Object.assign(this, { picture, slot, groups, say });
    if (key === this.key && (!slot || slot.isConnected)) return this.#see();
    this.key = key;
    this.at = 0;
    this.#lay();
    this.#run();
  }

  turn(by) {
    clearInterval(this.timer);
    if (!this.pages.length) return;
    this.at = (this.at + by + this.pages.length) % this.pages.length;
    this.#see();
  }

  // As many notes to a screen as fit below the heading; a note longer than a screen has one of its own.
  #lay() {
    const { slot } = this;
    this.pages = this.picture ? [null] : [];
    if (slot) {
      if (this.picture) this.picture.hidden = true;
      const most = window.innerHeight * ROOM, all = this.groups.flatMap(({ heading, items }) => items.map((item) => ({ heading, item })));
      let page = [];
      for (const one of all) {
        board(slot, grouped([...page, one]));
        if (page.length && slot.getBoundingClientRect().bottom > most) {
          this.pages.push(page);
          page = [];
        }
        page.push(one);
      }
      if (page.length) this.pages.push(page);
    }
    this.at = Math.min(this.at, Math.max(0, this.pages.length - 1));
    this.#see();
  }

  #see() {
    const { slot, picture, pages } = this, page = pages[this.at];
    if (slot) board(slot, page ? grouped(page) : []);
    if (picture) picture.hidden = Boolean(slot && page);
    setText(this.where, pages.length > 1 ? this.say(this.at + 1, pages.length) : "");
  }

  #run() {
    clearInterval(this.timer);
    if (this.pages.length > 1)
      this.timer = setInterval(() => {
        this.at = (this.at + 1) % this.pages.length;
        this.#see();
      }, STAY);
  }

  stop() {
    clearInterval(this.timer);
    window.removeEventListener("resize", this.again);
  }
}

const grouped = (lines) => {
  const groups = [];
  for (const { heading, item } of lines) {
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, items: [] });
    groups.at(-1).items.push(item);
  }
  return groups;
};
