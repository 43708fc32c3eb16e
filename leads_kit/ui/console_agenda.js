// The agenda as a list of buttons; looking at a step moves nothing. Where a meeting begins, its title stands above the step.
import { h, keyed, setText } from "./dom.js";

const lines = (agenda) => agenda.flatMap((one) => (one.meeting ? [{ title: one.meeting, of: one.position }, one] : [one]));

export class Agenda {
  constructor(desk) {
    this.desk = desk;
    this.el = h("ol", { class: "agenda" });
  }

  show(state, say) {
    const now = state.step?.position;
    keyed(
      this.el,
      lines(state.agenda),
      (one) => ("of" in one ? `meeting ${one.of}` : one.position),
      (one) => ("of" in one ? h("li", { class: "meeting" }, h("h2")) : this.#line(one.position)),
      (li, one) => ("of" in one ? setText(li.firstChild, one.title) : this.#show(li, one, now, say)),
    );
  }

  #show(li, one, now, say) {
    const [title, small] = li.firstChild.children;
    li.className = `${one.state} ${one.position === now ? "now" : ""}`;
    li.firstChild.setAttribute("aria-current", one.position === now ? "step" : "false");
    setText(title, one.title);
    const round = one.round > 1 ? ` · ${say("console.round", { n: one.round })}` : "";
    setText(small, `${say("console.minutes", { n: one.minutes })} · ${say(`console.state.${one.state}`)}${round}`);
  }

  #line(position) {
    const look = () => this.desk.look(position);
    return h("li", {}, h("button", { type: "button", class: "plain", on: { click: look } }, h("span"), h("small")));
  }
}
