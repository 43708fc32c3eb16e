// What a card has to tell about an answer: put back, changed elsewhere, not saved before the end; and its status in words.
import { button, copyText, h, keyed, setText } from "./dom.js";
import { empty, same } from "./draft.js";
import { worded } from "./told.js";

// An answer in lines of plain text, for reading and copying: [[label, value], …] of the fields asked for.
const listed = (asked, fields, answer, say) => {
  const form = { value: (id) => answer[id], field: (id) => fields.find((one) => one.id === id) };
  return asked.map((field) => [field.label, worded(field, answer[field.id], form, say)]);
};
const different = (fields, one, other) => fields.filter((field) => !same({ it: one[field.id] }, { it: other[field.id] }));

const version = (title, lines, text, choose) =>
  h(
    "div",
    { class: "version" },
    h("h3", {}, title),
    h(
      "dl",
      {},
      lines.map(([label, value]) => [h("dt", {}, label), h("dd", { dir: "auto", translate: "no" }, value)]),
    ),
    button(text, choose),
  );

const conflict = (keeper, fields, say) => {
  const { answer } = keeper.theirs,
    asked = different(fields, keeper.answer, answer);
  return h(
    "div",
    { class: "notice conflict", "data-state": "warn", role: "group", "aria-label": say("card.conflict") },
    h("p", { role: "status" }, say("card.conflict")),
    h(
      "div",
      { class: "grid" },
      version(say("card.mine"), listed(asked, fields, keeper.answer, say), say("card.keep_mine"), () => keeper.choose(true)),
      version(say("card.theirs"), listed(asked, fields, answer, say), say("card.take_theirs"), () => keeper.choose(false)),
    ),
  );
};

const kept = (keeper, fields, say) => {
  const text = listed(
    fields.filter((field) => !empty(keeper.kept[field.id])),
    fields,
    keeper.kept,
    say,
  )
    .map((line) => line.join("\n"))
    .join("\n\n");
  const told = h("span", { class: "small", role: "status" });
  return h(
    "div",
    { class: "notice", "data-state": "warn" },
    h("p", { role: "status" }, say("card.closed_unsaved")),
    h("textarea", {
      readOnly: true,
      value: text,
      rows: Math.min(10, text.split("\n").length + 1),
      dir: "auto",
      "aria-label": say("card.kept_text"),
    }),
    h(
      "div",
      { class: "bar" },
      button(say("card.copy"), async () => setText(told, say((await copyText(text)) ? "card.copied" : "card.not_copied"))),
      button(say("card.dismiss"), () => keeper.dismiss(), "quiet"),
      told,
    ),
  );
};

const restored = (keeper, _fields, say) =>
  h(
    "div",
    { class: "notice", "data-state": "good" },
    h("p", { role: "status" }, say("card.draft_back")),
    h(
      "div",
      { class: "bar" },
      button(say("card.draft_stand"), () => keeper.stand(), "quiet"),
      button(say("card.draft_drop"), () => keeper.drop(), "quiet"),
    ),
  );
const undone = (keeper, _fields, say) =>
  h(
    "div",
    { class: "notice" },
    h(
      "div",
      { class: "bar" },
      h("span", { role: "status" }, say("card.taken")),
      button(say("card.undo"), () => keeper.undo(), "quiet"),
    ),
  );

const KINDS = { restored, conflict, kept, undone };

// What each box says, in a form that can be compared: a box is made anew only when that has changed.
const STANDS = {
  restored: (keeper) => keeper.restored && "yes",
  conflict: (keeper) => keeper.theirs && JSON.stringify([keeper.theirs, keeper.answer]),
  kept: (keeper) => keeper.kept && JSON.stringify(keeper.kept),
  undone: (keeper) => keeper.open && keeper.before && "yes",
};
export const notices = (el, kinds, keeper, fields, say) => {
  const now = kinds.map((kind) => [kind, STANDS[kind](keeper)]).filter(([, said]) => said);
  const held = el.contains(document.activeElement);
  keyed(
    el,
    now,
    ([kind, said]) => `${say.lang} ${kind} ${said}`,
    ([kind]) => KINDS[kind](keeper, fields, say),
  );
  if (held && !el.contains(document.activeElement)) (el.querySelector("button") ?? el).focus();
};

const STATUS = {
  calm: ["", "calm"],
  saving: ["card.saving", "saving"],
  saved: ["card.saved", "saved"],
  except: ["card.saved_except", "trouble"],
  late: ["card.late", "late"],
  conflict: ["card.conflict_status", "trouble"],
  closed: ["", "closed"],
};
export const status = (el, keeper, say) => {
  const [id, state] = STATUS[keeper.status] ?? [null, "trouble"];
  setText(el, id === null ? keeper.trouble : id && say(id));
  el.dataset.state = state;
};
