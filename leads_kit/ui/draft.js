// Answers compared, and the unsent draft of one: in localStorage, because a phone that ends a tab forgets the tab's own
// storage with it. Who may find it there, and when it goes: docs/decisions/0012-drafts.md and server/place.js.

const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .filter((key) => !empty(value[key]))
        .map((key) => [key, plain(value[key])]),
    );
  return value;
};
export const empty = (value) => value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
export const same = (one, other) => JSON.stringify(plain(one ?? {})) === JSON.stringify(plain(other ?? {}));

// Storage may be forbidden (private windows); the page itself still has the answer then.
const allowed = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};
const TAB = `${Date.now()} ${Math.random()}`;

// The same answer may be open in two tabs: neither forgets what the other has not sent.
export const draftOf = (key) => {
  const name = `leads-draft:${key}`;
  const read = () => allowed(() => JSON.parse(localStorage.getItem(name)));
  const forget = () => allowed(() => localStorage.removeItem(name));
  return {
    read,
    write: (draft) => allowed(() => localStorage.setItem(name, JSON.stringify({ ...draft, tab: TAB, at: Date.now() }))),
    sent: () => read()?.tab === TAB && forget(),
    forget,
  };
};
