// Pictures: real Vega as SVG from one bundle, with the sentence always in sight and the table twin behind a summary.
//
//   draw(el, picture, words, options)   picture: {spec, sentence, table: {columns, rows}} or null (empties el); options: {lang,
//                                       big: all of it enlarged (wall), table: false (no twin), open: twin unfolded}
//                                       → Promise once drawn. Call it again with a new picture: the old one stays until the new is ready.
//   render({model, el})                 the widget of chart.py; state: {picture, words, lang, big}
//
// A colour in a spec is a token of theme.css: "var(--ink)" or "currentColor", in any string outside data; it is read when
// drawn, and again when light turns dark. Numbers and dates are written in the page's language. On the wall a picture is drawn
// narrower and enlarged as a whole, so that marks, distances and words grow together: as large as the screen has room for, and
// no word under 24 px. A spec with `usermeta.wall` has another there, low and wide.
import { follow, h, makeSay, root, setText } from "./dom.js";
import { dressed, house, locale, merged } from "./house.js";

const SPEC_TEXT = 13, WALL_TEXT = 24, WALL_SHARE = 0.9;
const HALF = /\p{Surrogate}/u;
const shown = new WeakMap();
let bundle = null;

const vega = () => {
  bundle ??= import("./vega.js").then((module) => module.embed);
  bundle.catch(() => {
    bundle = null;
  });
  return bundle;
};

const cell = (tag, text, scope) => h(tag, { scope }, text);
const twin = (table) =>
  h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        table.columns.map((name) => cell("th", name, "col")),
      ),
    ),
    h(
      "tbody",
      {},
      table.rows.map((row) =>
        h(
          "tr",
          {},
          row.map((text, at) => cell(at ? "td" : "th", text, at ? null : "row")),
        ),
      ),
    ),
  );

const figure = (el, options) => {
  const sentence = h("p", { class: "sentence" }),
    plot = h("div", { class: "plot", role: "img" }),
    failed = h("p", { class: "hint", hidden: true });
  const summary = h("summary"),
    table = h("div", { class: "scroll", tabindex: "0", role: "region" }),
    details = h("details", { open: options.open ?? false, hidden: options.table === false }, summary, table);
  el.replaceChildren(h("figure", { class: "chart" }, sentence, plot, failed, details));
  const one = { el, sentence, plot, failed, summary, table, view: null, turn: 0, width: 0 };
  let soon = 0;
  const again = () => {
    clearTimeout(soon);
    soon = setTimeout(() => el.isConnected && one.plotted?.(), 150);
  };
  one.sizes = new ResizeObserver(() => Math.abs(plot.clientWidth - one.width) > 4 && again());
  one.scheme = matchMedia("(prefers-color-scheme: dark)");
  one.sizes.observe(plot);
  one.scheme.addEventListener("change", again);
  if (options.big) addEventListener("resize", again);
  one.stop = () => {
    one.sizes.disconnect();
    removeEventListener("resize", again);
    one.scheme.removeEventListener("change", again);
    one.view?.finalize();
  };
  return one;
};

// Vega shortens by UTF-16 units; half an emoji at the cut is no sign.
const whole = (stage) => {
  for (const text of stage.querySelectorAll("svg text, svg tspan"))
    if (!text.childElementCount && HALF.test(text.textContent)) text.textContent = text.textContent.replace(HALF, "");
};

const embedded = async (one, picture, options, stage, grown) => {
  const embed = await vega(),
    chosen = (options.big && picture.spec.usermeta?.wall) || picture.spec,
    width = options.big ? { width: one.width / grown } : {};
  const spec = dressed({ ...chosen, ...width, config: merged(house(), chosen.config) }, getComputedStyle(one.plot));
  return embed(stage, spec, {
    mode: "vega-lite",
    renderer: "svg",
    actions: false,
    ast: true,
    tooltip: false,
    ...locale(options.lang ?? "en"),
  });
};

// How much a picture is enlarged on the wall: what the room between the sentence and the table's fold allows.
const enlarged = (one, stage) => {
  const text = parseFloat(getComputedStyle(one.plot).fontSize),
    least = WALL_TEXT / SPEC_TEXT,
    most = Math.max(least, (WALL_SHARE * text) / SPEC_TEXT),
    high = stage.querySelector("svg")?.viewBox.baseVal.height,
    room = innerHeight - scrollY - one.plot.getBoundingClientRect().top - one.summary.offsetHeight;
  return high ? Math.min(most, Math.max(least, room / high)) : most;
};

const plotted = async (one, picture, options) => {
  const turn = ++one.turn,
    stage = h("div", { class: "stage", "aria-hidden": "true" });
  one.width = one.plot.clientWidth;
  if (!one.width) return; // folded away or not laid out yet; the observer calls again
  one.plot.append(stage);
  try {
    const first = enlarged(one, stage);
    let result = await embedded(one, picture, options, stage, first);
    const fits = options.big ? enlarged(one, stage) : first;
    if (fits < first) {
      result.finalize();
      result = await embedded(one, picture, options, stage, fits);
    }
    if (turn !== one.turn) {
      result.finalize();
      stage.remove();
      return;
    }
    whole(stage);
    if (options.big) stage.querySelector("svg").style.width = "100%";
    for (const child of [...one.plot.children]) if (child !== stage) child.remove();
    stage.className = "drawn";
    one.view?.finalize();
    one.view = result;
    one.failed.hidden = true;
    one.plot.hidden = false;
  } catch (trouble) {
    stage.remove();
    if (turn !== one.turn) return;
    console.warn("leads: the picture could not be drawn", trouble);
    one.plot.hidden = !one.view;
    one.failed.hidden = false;
  }
};

export const draw = async (el, picture, words, options = {}) => {
  const known = shown.get(el);
  if (!picture) {
    known?.stop();
    shown.delete(el);
    el.replaceChildren();
    return;
  }
  const one = known ?? figure(el, options),
    say = makeSay(words, options.lang ?? "en");
  shown.set(el, one);
  setText(one.sentence, picture.sentence);
  one.plot.setAttribute("aria-label", picture.sentence);
  setText(one.summary, say("chart.table"));
  one.table.setAttribute("aria-label", say("chart.table"));
  setText(one.failed, say("chart.failed"));
  one.table.replaceChildren(twin(picture.table));
  one.plotted = () => plotted(one, picture, options);
  await one.plotted();
};

export const render = ({ model, el }) => {
  const slot = h("div");
  root(el).append(slot);
  const stop = follow(model, (state) => draw(slot, state.picture, state.words, { lang: state.lang, big: state.big }));
  return () => {
    stop();
    draw(slot, null);
  };
};
