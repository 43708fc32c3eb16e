// Small tools for drawing without a framework. Nothing here knows a word or a form; nothing makes markup from text.
//
//   h(tag, props, ...children)        an element; text children become text nodes, null and false are left out.
//                                     props: class, hidden, disabled, value… set as properties; aria-*, data-*, for, role… as
//                                     attributes; on: {click: f}; null/undefined/false attributes are left out
//   makeSay(words, lang)              say(id, {n, name}) → string: fills {holes}, takes id.one / id.other by n, writes numbers as
//                                     the language does. say.lang, say.number(x). A missing word throws.
//   setText(node, text)               writes only when it differs (screen readers and carets stay calm)
//   setName(node, text)               its name for screen readers, where what stands on it says too little; likewise
//   keyed(parent, items, keyOf, make, update)
//                                     one child per item, by key, in order; kept children keep their DOM, focus and state
//   button(text, click, cls)          <button type="button">
//   follow(model, draw)               draw(state) now and after every change:state; a function to stop
//   hear(model, handlers)             handlers: {kind: f(message)} for custom messages; a function to stop
//   serverClock(nowIso)               () → server time in ms; the reference is taken at the call
//   countdown(el, endsAtIso, clock, show)
//                                     show(el, seconds left ≥ 0) now and each second; a function to stop
//   uid(prefix)                       an id unique on the page
//   root(el, cls)                     the one <div class="leads …"> of a widget, emptied, in el
//   pictures(list)                    the pictures of a text, each {src, alt}, in one <div>; null for none
//   copyText(text)                    to the clipboard, on plain http too; → Promise<boolean>

let made = 0;
export const uid = (prefix = "l") => `leads-${prefix}-${++made}`;

const PROPERTIES = new Set([
  "hidden",
  "disabled",
  "value",
  "checked",
  "type",
  "name",
  "id",
  "textContent",
  "readOnly",
  "open",
  "href",
  "rows",
  "htmlFor",
  "min",
  "max",
]);

export const h = (tag, props = {}, ...children) => {
  const el = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") el.className = value;
    else if (key === "on") for (const [type, act] of Object.entries(value)) el.addEventListener(type, act);
    else if (PROPERTIES.has(key)) el[key] = value;
    else el.setAttribute(key, value === true ? "" : value);
  }
  el.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return el;
};

export const setText = (node, text) => {
  if (node.textContent !== (text ?? "")) node.textContent = text ?? "";
};

export const setName = (node, text) => {
  if (node.getAttribute("aria-label") !== text) node.setAttribute("aria-label", text);
};

export const pictures = (list) =>
  list?.length ? h("div", { class: "pictures" }, list.map(({ src, alt }) => h("img", { src, alt }))) : null;

export const button = (text, click, cls = "") => h("button", { type: "button", class: cls, on: { click } }, text);

export const makeSay = (words, lang) => {
  const locale = `${lang}-CA`,
    numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    plurals = new Intl.PluralRules(locale);
  const shown = (value) => (typeof value === "number" ? numbers.format(value) : String(value));
  const say = (id, values = {}) => {
    const found =
      words[id] ??
      (typeof values.n === "number" ? words[`${id}.${plurals.select(values.n) === "one" ? "one" : "other"}`] : undefined);
    if (found === undefined) throw new Error(`no word ${id}`);
    return found.replace(/\{([a-z_]+)\}/g, (hole, key) => (key in values ? shown(values[key]) : hole));
  };
  return Object.assign(say, { lang, number: (value) => numbers.format(value) });
};

const keys = new WeakMap();
export const keyed = (parent, items, keyOf, make, update = () => {}) => {
  const have = new Map();
  for (const child of [...parent.children].filter((one) => keys.has(one))) {
    have.get(keys.get(child))?.remove();
    have.set(keys.get(child), child);
  }
  // What goes, goes first: then nothing that stays is moved, and none of it loses the focus.
  const wanted = items.map(keyOf);
  for (const [key, child] of have) if (!wanted.includes(key)) child.remove();
  let at = parent.firstElementChild;
  for (const [place, item] of items.entries()) {
    const key = wanted[place];
    let child = have.get(key);
    have.delete(key);
    if (!child) {
      child = make(item);
      keys.set(child, key);
    }
    update(child, item);
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
};

export const follow = (model, draw) => {
  const again = () => draw(model.get("state"));
  model.on("change:state", again);
  again();
  return () => model.off("change:state", again);
};

export const hear = (model, handlers) => {
  const listen = (message) => handlers[message?.kind]?.(message);
  model.on("msg:custom", listen);
  return () => model.off("msg:custom", listen);
};

export const serverClock = (nowIso) => {
  const ahead = Date.parse(nowIso) - Date.now();
  return () => Date.now() + ahead;
};

export const countdown = (el, endsAtIso, clock, show) => {
  const tick = () => show(el, Math.max(0, Math.ceil((Date.parse(endsAtIso) - clock()) / 1000)));
  const timer = setInterval(tick, 1000);
  tick();
  return () => clearInterval(timer);
};

export const root = (el, cls = "") => {
  const top = h("div", { class: `leads ${cls}`.trim() });
  el.replaceChildren(top);
  return top;
};

export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /* plain http has no clipboard: the old way */
  }
  const area = h("textarea", { value: text, readOnly: true, style: "position:fixed;opacity:0" });
  const back = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  back?.focus?.();
  return done;
};
