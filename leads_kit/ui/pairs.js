// Who of a list knows whom: for each row, chips of the others, both ways at once.
import { h, keyed, setText, uid } from "./dom.js";
import { shell } from "./shell.js";
import { named } from "./told.js";

export const pairs = (field, ctx) => {
  const list = h("div", { class: "knows" }),
    few = h("p", { class: "small" }),
    around = shell(field, h("div", {}, few, list), { group: true });
  let described = field,
    known = new Set(),
    locked = false;
  const people = () => named(ctx.form, described.rows, described.row_label, ctx.say);
  const key = (one, other) => [one, other].sort().join(" ");
  // In row order, each pair once; a pair of a removed row is remembered here and comes back with its row.
  const given = (all) =>
    all.flatMap((one, at) =>
      all
        .slice(at + 1)
        .filter((other) => known.has(key(one.id, other.id)))
        .map((other) => [one.id, other.id]),
    );
  const tell = () => {
    const pairs = given(people());
    ctx.change(pairs.length ? pairs : null);
  };
  const chip = (one, other) => {
    const input = h("input", {
      type: "checkbox",
      id: uid("pair"),
      on: {
        change: () => {
          known[input.checked ? "add" : "delete"](key(one.id, other.id));
          tell();
          show();
        },
      },
    });
    return h("label", {}, input, h("span", { class: "face", dir: "auto" }));
  };
  const show = () => {
    const all = people();
    setText(few, all.length < 2 ? ctx.say("card.pairs_need_two") : "");
    few.hidden = all.length >= 2;
    keyed(
      list,
      all.length < 2 ? [] : all,
      (one) => one.id,
      () => h("fieldset", {}, h("legend", { dir: "auto" }), h("div", { class: "chips" })),
      (set, one) => {
        setText(set.firstChild, one.name);
        keyed(
          set.lastChild,
          all.filter((other) => other.id !== one.id),
          (other) => other.id,
          (other) => chip(one, other),
          (label, other) => {
            label.firstChild.checked = known.has(key(one.id, other.id));
            label.firstChild.disabled = locked;
            setText(label.lastChild, other.name);
          },
        );
      },
    );
  };
  ctx.form.watch(field.rows, () => {
    show();
    if (JSON.stringify(given(people())) !== JSON.stringify(ctx.form.value(field.id) ?? [])) tell();
  });
  return {
    ...around,
    set: (value) => {
      const here = new Set(people().map(({ id }) => id)),
        gone = [...known].filter((pair) => !pair.split(" ").every((id) => here.has(id)));
      known = new Set([...gone, ...(value ?? []).map(([one, other]) => key(one, other))]);
      show();
    },
    texts: (one) => {
      described = one;
      around.texts(one, ctx.say);
      show();
    },
    lock: (yes) => {
      locked = yes;
      show();
    },
    focus: () => list.querySelector("input")?.focus(),
    holds: () => false,
  };
};
