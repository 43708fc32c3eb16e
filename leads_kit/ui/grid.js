// How much each column has of each row: one group of chips for every pair, row by row, following the lists both come from.
import { h, keyed, setText } from "./dom.js";
import { anchored, faces } from "./faces.js";
import { clearing } from "./marks.js";
import { shell } from "./shell.js";
import { columnsOf, named } from "./told.js";

// The marks of one column in one row: → {el, show(mark, row name, column name, locked, field)}.
const cell = (field, ctx, change) => {
  const name = h("bdi", { class: "column" }),
    line = faces(field, (mark) => {
      change(mark);
      clear.show(true);
    });
  const clear = clearing({ say: ctx.say, change }, line),
    el = h("div", { class: "cell" }, name, line.el, clear.el);
  return {
    el,
    show: (mark, row, column, locked, worded) => {
      setText(name, column);
      line.texts(ctx.say, (face) => ctx.say("card.cell", { row, column, mark: face }), worded);
      line.set(mark);
      line.lock(locked);
      clear.text(ctx.say("card.cell_name", { row, column }));
      clear.show(mark !== null);
      clear.el.hidden = locked;
    },
  };
};

export const grid = (field, ctx) => {
  const few = h("p", { class: "small" }),
    meaning = anchored(),
    list = h("div", { class: "grid-rows" }),
    around = shell(field, h("div", {}, few, meaning.el, list), { group: true }),
    cells = new WeakMap();
  let described = field,
    marks = new Map(),
    locked = false;
  const rows = () => named(ctx.form, described.rows, described.row_label, ctx.say);
  const columns = () => columnsOf(described, ctx.form, ctx.say);
  // In the order of the page. Marks of a removed row or column are remembered here and come back with it.
  const given = (down, across) =>
    Object.fromEntries(
      down
        .map(({ id }) => [id, across.filter((one) => marks.get(id)?.has(one.id)).map((one) => [one.id, marks.get(id).get(one.id)])])
        .filter(([, kept]) => kept.length)
        .map(([id, kept]) => [id, Object.fromEntries(kept)]),
    );
  const tell = () => {
    const value = given(rows(), columns());
    ctx.change(Object.keys(value).length ? value : null);
  };
  const mark = (row, column, value) => {
    const kept = marks.get(row) ?? new Map();
    if (value === null) kept.delete(column);
    else kept.set(column, value);
    marks.set(row, kept);
    tell();
  };
  const made = (row, column) => {
    const one = cell(described, ctx, (value) => mark(row, column, value));
    cells.set(one.el, one);
    return one.el;
  };
  const show = () => {
    const down = rows(),
      across = columns(),
      ready = down.length > 0 && across.length > 0;
    setText(few, ready ? "" : ctx.say("card.grid_needs"));
    few.hidden = ready;
    meaning.el.hidden = !ready || !described.anchors.length;
    around.describe(meaning.el.hidden ? "" : meaning.el.id);
    keyed(
      list,
      ready ? down : [],
      (row) => row.id,
      () => h("fieldset", {}, h("legend", {}, h("bdi")), h("div", { class: "cells" })),
      (set, row) => {
        setText(set.firstChild.firstChild, row.name);
        const fill = (el, column) =>
          cells.get(el).show(marks.get(row.id)?.get(column.id) ?? null, row.name, column.name, locked, described);
        keyed(set.lastChild, across, (column) => column.id, (column) => made(row.id, column.id), fill);
      },
    );
  };
  // An answer from elsewhere says everything about what is on the page, and nothing about what was removed from it here.
  const remembering = (value) => {
    const down = new Set(rows().map(({ id }) => id)),
      across = new Set(columns().map(({ id }) => id));
    const next = new Map(Object.entries(value).map(([row, kept]) => [row, new Map(Object.entries(kept))]));
    for (const [row, kept] of marks)
      for (const [column, one] of kept) {
        if (down.has(row) && across.has(column)) continue;
        if (!next.has(row)) next.set(row, new Map());
        if (!next.get(row).has(column)) next.get(row).set(column, one);
      }
    return next;
  };
  const moved = () => {
    show();
    if (JSON.stringify(given(rows(), columns())) !== JSON.stringify(ctx.form.value(field.id) ?? {})) tell();
  };
  for (const id of new Set([field.rows, field.columns])) ctx.form.watch(id, moved);
  return {
    ...around,
    set: (value) => {
      marks = remembering(value ?? {});
      show();
    },
    texts: (one) => {
      described = one;
      around.texts(one, ctx.say);
      meaning.texts(one.anchors, one.low, one.signs);
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
