import { ask, Unreachable } from "./api.js";
import { settle } from "./conflict.js";
import { patiently } from "./line.js";
import { wordsOf } from "./problems.js";
import { moment, say } from "./words.js";

const pause = 700; // Milliseconds without a keystroke before what was typed is saved.

// A tab has a name that a reload keeps: what it wrote itself is no conflict.
const tab = sessionStorage.tab ??= crypto.randomUUID();

/**
 * A form begun and not yet sent, kept by the office: a reload or another device goes on with it. Until the office has confirmed it,
 * the latest also lies on this device, so that a tab closed within the pause loses nothing.
 */
export class Draft {
  #tag = null;
  #waiting;
  #saving = Promise.resolve();
  #latest = null;

  constructor(id, procedure, said, merged) {
    this.id = id;
    this.procedure = procedure;
    this.said = said;
    this.merged = merged;
    addEventListener("pagehide", () => this.#leave());
  }

  get #path() { return `/api/drafts/${this.id}`; }
  get #shelf() { return `draft:${this.id}`; }

  /** What was saved last, here or elsewhere; null for a new draft. */
  async read() {
    const kept = JSON.parse(localStorage.getItem(this.#shelf));
    const saved = await this.#readSaved();
    if (!kept) return saved;
    this.#latest = saved && saved.tab !== tab && kept.base !== this.#tag ? await settle(kept.form, saved) : kept.form;
    this.save(this.#latest);
    return this.#latest;
  }

  /** Saves soon, or `now`; of many changes in a row the last. Resolves when the office has it. */
  save(content, now = false) {
    this.#latest = { ...content, tab };
    localStorage.setItem(this.#shelf, JSON.stringify({ base: this.#tag, form: this.#latest }));
    clearTimeout(this.#waiting);
    return new Promise(resolve => {
      this.#waiting = setTimeout(() => { this.#saving = this.#saving.then(() => this.#write()); resolve(this.#saving); }, now ? 0 : pause);
    });
  }

  /** What was filled in by an older version of the form, as the office carries it over. */
  async carriedOver(kept) {
    await this.save(kept, true);
    return this.#readSaved();
  }

  async discard() {
    clearTimeout(this.#waiting);
    await this.#saving;
    this.#latest = null;
    localStorage.removeItem(this.#shelf);
    await ask(this.#path, { method: "DELETE" }).catch(() => {}); // It ends by itself after thirty days.
  }

  async #readSaved() {
    try {
      const answer = await ask(this.#path);
      this.#tag = answer.headers.get("ETag");
      const { form, eform } = await answer.json();
      return { ...form, eform };
    } catch (error) {
      if (error.status === 404 || error instanceof Unreachable) return null; // Out of reach, what lies on this device is what there is.
      throw error;
    }
  }

  #put(form, more = {}) {
    return ask(this.#path, { method: "PUT", body: { procedure: this.procedure, form: { ...form, eform: undefined }, eform: form.eform }, headers: this.#tag ? { "If-Match": this.#tag } : {}, ...more });
  }

  async #write() {
    const form = this.#latest;
    if (!form) return;
    try {
      const answer = await patiently(() => this.#put(form), () => { this.said.textContent = say("filing.notSaved"); });
      this.#tag = answer.headers.get("ETag");
      if (form === this.#latest) localStorage.removeItem(this.#shelf);
      this.said.textContent = say("filing.saved", { at: moment((await answer.json()).savedAt) });
    } catch (error) {
      if (error.code === "draft-changed") await this.#meet();
      else this.said.textContent = wordsOf(error);
    }
  }

  // Saved from elsewhere meanwhile: our own lost answer, or another tab or device, between whose words the writer chooses.
  async #meet() {
    const theirs = await this.#readSaved();
    const agreed = !theirs || theirs.tab === tab ? this.#latest : await settle(this.#latest, theirs);
    if (agreed !== this.#latest) this.merged(agreed);
    await this.#put({ ...agreed, tab }).then(answer => { this.#tag = answer.headers.get("ETag"); localStorage.removeItem(this.#shelf); }, error => { this.said.textContent = wordsOf(error); });
  }

  // The page goes: one last try that outlives it. Should it fail, the copy on the device is there when the page comes back.
  #leave() {
    if (localStorage.getItem(this.#shelf)) this.#put(this.#latest, { keepalive: true }).catch(() => {});
  }
}
