// A list that grows: rows of fields, added, removed and brought back, with the focus where the eye is.
import { button, h, keyed, setText } from "./dom.js";
import { shell } from "./shell.js";

const freshId = () => `r${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => (byte % 36).toString(36)).join("")}`;

export const rows = (field, ctx) => {
  const list = h("ol", { class: "rows" }),
    full = h("p", { class: "small", "aria-live": "polite" }),
    cards = new Map();
  let described = field,
    value = [],
    gone = [],
    locked = false;
  const add = button("", () => {
    const row = { id: freshId() };
    tell([...value, row]);
    cards.get(row.id).drawn.values().next().value?.focus();
  });
  const around = shell(field, h("div", {}, list, h("div", { class: "bar" }, add, full)), { group: true });
  const title = (row) =>
    row[described.fields.find((one) => one.type === "line")?.id] || ctx.say("card.row", { n: value.indexOf(row) + 1 });
  const tell = (next) => {
    value = next;
    ctx.change(value);
    show();
  };

  const card = (row) => {
    const legend = h("legend", { dir: "auto" }),
      body = h("div", { class: "fields" }),
      drawn = new Map();
    const remove = button("", () => take(row.id), "quiet small"),
      name = h("span", { class: "sr" }),
      verb = h("span");
    remove.append(verb, name);
    cards.set(row.id, { legend, body, drawn, remove, verb, name });
    return h("li", {}, h("fieldset", { class: "row" }, legend, body, remove));
  };
  const update = (row) => {
    const { body, drawn, legend, remove, verb, name } = cards.get(row.id);
    const make = (one) => {
      const path = `${ctx.path}/${row.id}/${one.id}`;
      const change = (given) =>
        tell(
          value.map((other) =>
            other.id === row.id
              ? Object.fromEntries(Object.entries({ ...other, [one.id]: given }).filter(([, kept]) => kept !== null))
              : other,
          ),
        );
      const child = ctx.draw(one, { ...ctx, path, change });
      drawn.set(one.id, child);
      ctx.form.place(path, child);
      return child.el;
    };
    keyed(
      body,
      described.fields,
      (one) => one.id,
      make,
      (_el, one) => {
        drawn.get(one.id).texts(one);
        drawn.get(one.id).set(row[one.id] ?? null);
        drawn.get(one.id).lock(locked);
      },
    );
    setText(legend, title(row));
    setText(verb, ctx.say("card.remove"));
    setText(name, ` ${title(row)}`);
    remove.hidden = locked;
  };

  // A removed row leaves its place behind, with the way back under the finger that removed it.
  const take = (id) => {
    const at = value.findIndex((row) => row.id === id),
      row = value[at];
    gone = [...gone, { row, after: value[at - 1]?.id ?? null, text: title(row) }];
    cards.delete(id);
    tell(value.filter((one) => one.id !== id));
    list.querySelector(`[data-gone="${CSS.escape(id)}"] button`)?.focus();
  };
  const restore = (one) => {
    if (value.length >= described.most) return;
    gone = gone.filter((other) => other !== one);
    const at = value.findIndex((row) => row.id === one.after) + 1;
    tell([...value.slice(0, at), one.row, ...value.slice(at)]);
    cards.get(one.row.id).drawn.values().next().value?.focus();
  };
  const stone = (one) =>
    h(
      "li",
      { class: "gone", "data-gone": one.row.id },
      h("span", { dir: "auto" }),
      button("", () => restore(one), "quiet small"),
    );

  const show = () => {
    const left = [...gone],
      items = [];
    const stones = (after) => {
      for (const one of left.filter((other) => other.after === after)) {
        left.splice(left.indexOf(one), 1);
        items.push({ gone: one });
        stones(one.row.id);
      }
    };
    stones(null);
    for (const row of value) {
      items.push({ row });
      stones(row.id);
    }
    for (const one of left) items.push({ gone: one });
    const make = (item) => (item.row ? card(item.row) : stone(item.gone));
    const fill = (el, item) => {
      if (item.row) return update(item.row);
      setText(el.firstChild, ctx.say("card.removed", { name: item.gone.text }));
      setText(el.lastChild, ctx.say("card.undo"));
      el.lastChild.hidden = locked;
    };
    keyed(list, items, (item) => (item.row ? item.row.id : `gone ${item.gone.row.id}`), make, fill);
    const most = value.length >= described.most;
    add.hidden = locked;
    add.disabled = most;
    setText(add, described.add ?? ctx.say("card.add"));
    setText(full, most && !locked ? ctx.say("card.most_rows", { n: described.most }) : "");
  };
  return {
    ...around,
    set: (given) => {
      value = given ?? [];
      gone = gone.filter((one) => !value.some((row) => row.id === one.row.id));
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
    focus: () => add.focus(),
    holds: () => [...cards.values()].some(({ drawn }) => [...drawn.values()].some((child) => child.holds())),
  };
};
