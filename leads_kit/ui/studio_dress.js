// The studio's own style, in its page and in the page of its preview.
import { h } from "./dom.js";

export const dress = (model, page) => {
  const base = model.get("source") === "url" ? model.get("base") : "";
  for (const name of base ? ["theme.css", "studio.css"] : []) {
    const href = new URL(base + name, document.baseURI).href;
    if ([...page.querySelectorAll("link")].some((one) => one.href === href)) continue;
    page.head.append(h("link", { rel: "stylesheet", href }));
  }
};
