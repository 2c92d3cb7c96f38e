import { ask } from "./api.js";
import { patiently } from "./line.js";
import { moment, say } from "./words.js";

const pause = 700; // Milliseconds without a keystroke before what was typed is saved.

/** A form begun and not yet sent, kept by the office and not on the device: a reload or another device goes on with it. */
export class Draft {
  #tag = null;
  #waiting;
  #saving = Promise.resolve();

  constructor(id, procedure, said) { Object.assign(this, { id, procedure, said }); }

  get #path() { return `/api/drafts/${this.id}`; }

  /** What was saved; null for a new draft. */
  async read() {
    try {
      const answer = await ask(this.#path);
      this.#tag = answer.headers.get("ETag");
      return (await answer.json()).form;
    } catch (error) {
      if (error.status === 404) return null;
      throw error;
    }
  }

  /** Saves soon; of many changes in a row the last. */
  save(content) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => { this.#saving = this.#saving.then(() => this.#write(content)); }, pause);
  }

  async discard() {
    clearTimeout(this.#waiting);
    await this.#saving;
    await ask(this.#path, { method: "DELETE" }).catch(() => {}); // It ends by itself after thirty days.
  }

  async #write(form) {
    try {
      const headers = this.#tag ? { "If-Match": this.#tag } : {};
      const answer = await patiently(() => ask(this.#path, { method: "PUT", body: { procedure: this.procedure, form }, headers }), () => { this.said.textContent = say("filing.notSaved"); });
      this.#tag = answer.headers.get("ETag");
      this.said.textContent = say("filing.saved", { at: moment((await answer.json()).savedAt) });
    } catch (error) {
      this.said.textContent = error.message;
    }
  }
}
