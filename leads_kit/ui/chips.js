// What the person wrote earlier, offered again as small buttons: a tap puts it in. What is there already is left out.
import { button, h, keyed, setName, setText, uid } from "./dom.js";

const MOST = 12;

// For comparing: without accents, case and the number of spaces.
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

export const unused = (offered, taken, longest = Infinity) => {
  const seen = new Set(["", ...taken.map(folded)]);
  const fresh = (text) => [...text].length <= longest && !seen.has(folded(text)) && seen.add(folded(text));
  return offered.filter(fresh).slice(0, MOST);
};

// → {el, show(texts, word, say)}: `word` names each button, put(text) takes a tap. The focus goes on to the next button;
// after the last one to what `after()` gives.
export const chips = (put, after) => {
  const label = h("p", { class: "small", id: uid("offered") }),
    list = h("div", { class: "chips" }),
    el = h("div", { class: "offered", role: "group", "aria-labelledby": label.id }, label, list);
  const chip = (text) => {
    const tap = () => {
      const at = [...list.children].indexOf(one);
      put(text);
      (list.children[Math.min(at, list.children.length - 1)] ?? after()).focus();
    };
    const one = button("", tap, "chip");
    one.append(h("bdi", { translate: "no" }, text));
    return one;
  };
  return {
    el,
    show: (texts, word, say) => {
      el.hidden = !texts.length;
      setText(label, say("card.suggested"));
      keyed(
        list,
        texts,
        (text) => text,
        chip,
        (one, text) => setName(one, say(word, { name: text })),
      );
    },
  };
};
