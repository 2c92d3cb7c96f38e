import { el, fill } from "./dom.js";
import { forget, keep, keptFor } from "./files.js";
import { upload } from "./upload.js";
import { pick, say, size } from "./words.js";

const taken = "application/pdf,image/jpeg,image/png,image/tiff";
const largest = 50e6; // What POST /api/uploads takes.

const findingsOf = check => (check?.findings?.items ?? check?.findings?.findings ?? []).filter(one => one.weight !== "note").map(one => pick(one.text));

/**
 * The papers of a filing or supplement: one place per component, each file sent at once, in chunks.
 * `draft` names them across reloads; `changed` hears whenever `sent` changed.
 */
export class Papers {
  constructor(draft, changed = () => {}) {
    Object.assign(this, { draft, changed, sent: [], running: 0 });
  }

  /** As POST /api/dossiers wants them. */
  get references() { return this.sent.map(({ component, upload: id }) => ({ component, upload: id })); }

  /** Where the files of one component are chosen and shown. */
  place(component, sent = []) {
    const list = el("ul", { class: "rows" });
    const id = `file-${component.id}`;
    const input = el("input", { id, type: "file", multiple: true, accept: taken, name: `papers.${component.id}` });
    input.addEventListener("change", () => {
      for (const file of input.files) this.#begin({ id: crypto.randomUUID(), draft: this.draft, component: component.id, file }, list);
      input.value = "";
    });
    for (const paper of sent) this.#showSent(paper, list);
    this.lists = { ...this.lists, [component.id]: list };
    return el("div", { class: "field" },
      el("label", { for: id }, pick(component.name), component.required && !component.when && ` ${say("common.required")}`,
        el("span", { class: "hint" }, [component.when && pick(component.when), say("common.fileHint")].filter(Boolean).join(" · "))),
      input, list);
  }

  /** Goes on with what a reload broke off. */
  async resume() {
    for (const entry of await keptFor(this.draft)) if (this.lists[entry.component]) this.#begin(entry, this.lists[entry.component]);
  }

  async #begin(entry, list) {
    const row = list.appendChild(el("li"));
    const state = el("p", { class: "small", role: "status" }, say("common.sendingBegins"));
    const bar = el("progress", { max: 1, value: 0, "aria-label": entry.file.name });
    fill(row, el("b", {}, entry.file.name), ` (${size(entry.file.size)})`, bar, state);
    if (entry.file.size > largest) return fill(row, el("p", { class: "error", role: "alert" }, `${entry.file.name}: ${say("common.fileTooLarge")}`));
    this.running++;
    try {
      await keep(entry);
      const paper = await upload(entry.file, {
        progress: (done, count) => { bar.max = count; bar.value = done; state.textContent = say("common.sending", { done, count }); },
        waiting: error => { state.textContent = navigator.onLine ? say("common.sendingAgain", { why: error.message }) : say("common.offline"); },
      });
      row.remove();
      this.#showSent({ component: entry.component, upload: paper.id, name: paper.name, size: paper.size, warnings: findingsOf(paper.check) }, list);
      this.changed();
    } catch (error) {
      fill(row, el("p", { class: "error", role: "alert" }, `${entry.file.name}: ${error.message}`));
    } finally {
      this.running--;
      await forget(entry.id);
    }
  }

  #showSent(paper, list) {
    this.sent.push(paper);
    const row = list.appendChild(el("li", {}, el("div", { class: "between" },
      el("span", {}, "✓ ", el("b", {}, paper.name), ` (${size(paper.size)})`),
      el("button", { type: "button", class: "second", "aria-label": `${say("common.remove")} ${paper.name}`, onclick: () => this.#remove(paper, row) }, say("common.remove"))),
    paper.warnings?.map(text => el("p", { class: "small warn" }, text))));
  }

  #remove(paper, row) {
    this.sent = this.sent.filter(one => one !== paper);
    row.remove();
    this.changed();
  }
}
