// Answers in words, to read and to copy: what a row of a list is called, and any value as one text.
//
//   form below is {value(id), field(id)}: of the page itself, or of one version of an answer among several
import { empty } from "./draft.js";
import { NOT_OBSERVED, shown } from "./faces.js";

const labels = (field, value) =>
  [value]
    .flat()
    .map((id) => field.options.find((one) => one.id === id)?.label ?? id)
    .join(", ");

// A row is called by its first line, else by the first row of another list, else by what was first chosen for it.
export const naming = (fields, row) => {
  const first = (type) => fields.find((one) => one.type === type && String(row[one.id] ?? "").trim());
  return first("line") ?? first("pick") ?? first("choice");
};
const nameBy = (field, row, form, say) => (TOLD[field.type]?.(field, row[field.id], form, say) ?? String(row[field.id])).trim();
export const nameOf = (fields, row, form, say, label = "") => {
  const own = fields.find((one) => one.id === label && String(row[one.id] ?? "").trim()) ?? naming(fields, row);
  return own ? nameBy(own, row, form, say) : "";
};

// The rows of one list by name, in order: [{id, name}]; a row without a name has its number.
export const named = (form, id, label, say) => {
  const fields = form.field(id)?.fields ?? [];
  return (form.value(id) ?? []).map((row, at) => ({ id: row.id, name: nameOf(fields, row, form, say, label) || say("card.row", { n: at + 1 }) }));
};

// What stands across a grid: its own columns, then the rows of a list.
export const columnsOf = (grid, form, say) => [
  ...grid.own.map(({ id, label }) => ({ id, name: label })),
  ...named(form, grid.columns, grid.column_label, say),
];

const called = (all) => {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "…";
};

const TOLD = {
  choice: labels,
  scale: (field, value, _form, say) => (value === NOT_OBSERVED ? say("card.na") : shown(value, field.low)),
  tick: (_field, value, _form, say) => say(value ? "card.yes" : "card.no"),
  rows: (field, value, form, say) =>
    value
      .map((row) =>
        field.fields
          .filter((one) => !empty(row[one.id]))
          .map((one) => worded(one, row[one.id], form, say))
          .join(" · "),
      )
      .join("\n"),
  pick: (field, value, form, say) => called(named(form, field.rows, field.row_label, say))(value),
  pairs: (field, value, form, say) => {
    const name = called(named(form, field.rows, field.row_label, say));
    return value.map(([one, other]) => `${name(one)} – ${name(other)}`).join("\n");
  },
  grid: (field, value, form, say) => {
    const row = called(named(form, field.rows, field.row_label, say)),
      column = called(columnsOf(field, form, say));
    const meaning = new Map(field.signs.length ? field.anchors : []),
      said = (mark) => meaning.get(mark) ?? shown(mark, field.low),
      cells = (given) => Object.entries(given).map(([id, mark]) => `${column(id)} ${said(mark)}`);
    return Object.entries(value)
      .map(([id, given]) => say("card.told_row", { name: row(id), told: cells(given).join(", ") }))
      .join("\n");
  },
};
export const worded = (field, value, form, say) =>
  empty(value) ? say("card.nothing") : (TOLD[field.type] ?? ((_field, one) => String(one)))(field, value, form, say);
