// Values with several parts: lists of words or texts, row by row, and plain data without a form of its own, leaf by leaf.
import { button, h } from "./dom.js";

const NEW = "…";

// What a list holds, by what is in it or by what its name always holds.
const heldIn = (value, rows) => {
  const all = [...(value.base ?? []), ...rows], name = value.path.at(-1);
  if (all.some((one) => typeof one === "object") || name === "roles") return "text";
  return all.some((one) => typeof one === "number") || name === "turns" ? "number" : "word";
};

export const list = (fields, value) => {
  const { say, state } = fields.studio, ol = h("ol", { class: "studio-rows" });
  let rows = [];
  const put = (made) => { rows = made; draw(); fields.set(value, made); };
  const changed = (lang, held, one, text) => (lang ? { ...one, [lang]: text } : held === "number" ? Number(text) : text);
  const row = (at, held) => {
    const field = (lang) => {
      const named = `${value.label} ${at + 1}${lang && state.langs.length > 1 ? ` · ${say(`studio.lang.${lang}`)}` : ""}`;
      const text = String((lang ? rows[at]?.[lang] : rows[at]) ?? "");
      const input = h("input", { type: held === "number" ? "number" : "text", value: text, lang: lang || null, "aria-label": named });
      return fields.typed(input, (typed, more) => {
        rows = rows.map((one, each) => (each === at ? changed(lang, held, one, typed) : one));
        fields.set(value, rows, { more });
      });
    };
    const out = button(say("studio.remove_row", { n: at + 1 }), () => put(rows.filter((_, each) => each !== at)), "quiet small");
    return h("li", {}, h("div", {}, held === "text" ? state.langs.map(field) : field("")), out);
  };
  const draw = () => ol.replaceChildren(...rows.map((_, at) => row(at, heldIn(value, rows))));
  const fresh = () => ({ text: Object.fromEntries(state.langs.map((lang) => [lang, NEW])), number: 1, word: NEW })[heldIn(value, rows)];
  const add = button(say("studio.add_row"), () => { put([...rows, fresh()]); ol.lastElementChild?.querySelector("input")?.select(); }, "small");
  const tell = (told) => {
    if (ol.contains(document.activeElement) && !fields.studio.state.forced) return;
    if (JSON.stringify(told.now ?? []) === JSON.stringify(rows) && ol.childElementCount) return;
    rows = told.now ?? [];
    draw();
  };
  return { el: h("div", {}, ol, add), tell };
};

export const data = (fields, value) => {
  const { say, state } = fields.studio, el = h("div", { class: "stack" });
  let drawn = "";
  const leaf = (one) => {
    const send = (given, more) => fields.set(value, given, { leaf: one.path, more }), name = one.label;
    if (typeof one.value !== "object") {
      const number = typeof one.value === "number", input = h("input", { type: number ? "number" : "text", value: String(one.value) });
      return h("label", { class: "field" }, name, fields.typed(input, (text, more) => send(number ? Number(text) : text, more)));
    }
    const area = (lang) => h("textarea", { rows: 1, lang, value: one.value[lang] ?? "", "aria-label": `${value.label} › ${name} · ${say(`studio.lang.${lang}`)}` });
    return h("div", { class: "studio-leaf" }, h("small", {}, name), state.langs.map((lang) => fields.typed(area(lang), (text, more) => send({ ...one.value, [lang]: text }, more))));
  };
  const tell = (told) => {
    const key = JSON.stringify(told.leaves);
    if (key === drawn || (el.contains(document.activeElement) && !fields.studio.state.forced)) return;
    drawn = key;
    el.replaceChildren(...told.leaves.map(leaf));
  };
  return { el, tell };
};
