import { el, fill, icon } from "./dom.js";
import { askCrop } from "./crop.js";
import { forget, keep, keptFor } from "./files.js";
import { prepare } from "./picture.js";
import { told, wordsOf } from "./problems.js";
import { sentRow } from "./sent.js";
import { checked, findingsOf, upload } from "./upload.js";
import { pick, say } from "./words.js";

const taken = "application/pdf,image/jpeg,image/png,image/tiff";
const largest = 50e6; // What POST /api/uploads takes.

/**
 * The papers of a filing or supplement: one card per component, each file sent at once, in chunks, and looked at by the office.
 * `draft` names them across reloads; `changed` hears whenever `sent` changed and answers when that is kept; `onBehalfOf` says whose papers a clerk sends.
 */
export class Papers {
  sent = [];
  sending = new Map();
  cards = {};

  constructor(draft, changed = () => {}, onBehalfOf = () => undefined) {
    this.draft = draft;
    this.changed = changed;
    this.onBehalfOf = onBehalfOf;
  }

  /** As POST /api/dossiers wants them: only what can be used. */
  get references() { return this.sent.map(({ component, upload: id }) => ({ component, upload: id })); }

  has(component) { return this.sent.some(paper => paper.component === component); }

  /** How many the office does not have yet. */
  get running() { return this.sending.size; }

  /** Whether one of a component is on its way, kept on this device until it is there. */
  isSending(component) { return [...this.sending.values()].includes(component); }

  /**
   * Where the files of one component are photographed or chosen, and shown.
   * @param {Api.Component} component
   * @param {{ sent?: any[], lead?: any }} [known]
   */
  card(component, { sent = [], lead } = {}) {
    const list = el("div", { class: "rows" });
    const id = `file-${component.id}`;
    const chosen = event => this.#take(event.target, component.id);
    const choose = el("input", { id, type: "file", multiple: true, accept: taken, name: `papers.${component.id}`, onchange: chosen, "aria-describedby": `${id}-hint` });
    const shoot = el("input", { id: `${id}-camera`, type: "file", accept: "image/*", capture: "environment", onchange: chosen });
    this.cards[component.id] = { list, node: el("section", { class: "paper field", "aria-label": pick(component.name) },
      el("h2", {}, pick(component.name), component.required && !component.when && ` ${say("common.required")}`),
      lead, el("p", { class: "hint", id: `${id}-hint` }, [component.when && pick(component.when), say("common.fileHint")].filter(Boolean).join(" · ")),
      list,
      el("div", { class: "buttons" },
        shoot, el("label", { class: "button", for: `${id}-camera` }, icon("camera"), say("papers.shoot")),
        choose, el("label", { class: "button second", for: id }, icon("upload"), say("papers.choose")))) };
    for (const paper of sent) this.#done(paper, el("div"), list);
    return this.cards[component.id].node;
  }

  /** A file for a component, as if it had been chosen there. */
  add(component, file) { this.#begin({ id: crypto.randomUUID(), draft: this.draft, component, file }); }

  /** A page the office has already, such as one a telephone sent; it is judged like every other. */
  async receive(component, view) {
    const { list } = this.cards[component];
    const row = list.appendChild(el("div", { class: "sent" }, el("p", { class: "small", role: "status" }, say("papers.checking"))));
    try {
      const paper = await checked(view);
      this.#done({ component, upload: paper.id, name: paper.name, size: paper.size, warnings: findingsOf(paper.check), state: paper.check?.state }, row, list);
      await this.changed();
    } catch (error) {
      fill(row, el("p", { class: "error", role: "alert" }, `${view.name}: ${wordsOf(error)}`));
    }
  }

  /** Goes on with what a reload broke off. */
  async resume() {
    for (const entry of await keptFor(this.draft)) {
      if (this.cards[entry.component] && !this.sending.has(entry.id)) this.#begin(entry); // One chosen this moment is under way.
    }
  }

  #take(input, component) {
    for (const file of input.files) this.add(component, file);
    input.value = "";
  }

  async #begin(entry, change = {}, before = null) {
    const { list, node } = this.cards[entry.component];
    const row = list.appendChild(el("div", { class: "sent" }));
    before?.replaceWith(row);
    node.querySelector(".error")?.remove();
    this.sending.set(entry.id, entry.component);
    try {
      const { file, faults, picture } = await prepare(entry.file, change);
      if (file.size > largest) throw told(say("common.fileTooLarge"));
      const ready = { ...entry, file };
      await keep(ready);
      const paper = await this.#send(ready, row, picture);
      this.#done({ component: entry.component, upload: paper.id, name: paper.name, size: paper.size, warnings: [...faults.map(fault => say(`papers.fault${fault}`)), ...findingsOf(paper.check)], state: paper.check?.state }, row, list, ready, picture);
      await this.changed();
    } catch (error) {
      fill(row, el("span", { class: "thumb bad" }, icon("close")), el("p", { class: "error", role: "alert" }, `${entry.file.name}: ${wordsOf(error)}`),
        el("button", { type: "button", class: "second", onclick: () => row.remove() }, say("common.remove")));
    } finally {
      this.sending.delete(entry.id);
      await forget(entry.id);
    }
  }

  async #send({ file }, row, picture) {
    const state = el("p", { class: "small", role: "status" }, say("common.sendingBegins"));
    const bar = el("progress", { max: 1, value: 0, "aria-label": file.name });
    fill(row, thumb(file, picture), el("div", {}, el("b", {}, file.name), bar, state));
    const paper = await upload(file, {
      onBehalfOf: this.onBehalfOf(),
      progress: (done, count) => { bar.max = count; bar.value = done; state.textContent = say("common.sending", { percent: Math.round(100 * done / count) }); },
      waiting: error => { state.textContent = navigator.onLine ? say("common.sendingAgain", { why: error.message }) : say("common.offline"); },
    });
    state.textContent = say("papers.checking");
    return checked(paper);
  }

  #done(paper, row, list, entry = null, picture = false) {
    this.sent.push(paper);
    const changed = change => { this.#drop(paper); this.#begin({ ...entry, id: crypto.randomUUID() }, change, shown); };
    const shown = sentRow(paper, entry && thumb(entry.file, picture), {
      turn: picture && entry && (() => changed({ quarters: 1 })),
      crop: picture && entry && (async () => { const cut = await askCrop(entry.file); if (cut) changed({ cut }); }),
      remove: () => { this.#drop(paper); shown.remove(); this.changed(); },
    });
    if (row.isConnected) row.replaceWith(shown);
    else list.append(shown);
  }

  #drop(paper) { this.sent = this.sent.filter(one => one !== paper); }
}

const thumb = (file, picture) => (picture ? el("img", { class: "thumb", alt: "", src: URL.createObjectURL(file) }) : el("span", { class: "thumb" }, icon("paper")));
