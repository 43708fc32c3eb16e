// Answers compared, and the unsent draft of one: in sessionStorage, so it outlives a reload of this tab and nothing else.

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

export const draftOf = (key) => {
  const name = `leads-draft:${key}`;
  return {
    read: () => allowed(() => JSON.parse(sessionStorage.getItem(name))),
    write: (draft) => allowed(() => sessionStorage.setItem(name, JSON.stringify(draft))),
    forget: () => allowed(() => sessionStorage.removeItem(name)),
  };
};
