import { el } from "./dom.js";
import { pick } from "./words.js";

/** Advice of rules: stands below their first field for as long as they are broken, and keeps nobody from going on. */
export class Notes {
  #notes = new Map();

  show(rules, nodeOf) {
    const broken = rules.filter(rule => nodeOf(rule.at[0]));
    for (const [id, note] of this.#notes) if (!broken.some(rule => rule.id === id) || !note.isConnected) { note.remove(); this.#notes.delete(id); }
    for (const rule of broken.filter(rule => !this.#notes.has(rule.id))) {
      const note = el("p", { class: "notice small", role: "status" }, pick(rule.message));
      nodeOf(rule.at[0]).append(note);
      this.#notes.set(rule.id, note);
    }
  }
}
