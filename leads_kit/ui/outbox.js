// What the kernel has been told and has not confirmed yet: the latest version of an answer, and taps. Said again until it is.
import { same } from "./draft.js";

const AGAIN = 3000;
const LATE = 5000;
const PATIENT = 5; // states that may arrive before a tap counts as not granted

export class Outbox {
  // send(message): to the kernel; moved(): time has passed while something is on its way.
  constructor(send, moved) {
    Object.assign(this, { send, moved, waiting: null, since: null, last: 0, sent: null, flying: new Map(), wishes: new Map() });
    this.beat = setInterval(() => this.#tick(), 500);
    this.wake = () => this.again();
    window.addEventListener("online", this.wake);
  }

  get busy() {
    return this.waiting !== null || this.wishes.size > 0;
  }
  get late() {
    return this.since !== null && Date.now() - this.since > LATE;
  }

  // A version of the answer: {answer, n, base}.
  put(version) {
    Object.assign(this, { waiting: version.n, sent: version });
    this.flying.set(version.n, version.answer);
    this.#begin();
    this.#post({ kind: "answer", ...version });
  }

  // A tap that the kernel confirms through the state: `met(state)`.
  wish(id, message, met) {
    this.wishes.set(id, { message, met, states: 0 });
    this.#begin();
    this.#post(message);
  }

  // The kernel has kept version n: → its answer, or null while a later one is on its way.
  kept(n) {
    for (const old of this.flying.keys()) if (old <= n) this.flying.delete(old);
    if (n !== this.waiting) {
      if (this.waiting !== null) this.since = Date.now();
      return null;
    }
    this.waiting = null;
    this.#rest();
    return this.sent.answer;
  }

  // The kernel could not keep version n now: whether that is about anything said here.
  refused(n) {
    if (n !== this.waiting && !this.wishes.size) return false;
    this.since = this.last = Date.now();
    return true;
  }

  // Whether an answer is a version of our own that comes back.
  ours(answer, n) {
    return this.flying.has(n) && same(answer, this.flying.get(n));
  }

  // A state has come: wishes it meets are done, and so are those that several states came without. → whether nothing is left.
  confirm(state) {
    for (const [id, wish] of this.wishes) if (wish.met(state) || ++wish.states >= PATIENT) this.wishes.delete(id);
    this.#rest();
    return !this.busy;
  }

  // Versions on their way are overtaken: another device's answer is newer.
  overtaken() {
    this.waiting = null;
    this.flying.clear();
    this.#rest();
  }

  // The round is over.
  close() {
    this.wishes.clear();
    this.waiting = null;
    this.#rest();
  }

  again() {
    this.#tick(true);
  }

  stop() {
    clearInterval(this.beat);
    window.removeEventListener("online", this.wake);
  }

  #begin() {
    this.last = Date.now();
    this.since ??= this.last;
  }
  #rest() {
    if (!this.busy) this.since = null;
  }

  #tick(now = false) {
    if (this.since === null) return;
    if (now || Date.now() - this.last >= AGAIN) {
      this.last = Date.now();
      if (this.waiting !== null) this.#post({ kind: "answer", ...this.sent });
      for (const { message } of this.wishes.values()) this.#post(message);
    }
    this.moved();
  }

  #post(message) {
    try {
      this.send(message);
    } catch (trouble) {
      console.warn("leads: not sent", trouble);
    }
  }
}
