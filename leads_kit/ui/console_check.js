// The room: whether phones reach it, who is here, its tables, what it was shown, and its end.
import { button, h, setText, uid } from "./dom.js";

const SIZES = [2, 3, 4, 5, 6];

export class Check {
  constructor(desk) {
    this.desk = desk;
    this.el = h("section", { class: "check" });
    this.present = h("p", { class: "meta" });
    this.sat = h("p", { class: "meta", role: "status" });
    this.home = h("p", { class: "meta" });
    this.drawn = "";
  }

  // Rebuilt only when it says something else: an unfolded line or a focused link must outlive the counts' ticking.
  show(state, say) {
    const { size, seated } = state.tables;
    setText(this.present, say("console.present", { n: state.here, seats: state.seats }));
    setText(this.sat, seated.length ? say("console.tables_now", { n: seated.length, counts: seated.join(" · ") }) : say("console.tables_none"));
    setText(this.home, say("console.home", { n: state.home.taken, seats: state.home.seats }));
    const key = JSON.stringify([state.room, state.group, state.lang, size]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.el.className = `check ${state.room.reached ? "good" : ""}`;
    this.el.replaceChildren(...[...this.#reach(state.room, say), this.present, this.#group(state.group, say), this.#tables(size, say), ...this.#last(state.room, say)].filter(Boolean));
  }

  #reach(room, say) {
    const picture = h("img", { src: room.qr, alt: say("console.qr_alt", { address: room.join }) });
    const address = h("a", { href: room.join, target: "_blank", rel: "noreferrer" }, room.join.replace(/^https?:\/\//, ""));
    return [
      h("div", { class: "qr small" }, picture, h("strong", { class: "code" }, room.code)),
      h("p", {}, address),
      h("p", { role: "status" }, say(room.reached ? "console.check.reached" : "console.check.scan")),
      !room.reached && h("details", {}, h("summary", {}, say("console.check.cures")), h("p", {}, say("console.check.cure_list"))),
    ];
  }

  #group(group, say) {
    return h("p", { class: "meta" }, say(group.settled ? "console.group.fixed" : "console.group.open", { min_group: group.min }));
  }

  #tables(size, say) {
    const menu = h("select", { id: uid("size") }, SIZES.map((n) => h("option", { value: n }, String(n))));
    menu.value = String(size ?? 3);
    const deal = button(say("console.deal"), () => this.desk.send("deal", Number(menu.value)));
    return h(
      "details",
      { open: Boolean(size) },
      h("summary", {}, say("console.tables")),
      this.sat,
      h("div", { class: "bar" }, h("label", { for: menu.id }, say("console.deal_size")), menu, deal),
    );
  }

  #last(room, say) {
    const links = h("p", {}, h("a", { href: room.wall, target: "leads-wall", rel: "noreferrer" }, say("console.open_wall")));
    const report = button(say("console.report"), () => this.desk.model.send({ kind: "report" }), "plain");
    return [links, report, this.home, !room.closed && button(say("console.end"), () => this.#end(say), "plain end")];
  }

  #end(say) {
    if (this.el.querySelector(".sure")) return;
    const yes = button(say("console.end_yes"), () => this.desk.model.send({ kind: "do", what: "end" }));
    const no = button(say("console.cancel"), () => sure.remove());
    const { taken, seats } = this.desk.state.home;
    const warning = taken < seats ? say("console.home", { n: taken, seats }) : "";
    const sure = h("div", { class: "bar sure" }, h("span", {}, `${warning} ${say("console.end_sure")}`.trim()), yes, no);
    this.el.append(sure);
    yes.focus();
  }
}
