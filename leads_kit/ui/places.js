// Where every question of a form stands on the page, by path (`contacts/r2/name`), so that what stands in its way is told there.
export class Places {
  #all = new Map();

  put(path, drawn) {
    this.#all.set(path, drawn);
  }

  // problems: [{field: path, text}]. What has no place of its own is told at the nearest one around it.
  tell(problems) {
    const told = new Map();
    for (const { field, text } of problems) {
      let path = field;
      while (!this.#all.has(path) && path.includes("/")) path = path.slice(0, path.lastIndexOf("/"));
      told.set(path, [told.get(path), text].filter(Boolean).join(" "));
    }
    for (const [path, drawn] of this.#all) drawn.problem(told.get(path) ?? "");
  }
}
