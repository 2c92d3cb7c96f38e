import { byId, el, fill, show } from "./dom.js";
import { clear, complete } from "./problems.js";
import { say } from "./words.js";

/** The steps of a form, each with an address of its own, so that the browser's back button leads to the step before and loses nothing. */
export class Steps {
  /**
   * `asks` says which steps have a question at all, `faults` what is wrong in one beyond its single boxes.
   * @param {PageElement} form
   * @param {string[]} names
   * @param {{ entered: (name: string) => void, asks?: (name: string) => boolean, faults?: (name: string) => any[] }} hears
   */
  constructor(form, names, hears) {
    const { entered, asks = () => true, faults = () => [] } = hears;
    this.form = form;
    this.names = names;
    this.entered = entered;
    this.asks = asks;
    this.faults = faults;
    byId("next").addEventListener("click", () => this.next());
    byId("back").addEventListener("click", () => history.back());
    addEventListener("popstate", () => this.#show(this.asked));
  }

  get #open() { return this.names.filter(name => this.asks(name)); }

  get asked() {
    const name = new URLSearchParams(location.search).get("step");
    return this.#open.includes(name) ? name : this.names[0];
  }

  begin() { this.#show(this.asked, false); }

  next() {
    clear(this.form);
    if (complete(this.form, this.faults(this.asked))) this.go(this.names.slice(this.names.indexOf(this.asked) + 1).find(name => this.asks(name)));
  }

  /** Shows the present step again, after its fields were drawn anew. */
  refresh() { this.#show(this.asked, false); }

  go(name) {
    const query = new URLSearchParams(location.search);
    query.set("step", name);
    history.pushState(null, "", `?${query}`);
    this.#show(name);
  }

  /** The step a field stands in. */
  goTo(input) {
    const name = input?.closest("[data-step]")?.dataset.step;
    if (name && name !== this.asked) this.go(name);
  }

  #show(name, move = true) {
    const open = this.#open;
    const at = open.indexOf(name);
    for (const part of this.form.querySelectorAll("[data-step]")) part.hidden = part.dataset.step !== name;
    fill(byId("progress"), open.map((_, n) => el("li", { class: n < at && "past", "aria-current": n === at && "step" }, n === at && el("span", { class: "quiet" }, say("filing.step", { at: at + 1, count: open.length })))));
    byId("progress").hidden = false;
    byId("back").hidden = at === 0;
    byId("next").hidden = at === open.length - 1;
    byId("send").hidden = at !== open.length - 1;
    this.entered(name);
    if (move) show(this.form.querySelector(`[data-step="${name}"]`));
    if (move) scrollTo(0, 0);
  }
}
