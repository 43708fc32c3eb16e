// The console: the agenda, one step at a time, its counts and its picture, and every move a facilitator makes. State comes
// from Python, moves go back as {kind: "do", what, position, state, round, value}; nothing is decided here.
//
//   state: {lang, words, now, room: {name, code, join, qr, wall, demo, closed, reached}, here, seats, group: {min, settled, lowest},
//           agenda: [{position, title, minutes, state, round}], step: {position, title, state, round, minutes, notes, question,
//           instruction, roles, ends_at, remaining, closing, counts, picture, withheld, asks_group} | null, problem}
import { button, countdown, follow, h, keyed, makeSay, root, serverClock, setText } from "./dom.js";
import { draw } from "./chart.js";

const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const MOVES = {
  waiting: ["open", "skip"], open: ["close", "extend", "pause"], closed: ["show", "again", "next"], shown: ["next", "hide", "again"], skipped: ["open", "next"],
};
const KEYS = { open: " ", close: " ", show: "Enter", next: "n", again: "r", extend: "t", pause: "p" };

export const render = ({ model, el }) => {
  const top = root(el, "leads-console");
  let state = model.get("state"), say = makeSay(state.words, state.lang), picked = null, asking = false, keysOn = true, stop = () => {};

  const step = () => state.step;
  const keyName = (key) => (key === " " ? say("console.key_space") : key === "Enter" ? say("console.key_enter") : key.toUpperCase());
  const send = (what, value = null) => {
    const at = step();
    model.send({ kind: "do", what, position: at?.position ?? null, state: at?.state ?? null, round: at?.round ?? null, value });
  };
  const act = (what) => {
    if (what === "pause" && step()?.remaining) return send("resume");
    if (what === "extend") return send("extend", 60);
    if (what === "open" && step()?.asks_group) { asking = true; return group(); }
    return send(what);
  };

  const agenda = h("ol", { class: "agenda" });
  const heading = h("h2"), left = h("span", { class: "left", role: "timer" }), count = h("p", { class: "count", role: "status" }), detail = h("p", { class: "meta" });
  const moves = h("div", { class: "bar" }), talk = h("p", { class: "question" }), notes = h("p", { class: "note" }), instruction = h("div"), picture = h("div"), withheld = h("p", { class: "hint" });
  const problem = h("p", { class: "problem", role: "alert" }), asks = h("section", { class: "ask", hidden: true });
  const check = h("section", { class: "check" });
  const help = h("details", { class: "keys" });
  const stage = h("section", { class: "stage-now" }, problem, h("div", { class: "now-line" }, heading, left), count, detail, asks, moves, instruction, talk, notes, withheld, picture);
  top.append(h("div", { class: "console" }, h("nav", { "aria-label": say("console.agenda") }, agenda, check), h("div", {}, stage, help)));

  const drawAgenda = () => keyed(agenda, state.agenda, (one) => one.position,
    (one) => h("li", {}, h("button", { type: "button", class: "plain", on: { click: () => { asking = false; model.send({ kind: "look", position: one.position }); } } }, h("span"), h("small"))),
    (li, one) => {
      const [title, small] = li.firstChild.children;
      li.className = `${one.state} ${one.position === step()?.position ? "now" : ""}`;
      li.firstChild.setAttribute("aria-current", one.position === step()?.position ? "step" : "false");
      setText(title, one.title);
      setText(small, `${say("console.minutes", { n: one.minutes })} · ${say(`console.state.${one.state}`)}${one.round > 1 ? ` · ${say("console.round", { n: one.round })}` : ""}`);
    });

  const group = () => {
    const at = step();
    asks.hidden = !(asking && at?.asks_group);
    if (asks.hidden) return;
    const { min, lowest } = state.group, few = state.here < min;
    const lower = []; for (let k = Math.min(min - 1, Math.max(state.here, lowest)); k >= lowest; k -= 1) lower.push(k);
    const settle = (value) => () => { asking = false; asks.hidden = true; model.send({ kind: "do", what: "settle", position: at.position, state: at.state, round: at.round, value }); };
    asks.replaceChildren(
      h("h3", {}, say("console.group.title")),
      h("p", {}, say(few ? "console.group.few" : "console.group.enough", { min_group: min, here: state.here })),
      h("div", { class: "bar" }, button(say("console.group.keep", { min_group: min }), settle(min), few ? "" : "first"),
        few && lower.map((k) => button(say("console.group.lower", { min_group: k }), settle(k))),
        few && button(say("console.group.talk"), () => { asking = false; asks.hidden = true; send("skip"); }),
        button(say("console.cancel"), () => { asking = false; asks.hidden = true; })));
    asks.querySelector("button")?.focus();
  };

  const drawMoves = () => {
    const at = step(), names = at && !state.room.closed ? MOVES[at.state] : [];
    const list = names.map((what) => ({ what, word: what === "pause" && at.remaining ? "resume" : what === "close" && at.closing ? "close_now" : what }));
    keyed(moves, list, (one) => one.what, (one) => h("button", { type: "button", on: { click: () => act(one.what) } }, h("span"), h("kbd", { "aria-hidden": "true" })),
      (node, one) => {
        setText(node.firstChild, say(`console.${one.word}`));
        const key = KEYS[one.what];
        setText(node.lastChild, key ? keyName(key) : "");
        node.lastChild.hidden = !key || !keysOn;
        node.className = one.what === names[0] ? "first" : "";
      });
  };

  const drawStep = () => {
    const at = step();
    setText(heading, at?.title ?? say("console.no_step"));
    const counts = at?.counts;
    count.hidden = !counts || !at.exercise;
    if (counts) {
      count.replaceChildren(String(say.number(counts.finished)), " ", h("small", {}, say("console.finished", { n: counts.finished, here: counts.here })));
      setText(detail, at.exercise ? say("console.detail", { started: counts.started, passed: counts.passed, seats: counts.seats }) : say("console.here", { n: counts.here }));
    }
    setText(talk, at?.question ?? "");
    setText(notes, at?.notes ?? "");
    instruction.replaceChildren(...[!at?.exercise && at?.instruction && h("p", { class: "prose" }, at.instruction), at?.roles?.length && h("ul", { class: "roles" }, at.roles.map((role) => h("li", {}, role)))].filter(Boolean));
    setText(withheld, at?.withheld ?? "");
    withheld.hidden = !at?.withheld;
    draw(picture, at?.picture ?? null, state.words, { lang: state.lang });
    stop();
    stop = at?.ends_at ? countdown(left, at.ends_at, serverClock(state.now), tick) : () => {};
    if (!at?.ends_at) setText(left, at?.remaining ? say("console.paused", { time: clockText(at.remaining) }) : "");
  };
  const tick = (node, seconds) => {
    const at = step();
    setText(node, seconds > 0 ? say(at?.closing ? "console.closing" : "console.left", { time: clockText(seconds) }) : say("console.time_up"));
    node.dataset.late = seconds <= 20;
  };

  // Rebuilt only when it says something else: an unfolded line or a focused link must outlive the counts' ticking.
  let checked = "";
  const present = h("p", { class: "meta" });
  const drawCheck = (force = false) => {
    const room = state.room, key = JSON.stringify([room, state.group, state.lang]);
    setText(present, say("console.present", { n: state.here, seats: state.seats }));
    if (key === checked && !force) return;
    checked = key;
    check.className = `check ${room.reached ? "good" : ""}`;
    check.replaceChildren(...[
      h("div", { class: "qr small" }, h("img", { src: room.qr, alt: say("console.qr_alt", { address: room.join }) }), h("strong", { class: "code" }, room.code)),
      h("p", {}, h("a", { href: room.join, target: "_blank", rel: "noreferrer" }, room.join.replace(/^https?:\/\//, ""))),
      h("p", { role: "status" }, room.reached ? say("console.check.reached") : say("console.check.scan")),
      !room.reached && h("details", {}, h("summary", {}, say("console.check.cures")), h("p", {}, say("console.check.cure_list"))),
      present,
      h("p", { class: "meta" }, state.group.settled ? say("console.group.fixed", { min_group: state.group.min }) : say("console.group.open", { min_group: state.group.min })),
      h("p", {}, h("a", { href: room.wall, target: "leads-wall", rel: "noreferrer" }, say("console.open_wall"))),
      !room.closed && button(say("console.end"), () => end(), "plain"),
    ].filter(Boolean));
  };
  const end = () => {
    const sure = h("div", { class: "bar" }, h("span", {}, say("console.end_sure")), button(say("console.end_yes"), () => model.send({ kind: "do", what: "end" })), button(say("console.cancel"), () => drawCheck(true)));
    check.append(sure);
    sure.querySelector("button").focus();
  };

  const drawHelp = () => {
    if (help.firstChild) return;
    const box = h("input", { type: "checkbox", checked: true, on: { change: () => { keysOn = box.checked; drawMoves(); } } });
    help.append(h("summary", {}, say("console.keys")), h("label", { class: "tick" }, box, say("console.keys_on")),
      h("ul", {}, Object.entries(KEYS).map(([what, key]) => h("li", {}, h("kbd", {}, keyName(key)), " ", say(`console.${what}`)))));
  };

  // Keys act only where nothing else would take them (WCAG 2.1.4: they can be switched off).
  const pressed = (event) => {
    if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest?.("button, a, input, select, textarea, summary")) return;
    const what = (MOVES[step()?.state] ?? []).find((one) => KEYS[one]?.toLowerCase() === event.key.toLowerCase());
    if (!what) return;
    event.preventDefault();
    act(what);
  };
  document.addEventListener("keydown", pressed);

  const off = follow(model, (fresh) => {
    const lang = state.lang;
    state = fresh;
    if (lang !== fresh.lang || !picked) say = makeSay(fresh.words, fresh.lang);
    picked = fresh.step?.position ?? null;
    if (!step()?.asks_group) asking = false;
    setText(problem, fresh.problem ?? "");
    problem.hidden = !fresh.problem;
    drawAgenda(); drawStep(); drawMoves(); drawCheck(); drawHelp();
    if (!asking) asks.hidden = true;
  });
  return () => { off(); stop(); document.removeEventListener("keydown", pressed); };
};
