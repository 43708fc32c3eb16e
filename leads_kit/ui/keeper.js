// Owns one answer while its page is open: sends it through its outbox, waits for the kernel's word, keeps a draft. No drawing.
//
// The browser owns the answer; n counts up with every version sent. Nothing counts as saved before {kind: "saved", n} names
// the latest n. A draft lies in the browser from the first change until then, so a dead kernel or a reload loses nothing.

import { draftOf, same } from "./draft.js";
import { merge } from "./merge.js";
import { Outbox } from "./outbox.js";

const QUIET = 400;
const PATIENCE = 2000; // ms without a keystroke before a version is sent

export class Keeper {
  // send(message): to the kernel; moved(): something to draw changed. `adopted` is called when another device's answer is taken.
  // `joint`: a table answers together, so what others change meanwhile is put together with what is changed here.
  constructor({ key, answer, n, open, joint, send, moved, adopted }) {
    Object.assign(this, {
      draft: draftOf(key),
      answer: answer ?? {},
      safe: answer ?? {},
      n: n ?? 0,
      base: n ?? 0,
      open,
      joint: Boolean(joint),
      moved,
      adopted,
      out: new Outbox(send, () => this.moved()),
    });
    Object.assign(this, {
      unsent: false,
      problems: [],
      trouble: null,
      theirs: null,
      before: null,
      restored: false,
      kept: null,
    });
    this.#recall();
  }

  get status() {
    if (!this.open) return "closed";
    if (this.theirs) return "conflict";
    if (this.trouble) return "trouble";
    if (this.out.late) return "late";
    if (this.unsent || this.out.busy) return "saving";
    if (this.problems.length) return "except";
    return this.n > 0 ? "saved" : "calm";
  }

  change(answer) {
    this.answer = answer;
    this.unsent = true;
    this.#note();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), QUIET);
    this.moved();
  }

  flush() {
    clearTimeout(this.timer);
    if (!this.open || this.theirs || !this.unsent) return;
    this.n += 1;
    this.unsent = false;
    this.out.put({ answer: this.answer, n: this.n, base: this.base });
    this.#note();
    this.moved();
  }

  // Before the page is left on purpose: send, and wait for the kernel's word, though not for ever; the draft outlives both.
  async settled() {
    this.flush();
    await this.#until(() => this.status !== "saving");
  }

  // The line is back: what was said without one was not heard. → whether something had to be saved, and now is.
  async back() {
    const pending = () => this.unsent || this.out.busy, due = pending();
    this.out.again();
    this.flush();
    await this.#until(() => !pending());
    return due && !pending() && this.status === "saved";
  }

  async #until(done) {
    const until = Date.now() + PATIENCE;
    while (!done() && Date.now() < until) await new Promise((go) => setTimeout(go, 50));
  }

  saved(n, problems) {
    this.trouble = null;
    this.base = Math.max(this.base, n);
    const safe = this.out.kept(n);
    if (!safe) return;
    Object.assign(this, { safe, problems });
    if (!this.unsent && !problems.length) this.draft.sent();
    this.moved();
  }

  refused(n, text) {
    if (!this.out.refused(n)) return;
    this.trouble = text;
    this.moved();
  }

  // Another device saved, or our own save came too late. `busy`: taking it over would change the field someone is in.
  other(answer, n, busy) {
    if (n <= this.base || this.out.ours(answer, n)) return; // old news, or our own words come back
    if (this.joint && this.#together(answer, n)) return;
    const pending = this.unsent || this.out.waiting !== null || this.theirs || busy;
    Object.assign(this, { n: Math.max(this.n, n), base: n, safe: answer, trouble: null });
    this.out.overtaken();
    if (same(answer, this.answer)) {
      Object.assign(this, { unsent: false, theirs: null });
      this.draft.forget();
    } else if (pending) this.theirs = { answer, n };
    else {
      this.answer = answer;
      this.adopted();
    }
    this.moved();
  }

  // Others of the table changed something else: both changes stand, and what is ours is sent as the next version after theirs.
  #together(answer, n) {
    const both = merge(this.safe, this.answer, answer);
    if (!both || this.theirs) return false;
    clearTimeout(this.timer);
    Object.assign(this, { n, base: n, safe: answer, answer: both.value, trouble: null });
    this.out.overtaken();
    this.unsent = !same(both.value, answer);
    if (this.unsent) this.timer = setTimeout(() => this.flush(), QUIET);
    else this.draft.forget();
    this.adopted();
    this.moved();
    return true;
  }

  choose(mine) {
    const { theirs, answer } = this;
    this.theirs = null;
    if (mine) {
      this.unsent = true;
      this.flush();
    } else {
      Object.assign(this, { answer: theirs.answer, before: answer, unsent: false, restored: false, problems: [] });
      this.draft.forget();
      this.adopted();
    }
    this.moved();
  }

  // Take the version that was saved before instead of what was put back, or the other way round.
  drop() {
    const before = this.answer;
    this.change(this.last);
    this.restored = false;
    this.before = before;
    this.adopted();
    this.moved();
  }
  // What was put back is right as it is. It is told until then: it is saved sooner than anybody can read.
  stand() {
    this.restored = false;
    this.moved();
  }
  undo() {
    const { before } = this;
    this.before = null;
    this.change(before);
    this.adopted();
    this.flush();
  }

  opened(open) {
    if (this.open && !open && (this.unsent || this.out.waiting !== null || this.theirs)) this.kept = this.answer;
    if (!open) {
      this.out.close();
      Object.assign(this, { theirs: null, unsent: false, trouble: null });
      clearTimeout(this.timer);
    }
    this.open = open;
  }

  // A tap that the kernel confirms through the state: `met(state)`.
  wish(id, message, met) {
    this.flush();
    this.out.wish(id, message, met);
    this.moved();
  }
  wished(id) {
    return this.out.wishes.has(id);
  }

  confirm(state) {
    if (this.out.confirm(state)) this.trouble = null;
  }

  // The kept text has been read or copied.
  dismiss() {
    this.kept = null;
    this.draft.forget();
    this.moved();
  }

  stop() {
    clearTimeout(this.timer);
    this.out.stop();
  }

  #note() {
    this.draft.write({ answer: this.answer, base: this.base, sent: this.out.sent });
  }

  #recall() {
    const draft = this.draft.read();
    if (!draft?.answer) return;
    if (same(draft.answer, this.answer)) {
      this.draft.forget();
      return;
    }
    if (!this.open) {
      this.kept = draft.answer;
      return;
    }
    const server = { answer: this.answer, n: this.n };
    this.answer = draft.answer;
    if (this.n > draft.base && !same(draft.sent?.answer, server.answer)) {
      this.theirs = server;
      return;
    }
    Object.assign(this, { restored: true, unsent: true, last: server.answer });
    this.#note();
    this.timer = setTimeout(() => this.flush(), QUIET);
  }
}
