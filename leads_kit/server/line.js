// One line to the kernel, as Voilà's front end sees it: it opens once and never closes. Behind it, websockets come and go.
//
// Voilà's own client gives up after seven growing waits, tells nobody, and notices a line that swallows everything only when
// the system does, after minutes. So its websocket is this: it asks the server whether it is there when it has heard nothing
// for a while, opens another when it has to, and says how many messages the page has, so that the server sends what it missed.
//
//   leads:line on document, detail: lost · back · gone (no kernel any more, or missed too much: load the page again)
"use strict";
(() => {
  const Socket = globalThis.WebSocket;
  const QUIET = 2000, ANSWER = 2200, HURRY = 600; // ms of silence before asking, then for the answer; at once after waking
  const BLINK = 800; // a line that is back this soon was not worth a word
  const TICK = 400, ASLEEP = 3000, PROBE = 1500, OPENS = 3000, RETRY = 700, SOON = 5, REFUSED = 4, UNTOLD = 20, GONE = [403, 404, 410];
  const KERNEL = /(\/api\/kernels\/[\w-]+)\/channels/;
  const POLICY = 1008;
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));
  const seen = () => document.visibilityState === "visible";

  const ask = async (address) => {
    const limit = new AbortController(), late = setTimeout(() => limit.abort(), PROBE);
    try {
      return (await fetch(address, { cache: "no-store", signal: limit.signal })).status;
    } catch {
      return 0;
    } finally {
      clearTimeout(late);
    }
  };

  class Line {
    constructor(url, protocols) {
      Object.assign(this, { url, protocols, protocol: "", binaryType: "arraybuffer", had: 0, told: 0, heardAt: Date.now(), askedAt: 0 });
      Object.assign(this, { patience: ANSWER, opened: false, lost: false, over: false, tickedAt: Date.now(), hurry: () => {} });
      this.kernel = KERNEL.exec(url)[1];
      this.#connect();
      this.beat = setInterval(() => this.#tick(), TICK);
      const wake = () => this.#wake();
      document.addEventListener("visibilitychange", () => seen() && wake());
      document.addEventListener("resume", wake); // after being frozen
      addEventListener("online", wake);
      addEventListener("offline", () => this.#lose(0));
    }

    // What is said while the line is lost is not kept here: whoever says it says it again (outbox.js).
    send(data) {
      if (!this.lost && this.socket.readyState === Socket.OPEN) this.socket.send(data);
    }

    // Voilà's client closes only when it has heard that its kernel is dead.
    close() {
      this.#end();
    }

    #connect() {
      const socket = new Socket(this.opened ? `${this.url}&had=${this.had}` : this.url, this.protocols);
      const mine = (act) => (event) => socket === this.socket && act(event);
      socket.binaryType = this.binaryType;
      socket.onmessage = mine((event) => this.#hear(event));
      socket.onerror = mine(() => this.#lose(BLINK));
      // The line said too much (limits.py): a new page, and what was typed with it.
      socket.onclose = mine((event) => (event.code === POLICY ? this.#end() : this.#lose(BLINK)));
      socket.onopen = mine((event) => {
        const first = !this.opened;
        Object.assign(this, { opened: true, protocol: socket.protocol });
        this.#alive();
        if (first) this.onopen?.(event);
      });
      const old = this.socket;
      this.socket = socket;
      old?.close();
    }

    #hear(event) {
      this.#alive();
      if (event.data === "anew") return this.#end();
      if (typeof event.data === "string") return;
      this.had += 1;
      this.onmessage?.(event);
      if (this.had - this.told >= UNTOLD) this.#ask(ANSWER);
    }

    #alive() {
      Object.assign(this, { heardAt: Date.now(), askedAt: 0 });
      if (!this.lost) return;
      this.lost = false;
      this.#tell("back");
    }

    #ask(patience) {
      if (this.socket.readyState !== Socket.OPEN) return;
      Object.assign(this, { askedAt: Date.now(), patience, told: this.had });
      this.socket.send(String(this.had));
      setTimeout(() => this.#tick(), patience + 1);
    }

    #tick() {
      const now = Date.now(), slept = now - this.tickedAt > ASLEEP && seen();
      this.tickedAt = now;
      if (slept) return this.#wake();
      if (this.lost || this.over) return;
      if (this.askedAt) return void (now - this.askedAt > this.patience && seen() && this.#lose(0));
      // Nobody looks at a hidden page: it only says what it has, so that the server need not keep it.
      if (now - this.heardAt > QUIET && (seen() || this.had > this.told)) this.#ask(ANSWER);
    }

    #wake() {
      if (this.over) return;
      this.tickedAt = Date.now();
      if (this.lost) this.hurry();
      else this.#ask(HURRY);
    }

    #lose(blink) {
      if (this.lost || this.over) return;
      this.lost = true;
      setTimeout(() => this.lost && !this.over && this.#tell("lost"), blink);
      this.#find();
    }

    // At once over a new connection, which a websocket always is; after that only once the server has answered: browsers slow
    // down a page whose websockets fail. One that is refused does not say why either.
    async #find() {
      this.#connect();
      for (let tries = 0, refused = 0; this.lost && !this.over; tries += 1) {
        const status = await ask(this.kernel);
        if (!this.lost || this.over) return;
        if (GONE.includes(status) || refused >= REFUSED) return this.#end();
        if (status === 200) {
          if (tries) this.#connect();
          await this.#opens();
          refused += 1;
        }
        if (this.lost) await Promise.race([wait((tries < SOON ? RETRY : 3 * RETRY) * (0.5 + Math.random())), new Promise((go) => { this.hurry = go; })]);
      }
    }

    async #opens() {
      for (let waited = 0; this.lost && waited < OPENS && this.socket.readyState === Socket.CONNECTING; waited += 50) await wait(50);
    }

    #end() {
      if (this.over) return;
      this.over = true;
      clearInterval(this.beat);
      this.socket.close();
      this.#tell("gone");
    }

    #tell(what) {
      document.dispatchEvent(new CustomEvent("leads:line", { detail: what }));
    }
  }

  globalThis.WebSocket = function WebSocket(url, protocols) {
    return KERNEL.test(String(url)) ? new Line(String(url), protocols) : new Socket(url, protocols);
  };
})();
