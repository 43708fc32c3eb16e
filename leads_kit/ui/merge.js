// Two people's changes to one answer, put together by field and by row. No drawing.
//
//   merge(base, mine, theirs) → {value}, or null where both changed the same thing differently
import { same } from "./draft.js";

const isRows = (value) => Array.isArray(value) && value.every((row) => row && typeof row === "object" && "id" in row);
const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const alike = (one, other) => same({ x: one }, { x: other });

const maps = (base, mine, theirs) => {
  const value = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const one = merge(base?.[key], mine[key], theirs[key]);
    if (!one) return null;
    if (one.value !== undefined) value[key] = one.value;
  }
  return { value };
};

// Rows in their order, then those that only I added. A row that one took away stays when the other has changed it meanwhile.
const rows = (base, mine, theirs) => {
  const byId = (list) => Object.fromEntries((list ?? []).map((row) => [row.id, row]));
  const [was, my, their] = [base, mine, theirs].map(byId), value = [];
  for (const id of new Set([...theirs, ...mine].map((row) => row.id))) {
    if (id in my && id in their) {
      const one = maps(was[id], my[id], their[id]);
      if (!one) return null;
      value.push(one.value);
    } else {
      const left = my[id] ?? their[id];
      if (!(id in was) || !alike(left, was[id])) value.push(left);
    }
  }
  return { value };
};

export const merge = (base, mine, theirs) => {
  if (alike(mine, theirs) || alike(mine, base)) return { value: theirs };
  if (alike(theirs, base)) return { value: mine };
  if (isMap(mine) && isMap(theirs)) return maps(isMap(base) ? base : {}, mine, theirs);
  if (isRows(mine ?? []) && isRows(theirs ?? [])) return rows(isRows(base) ? base : [], mine ?? [], theirs ?? []);
  return null;
};
