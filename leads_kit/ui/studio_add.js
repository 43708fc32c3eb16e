// A new exercise, a new agenda: a small form in the list, which closes once it has been taken.
import { button, h, uid } from "./dom.js";

const letters = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const idOf = (title) => letters(title).replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 40);

const input = (prefix, props = {}) => h("input", { type: "text", id: uid(prefix), autocomplete: "off", ...props });
export const field = (control, text) => h("label", { class: "field", for: control.id }, text, control);

// An id that follows a title until it is typed itself.
export const following = (titles, id) => {
  const said = () => titles.find((one) => one.value.trim())?.value ?? "";
  for (const one of titles) one.addEventListener("input", () => { if (!id.typed) id.value = idOf(said()); });
  id.addEventListener("input", () => { id.typed = id.value !== ""; });
};

const form = (studio, word, fields, add) => {
  const { say } = studio, box = h("details", { class: "studio-add" });
  let asked = false;
  const put = (event) => {
    event.preventDefault();
    const missing = add();
    if (missing) return missing.focus();
    studio.moved = asked = true;
  };
  // What was refused stays, to be put right.
  box.tell = (other, refused) => {
    if (asked && other) {
      box.open = false;
      for (const one of box.querySelectorAll("input")) Object.assign(one, { value: "", typed: false });
    }
    asked = asked && !other && !refused;
  };
  box.append(h("summary", {}, say(word)), h("form", { on: { submit: put } }, fields, h("button", { type: "submit", class: "first" }, say("studio.add_now"))));
  return box;
};

export const addExercise = (studio) => {
  const { say, state } = studio;
  const kind = h("select", { id: uid("kind") }, state.kinds.map((one) => h("option", { value: one.kind }, one.line)));
  const titles = state.langs.map((lang) => [lang, input("title", { lang })]), id = input("id", { spellcheck: "false" });
  following(titles.map(([, one]) => one), id);
  const named = titles.map(([lang, one]) => field(one, state.langs.length > 1 ? `${say("studio.new_title")} · ${say(`studio.lang.${lang}`)}` : say("studio.new_title")));
  return form(studio, "studio.add", [field(kind, say("studio.kind")), ...named, field(id, say("studio.id"))], () => {
    const title = Object.fromEntries(titles.map(([lang, one]) => [lang, one.value]));
    const missing = titles.every(([, one]) => !one.value.trim()) ? titles[0][1] : id.value.trim() ? null : id;
    if (!missing) studio.act("add", { id: id.value.trim(), type: kind.value, title });
    return missing;
  });
};

export const addAgenda = (studio) => {
  const { say, state } = studio;
  const like = h("select", { id: uid("like") }, state.agendas.map((one) => h("option", { value: one.id }, one.title)));
  const id = input("id", { spellcheck: "false" });
  return form(studio, "studio.new_agenda", [field(like, say("studio.like_agenda")), field(id, say("studio.id"))], () => {
    if (id.value.trim()) studio.act("new_agenda", { id: id.value.trim(), like: like.value });
    return id.value.trim() ? null : id;
  });
};
