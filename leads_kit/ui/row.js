// One row of a list: its fields under its name, and the way to remove it. In a long list of the short form it folds to its name.
import { button, h, keyed, setText, uid } from "./dom.js";
import { empty } from "./draft.js";
import { naming, worded } from "./told.js";

// What a folded row says beside its name: how much is answered, or once it all is, what was chosen.
const gist = (all, row, ctx) => {
  const fields = all.filter((one) => one !== naming(all, row)),
    asked = fields.filter((one) => !one.optional),
    done = asked.filter((one) => !empty(row[one.id])).length;
  if (done < asked.length) return ctx.say("card.progress", { done, count: asked.length });
  return fields
    .filter((one) => (["choice", "pick"].includes(one.type) && !empty(row[one.id])) || (one.type === "tick" && row[one.id]))
    .map((one) => (one.type === "tick" ? one.label : worded(one, row[one.id], ctx.form, ctx.say)))
    .join(" · ");
};

// → {el, show(row, how), focus(), remove, holds()}
//   acts: {change(row id, field id, value), taken(row id, field id), turn(row id, open), take(row id)}
//   how: {fields, title, locked, folding, open}: `fields` are those asked now; `folding`, whether the list folds its rows
export const rowCard = (id, ctx, acts) => {
  const body = h("div", { class: "fields", id: uid("row") }),
    drawn = new Map(),
    wrong = new Set();
  const title = h("bdi"),
    name = h("bdi"),
    told = h("small"),
    removed = h("span", { class: "sr" }),
    verb = h("span");
  const fold = button("", () => turn(), "plain fold"),
    remove = button("", () => acts.take(id), "quiet small"),
    set = h("fieldset", { class: "row" }, h("legend", {}, title, fold), body, remove);
  fold.append(name, told);
  fold.setAttribute("aria-controls", body.id);
  remove.append(verb, removed);
  let shown = { row: { id }, how: null };

  // Something that could not be kept opens its row; and no row folds under a caret.
  const opened = (how) => !how.folding || how.open || wrong.size > 0 || body.contains(document.activeElement);
  const turn = () => {
    acts.turn(id, body.hidden);
    fold.scrollIntoView({ block: "nearest" });
  };
  const place = (one, path, child) => {
    const problem = (text) => {
      const before = wrong.size;
      child.problem(text);
      wrong[text ? "add" : "delete"](one.id);
      if (Boolean(before) !== Boolean(wrong.size)) refold();
    };
    ctx.form.place(path, { ...child, problem });
  };
  const make = (one) => {
    const path = `${ctx.path}/${id}/${one.id}`;
    const change = (given) => acts.change(id, one.id, given),
      taken = () => acts.taken(id, one.id);
    const child = ctx.draw(one, { ...ctx, path, change, taken });
    drawn.set(one.id, child);
    place(one, path, child);
    return child.el;
  };
  const refold = () => {
    const { row, how } = shown,
      open = opened(how);
    title.hidden = how.folding;
    fold.hidden = !how.folding;
    setText(title, how.folding ? "" : how.title);
    setText(name, how.folding ? how.title : "");
    setText(told, how.folding && !open ? gist(how.fields, row, ctx) : "");
    fold.setAttribute("aria-expanded", String(open));
    set.classList.toggle("folded", !open);
    body.hidden = !open;
    remove.hidden = !open || how.locked;
  };
  return {
    el: h("li", {}, set),
    show: (row, how, all) => {
      shown = { row, how };
      const fill = (el, one) => {
        const child = drawn.get(one.id);
        child.texts(one);
        child.set(row[one.id] ?? null);
        child.lock(how.locked);
        el.hidden = !how.fields.includes(one);
      };
      keyed(body, all, (one) => one.id, make, fill);
      setText(verb, ctx.say("card.remove"));
      setText(removed, ` ${how.title}`);
      refold();
    },
    focus: () => [...drawn.values()].find((child) => !child.el.hidden)?.focus(),
    holds: () => [...drawn.values()].some((child) => child.holds()),
  };
};
