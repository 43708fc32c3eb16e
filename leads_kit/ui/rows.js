// A list that grows: rows of fields, added, removed and brought back, with the focus where the eye is.
import { chips, unused } from "./chips.js";
import { button, h, keyed, setText } from "./dom.js";
import { asMenu } from "./marks.js";
import { rowCard } from "./row.js";
import { shell } from "./shell.js";
import { nameOf } from "./told.js";

// Rows fold as soon as there are two of them: in the short form all but those of one field that is no list of options itself,
// in the full one those of so many fields that the next name would be out of sight.
const VAST = 7;
const tall = (fields, short) =>
  fields.length >= (short ? 2 : VAST) || (short && fields.some((one) => one.type === "choice" && !asMenu(one)));
const freshId = () => `r${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => (byte % 36).toString(36)).join("")}`;

export const rows = (field, ctx) => {
  const list = h("ol", { class: "rows" }),
    full = h("p", { class: "small", "aria-live": "polite", tabindex: "-1" }),
    said = h("p", { class: "sr", role: "status" }),
    cards = new Map();
  let described = field,
    value = [],
    gone = [],
    open = null,
    locked = false;
  const add = button("", () => {
    open = put({});
    show();
    cards.get(open).focus();
  });
  const offered = chips(
    (text) => {
      put({ [first().id]: text });
      setText(said, ctx.say("card.added", { name: text }));
    },
    () => (add.disabled ? full : add),
  );
  const around = shell(field, h("div", {}, list, offered.el, h("div", { class: "bar" }, add, full), said), { group: true });

  const first = () => described.fields.find((one) => one.type === "line");
  const asked = () => described.fields.filter((one) => !(ctx.form.short() && one.full_only));
  const limit = () => Math.min(described.most, (ctx.form.short() && described.short_most) || described.most);
  const title = (row) => nameOf(described.fields, row, ctx.form, ctx.say) || ctx.say("card.row", { n: value.indexOf(row) + 1 });
  const tell = (next) => {
    value = next;
    ctx.change(value);
    show();
  };
  // Rows that choose among those of another list are called by them, and offer them.
  for (const id of new Set(field.fields.filter((one) => one.type === "pick").map((one) => one.rows))) ctx.form.watch(id, () => show());
  const put = (given) => {
    const row = { id: freshId(), ...given };
    tell([...value, row]);
    return row.id;
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
    gone = gone.filter((other) => other !== one);
    open = one.row.id;
    const at = value.findIndex((row) => row.id === one.after) + 1;
    tell([...value.slice(0, at), one.row, ...value.slice(at)]);
    cards.get(one.row.id).focus();
  };
  const stone = (one) =>
    h(
      "li",
      { class: "gone", "data-gone": one.row.id },
      h("span", { dir: "auto" }),
      button("", () => restore(one), "quiet small"),
    );

  const acts = {
    change: (id, key, given) => {
      open = id;
      const changed = (row) => Object.fromEntries(Object.entries({ ...row, [key]: given }).filter(([, kept]) => kept !== null));
      tell(value.map((row) => (row.id === id ? changed(row) : row)));
    },
    taken: (id, key) => value.filter((row) => row.id !== id && row[key]).map((row) => row[key]),
    turn: (id, yes) => {
      open = yes ? id : null;
      show();
    },
    take,
  };
  const made = (row) => {
    const card = rowCard(row.id, ctx, acts);
    cards.set(row.id, card);
    return card.el;
  };

  // Rows in order, each followed by the places of those removed after it.
  const items = () => {
    const left = [...gone],
      all = [];
    const stones = (after) => {
      for (const one of left.filter((other) => other.after === after)) {
        left.splice(left.indexOf(one), 1);
        all.push({ gone: one });
        stones(one.row.id);
      }
    };
    stones(null);
    for (const row of value) {
      all.push({ row });
      stones(row.id);
    }
    return [...all, ...left.map((one) => ({ gone: one }))];
  };
  const foot = () => {
    const most = limit(),
      more = value.length < most && !locked,
      line = first();
    add.hidden = locked;
    add.disabled = !more;
    setText(add, described.add ?? ctx.say("card.add"));
    const enough =
      value.length < described.most
        ? () => ctx.say("card.short_rows", { n: most, full: ctx.say("card.full") })
        : () => ctx.say("card.most_rows", { n: described.most });
    setText(full, more || locked ? "" : enough());
    const names = value.map((row) => row[line?.id]).filter(Boolean);
    const texts = described.suggest && line && more ? unused(ctx.form.suggested(described.suggest), names, line.most) : [];
    offered.show(texts, "card.suggest_add", ctx.say);
  };
  const show = () => {
    const fields = asked(),
      folding = value.length > 1 && tall(fields, ctx.form.short());
    const fill = (el, item) => {
      if (item.row) {
        const how = { fields, title: title(item.row), locked, folding, open: item.row.id === open };
        return cards.get(item.row.id).show(item.row, how, described.fields);
      }
      setText(el.firstChild, ctx.say("card.removed", { name: item.gone.text }));
      setText(el.lastChild, ctx.say("card.undo"));
      el.lastChild.hidden = locked;
      el.lastChild.disabled = value.length >= described.most;
    };
    keyed(
      list,
      items(),
      (item) => (item.row ? item.row.id : `gone ${item.gone.row.id}`),
      (item) => (item.row ? made(item.row) : stone(item.gone)),
      fill,
    );
    foot();
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
    holds: () => [...cards.values()].some((card) => card.holds()),
  };
};
