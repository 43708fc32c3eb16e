// A colour by the browser's own picker or as #rrggbb; a logo from a file, in parts that a message has room for.
import { button, h, setText, uid } from "./dom.js";

const HEX = /^#[0-9a-f]{6}$/i;
// A multiple of three bytes: each part is base64 of its own.
const PART = 120_000;

export const colour = (fields, value, problem) => {
  const { say } = fields.studio, id = uid("own");
  const text = h("input", { type: "text", id, "aria-describedby": problem, placeholder: "#0b6e6e", spellcheck: "false", autocomplete: "off" });
  const pick = h("input", { type: "color", "aria-label": say("studio.colour", { label: value.label }), on: { change: () => fields.set(value, pick.value) } });
  fields.typed(text, (given, more) => fields.set(value, given, { more }));
  const swatch = h("span", { class: "studio-swatch", "aria-hidden": "true" }), el = fields.beside(value, h("div", { class: "studio-colour" }, pick, text), id);
  const base = h("span"), place = el.querySelector(".base p");
  place?.replaceChildren(swatch, base);
  const tell = (fresh) => {
    fields.write(text, fresh.now ?? "");
    if (HEX.test(fresh.now ?? "")) pick.value = fresh.now;
    swatch.style.background = fresh.base ?? "transparent";
    setText(base, fresh.base ?? "");
  };
  return { el, tell };
};

const encoded = (bytes) => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));

const send = async (studio, file) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (let at = 0; at === 0 || at < bytes.length; at += PART) {
    studio.act("logo", { name: file.name, part: encoded(bytes.subarray(at, at + PART)), first: at === 0, last: at + PART >= bytes.length });
  }
};

export const logo = (fields, value) => {
  const { studio } = fields, { say } = studio, { endings, most } = studio.state.logos, id = uid("logo");
  const large = h("p", { class: "problem", role: "alert" }), none = h("p", { class: "small" }, say("studio.logo_none"));
  const input = h("input", { type: "file", id, class: "sr", accept: endings.join(","), "aria-label": say("studio.logo_pick"), tabindex: "-1" });
  const shown = h("img", { class: "logo", alt: say("studio.logo_shown") }), pick = button(say("studio.logo_pick"), () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    setText(large, file.size > most ? say("studio.logo_large", { n: Math.round(most / 1000) }) : "");
    if (file.size <= most) send(studio, file);
  });
  const hint = h("p", { class: "small" }, say("studio.logo_hint", { n: Math.round(most / 1000) }));
  const el = h("div", { class: "studio-logo" }, none, h("div", { class: "studio-plate" }, shown), h("div", { class: "bar" }, pick, input), hint, large);
  const tell = (_fresh, state) => {
    none.hidden = Boolean(state.logo);
    shown.parentElement.hidden = !state.logo;
    if (state.logo && shown.getAttribute("src") !== state.logo) shown.src = state.logo;
  };
  return { el, tell };
};
